import { on } from './reader';
import type { Story } from './story';

/** Each service in its own wall; a note that stands in the wrong one is moved and leaves a marker. */
export async function notes(story: Story): Promise<void> {
  await story.clock('2026-03-05', '12:00:30');
  const responder = await story.as('responder');
  const path = `${story.casePath}/notes`;
  const write = async (text: string) => {
    await responder.open(`${path}/contact`);
    await responder.follow('Write a note');
    await responder.send(
      { 'When did it happen?': on('2026-03-05', '11am'), 'The note': text },
      'Save the note',
    );
  };
  await write('Sample: rang at 11am as agreed. I ring again on Monday.');
  await write('Sample: wants a quiet waiting room at the centre.');
  await responder.follow(/^Correct the note/);
  await responder.sees('This corrects the note of');
  await responder.open(`${path}/contact`);
  await responder.follow(/^Move the note/);
  const [where = ''] = await responder.questions();
  await responder.send({ [where]: 'Supervision notes' }, 'Move the note');
  await responder.open(`${path}/contact`);
  await responder.sees('was moved by');
  await responder.look('/cases/:id/notes/contact with a marker');
  const lead = await story.as('lead');
  await lead.open(path);
}

/** That they told something new, what they want of it, and nothing of what it was. */
export async function disclosure(story: Story): Promise<void> {
  await story.clock('2026-04-14', '12:00:30');
  const adviser = await story.as('adviser');
  await adviser.open(story.sharedPath);
  await adviser.follow('Open our notes');
  const path = adviser.path;
  await adviser.follow('Write a note');
  await adviser.send(
    {
      'When did it happen?': on('2026-04-14', '10am'),
      'The note': 'Sample: met at the centre, next time on Friday.',
    },
    'Save the note',
  );
  await adviser.open(path);
  await adviser.follow('Record that they told you something new');
  const told = {
    'When did it happen?': on('2026-04-14', '11am'),
    'What do they want to come of it?': 'They want something done about it now',
    'Did they agree that somebody is told now?': 'The police',
    'How did they agree?': 'In person',
  };
  await adviser.send(told, 'Save that it happened');
  await adviser.sees('What they said is not written down');
  await adviser.look('/cases/:id/notes/advocacy with a disclosure');
  const responder = await story.as('responder');
  await responder.missing(path);
  const officer = await story.as('officer');
  await officer.missing(`${story.casePath}/notes`);
}

/** Who leads, who is in touch next, and what nobody needs to ask again. */
export async function plan(story: Story): Promise<void> {
  await story.clock('2026-03-05', '13:00:30');
  const [responder, adviser] = [await story.as('responder'), await story.as('adviser')];
  await responder.open(`${story.casePath}/plan`);
  await responder.follow('Change what we were told');
  await responder.send(
    { 'What have they told you?': ['What happened', 'How to be in touch safely'] },
    /^Save$/,
  );
  await responder.follow('Plan a contact');
  const call = { 'How will you be in touch?': 'Phone call', 'When?': on('2026-03-09', '11am') };
  await responder.send(call, 'Add to the plan');
  await responder.unfold('Hand the lead to a service');
  await responder.answer({ 'Which service should lead?': 'Willow Advocacy (sample)' });
  await responder.press('Offer the lead');
  await adviser.open(`${story.sharedPath}/plan`);
  await adviser.look('/shared/:id/plan with an offer');
  await adviser.press('Accept the lead');
  await adviser.follow('Change what we were told');
  await adviser.send({ 'What have they told you?': ['Police and court'] }, /^Save$/);
  await adviser.follow('Plan a contact');
  const visit = {
    'How will you be in touch?': 'Appointment at the service',
    'When?': on('2026-03-16', '2pm'),
  };
  await adviser.send(visit, 'Add to the plan');
  await story.clock('2026-03-16', '15:00:30');
  await responder.open(`${story.casePath}/plan`);
  await responder.look('/cases/:id/plan led by the service');
  await responder.press(/^Took place/);
  await adviser.open(`${story.sharedPath}/plan`);
  await adviser.press(/^Took place/);
}

/** A task of the plan, with an owner and a time. */
export async function tasks(story: Story): Promise<void> {
  await story.clock('2026-03-16', '16:00:30');
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/kinds-of-support`);
  await responder.follow('Add a task to the plan');
  const task = {
    'What is to be done?': 'Practical help',
    'In a few words (optional)': 'Sample: a letter for the landlord.',
    'By when?': on('2026-03-18', '4pm'),
    'Whose is it?': 'Mine',
  };
  await responder.send(task, 'Add the task');
  await responder.open('/support-tasks/mine');
  await responder.follow('practical help');
  await responder.look('/support-tasks/:id of the plan');
  await responder.send({ 'What came of it?': 'Done' }, 'Record it');
  await responder.open('/support-tasks/planned');
}

/** Planned by itself since a service supports the person, moved as they ask, and held with them. */
export async function review(story: Story): Promise<void> {
  await story.clock('2026-04-16', '10:00:30');
  await story.worked();
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/reviews`);
  await responder.look('/cases/:id/reviews ahead');
  await responder.follow(/^Move it/);
  const moved = { 'On which day?': on('2026-04-20'), 'Why?': 'The person asked for another day' };
  await responder.send(moved, 'Move the review');
  await story.clock('2026-04-20', '10:00:30');
  await story.worked();
  await responder.open('/support-tasks/reviews');
  await responder.follow(story.reference);
  await responder.look('/support-tasks/:id review');
  const held = {
    'What came of it?': 'Reviewed, with a next day',
    'When is the support reviewed next?': on('2026-07-13'),
  };
  await responder.send(held, 'Record it');
  await responder.open(`${story.casePath}/reviews`);
  await responder.sees('13 July 2026');
  await responder.look('/cases/:id/reviews held');
}
