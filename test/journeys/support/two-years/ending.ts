import { on } from './reader';
import type { Story } from './story';

/** The adviser's support ends as planned; the case ends with the door open and a day that the person asked for. */
export async function ends(story: Story): Promise<void> {
  await story.clock('2028-03-10', '10:00:30');
  await story.worked();
  const [responder, adviser] = [await story.as('responder'), await story.as('adviser')];
  await adviser.open('/provider/caseload?view=my');
  await adviser.follow(story.reference);
  await adviser.follow('The support has ended');
  await adviser.send({ 'How did it end?': 'As planned' }, 'End it');
  await responder.open(story.casePath);
  await responder.follow('The person has died');
  await responder.open(story.casePath);
  await responder.follow('End this case');
  await responder.sees('These end with the case');
  const wishes = {
    'Why does the case end?': 'They have what they needed',
    'Coming back': 'They know that they can come back at any time',
    'May we ask them how it was?': 'Yes',
    'May we get in touch if the police open their case again?': 'Yes',
    'Would they want the same worker when they come back?': 'Yes',
    'A day on which they want us to get in touch (optional)': on('2028-11-29'),
    'How did they ask for that day?': 'In person',
    'I have seen what ends with the case': 'yes',
  };
  await responder.send(wishes, 'End the case');
  await responder.open(`${story.casePath}/end`);
  await responder.sees('Record kept until');
  await responder.sees('29 November 2028');
  await responder.look('/cases/:id/end ended');
}

/** A year after the trial somebody gets in touch, as they asked. */
export async function checkIn(story: Story): Promise<void> {
  await story.clock('2028-11-29', '10:00:30');
  await story.worked();
  const responder = await story.as('responder');
  await responder.open('/support-tasks');
  await responder.follow('The person asked us to get in touch');
  await responder.look('/support-tasks/:id check-in');
  const answer = { 'What came of it?': 'We spoke: the person wants support again' };
  await responder.send(answer, 'Record it');
}

/** They come back: a new case, with a clock of its own, that knows of the one before. */
export async function comesBack(story: Story): Promise<void> {
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/end`);
  await responder.follow('They want support again');
  await responder.press('Start support again');
  await responder.sees(`A new referral for the person of ${story.reference}.`);
  const person = {
    'Name to ask for': 'Sample Person Quill',
    'Age or date of birth': '33',
    'Number that is safe to call': '07700 900123',
  };
  await responder.send(person, 'Take the referral on');
  const [row] = await story.web.instance.admin<{ case_id: string }>(
    'select case_id from app.case_file order by opened_at desc limit 1',
  );
  const again = `/cases/${row?.case_id}`;
  await responder.open(again);
  await responder.sees(`Linked with ${story.reference}`);
  await responder.look('/cases/:id after coming back');
  await responder.open(`${again}/reviews`);
  await responder.follow('Plan the next review');
  await responder.send({ 'On which day?': on('2028-12-13') }, 'Plan the review');
}
