import * as kept from './kept-records';
import { on } from './reader';
import type { Story } from './story';

const NOT_ASKED = 'Not asked';

const desk = async (story: Story): Promise<kept.Keeper> => ({
  reader: await story.as('responder'),
  base: story.casePath,
});
const service = async (story: Story): Promise<kept.Keeper> => ({
  reader: await story.as('adviser'),
  base: story.sharedPath,
});

/** What the person wants support with, and a risk that somebody saw. */
export async function needs(story: Story): Promise<void> {
  await story.clock('2026-03-04', '10:00:30');
  const keeper = await desk(story);
  await keeper.reader.open(`${story.casePath}/support`);
  await kept.goThroughNeeds(keeper);
  await kept.seeRisk(keeper, { risk: 'The suspect is in touch, or may be', reviewOn: '2026-03-11' });
  await keeper.reader.look('/cases/:id/needs with a risk');
}

export async function risksAgain(story: Story): Promise<void> {
  const keeper = await desk(story);
  await story.clock('2026-03-17', '10:00:30');
  await kept.lookAgainAtRisk(keeper, '2026-03-19');
  await story.clock('2026-03-19', '10:00:30');
  await kept.closeRisk(keeper);
}

/** Asked by responders, never by the police; not asked, declined and unknown stay apart. */
export async function equality(story: Story): Promise<void> {
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/support`);
  await responder.follow('Equality questions');
  await responder.follow('Ask, or put an answer right');
  const answers = {
    'Ethnic group': 'White: Irish',
    Religion: 'Would rather not say',
    'Sexual orientation': NOT_ASKED,
    Sex: 'Female',
    'Is their gender the same as the sex registered at birth?': NOT_ASKED,
    'A health condition or disability that has lasted, or will last, a year': 'No',
    'Pregnant, or a child in the last six months': NOT_ASKED,
    'Marriage or civil partnership': 'Not known',
    'Cares for somebody who could not manage without them': 'Yes',
  };
  await responder.send(answers, 'Keep the answers');
  await responder.look('/cases/:id/equality answered');
  const officer = await story.as('officer');
  await officer.missing(`${story.casePath}/equality`);
}

export async function firstAnswers(story: Story): Promise<void> {
  const keeper = await desk(story);
  await kept.askOutcomes(keeper, ['1', '3', NOT_ASKED]);
  await kept.correctOutcome(keeper, '2');
  await keeper.reader.look('/cases/:id/outcomes first');
  const asked = { at: 'After the first contact', about: 'The police' };
  await kept.askFeedback(keeper, { ...asked, answers: ['Yes', 'Partly', 'Would rather not say'] });
}

export async function lastAnswers(story: Story): Promise<void> {
  const keeper = await desk(story);
  const asked = { at: 'After the trial', about: 'The courts' };
  await kept.askFeedback(keeper, { ...asked, answers: ['Partly', 'No', 'Yes'] });
  await keeper.reader.look('/cases/:id/feedback twice');
  await kept.askOutcomes(keeper, ['4', '4', '3']);
  await keeper.reader.look('/cases/:id/outcomes at both ends');
}

/** One that took place, one that was moved and did not, and one that was cancelled. */
export async function appointments(story: Story): Promise<void> {
  await story.clock('2026-03-04', '11:00:30');
  const keeper = await desk(story);
  const { reader, base } = keeper;
  await kept.book(keeper, '2026-03-06', 'At our centre');
  await kept.settle(keeper, { act: /^The person confirmed it/, button: 'Record that they confirmed it' });
  await reader.follow(/^Send a reminder/);
  await reader.sees('No way is safe for messages');
  await story.clock('2026-03-06', '15:30:30');
  await kept.settle(keeper, { act: /^It took place/, button: 'Record that it took place' });
  await kept.book(keeper, '2026-03-10', 'By phone');
  const later = {
    'Where?': 'By phone',
    'When?': on('2026-03-12', '4pm'),
    'Why is it moved?': 'The person asked for it',
  };
  await kept.settle(keeper, { act: /^Move it/, answers: later, button: 'Move the appointment' });
  await story.clock('2026-03-12', '17:30:30');
  const missed = { 'What do you know of why?': 'It was not a good time for the person' };
  await kept.settle(keeper, { act: /^It did not take place/, answers: missed, button: 'Record it' });
  await kept.book(keeper, '2026-03-20', 'At home');
  const unsafe = { 'Why is it cancelled?': 'It would not have been safe then' };
  await kept.settle(keeper, { act: /^Cancel it/, answers: unsafe, button: 'Cancel the appointment' });
  await reader.open(`${base}/appointments`);
  await reader.look('/cases/:id/appointments after three');
}

/** The adviser keeps the same for the person at their own service, as far as it is shared with them. */
export async function atTheService(story: Story): Promise<void> {
  await story.clock('2026-04-15', '10:00:30');
  const keeper = await service(story);
  const { reader, base } = keeper;
  await kept.goThroughNeeds(keeper);
  await kept.seeRisk(keeper, { risk: 'Home is not safe', reviewOn: '2026-04-20' });
  await reader.look('/shared/:id/needs with a risk');
  await kept.lookAgainAtRisk(keeper, '2026-04-21');
  await kept.closeRisk(keeper);
  await kept.askOutcomes(keeper, ['2', '3', '1']);
  await kept.correctOutcome(keeper, '2');
  const asked = { at: 'After a service was asked to help', about: 'Our service' };
  await kept.askFeedback(keeper, { ...asked, answers: ['Yes', 'Yes', 'Yes'] });
  await kept.book(keeper, '2026-04-16', 'At our centre');
  await kept.settle(keeper, { act: /^The person confirmed it/, button: 'Record that they confirmed it' });
  await story.clock('2026-04-16', '14:30:30');
  await kept.settle(keeper, { act: /^It took place/, button: 'Record that it took place' });
  await reader.open(base);
  await reader.look('/shared/:id with what the service keeps');
  const responder = await story.as('responder');
  for (const page of ['needs', 'outcomes', 'appointments', 'feedback']) {
    await responder.open(`${story.casePath}/${page}`);
    await responder.sees('Willow');
  }
}
