import { on, type Answers, type Reader } from './reader';

/** Somebody who stands beside the person, and where they keep what they keep: at the desk or at a service. */
export interface Keeper {
  readonly reader: Reader;
  readonly base: string;
}

const NOT_ASKED = 'Not asked';

/** What the person wants support with; what was not asked stays so. */
export async function goThroughNeeds({ reader, base }: Keeper): Promise<void> {
  await reader.open(`${base}/needs`);
  await reader.follow('Go through the areas of need');
  const answers = {
    Health: 'No need now',
    'Mind and feelings': 'Wants support with this',
    'Drugs and alcohol': NOT_ASKED,
    Home: 'No need now',
    'Money and benefits': 'Would rather not say',
    'Work and learning': 'Wants support with this',
    'Family, friends and children': 'No need now',
    'Outlook on life': NOT_ASKED,
    'Being with other people': NOT_ASKED,
    Safety: 'Wants support with this',
    'Police and court': 'Wants support with this',
    'Language and access': 'Not known',
  };
  await reader.send(answers, 'Record the answers');
}

export async function seeRisk(
  { reader, base }: Keeper,
  { risk, reviewOn }: { readonly risk: string; readonly reviewOn: string },
): Promise<void> {
  await reader.open(`${base}/needs`);
  await reader.follow('Record a risk');
  const answers = {
    'Which risk?': risk,
    'What makes you say so? (optional)': 'Sample: as the person said.',
    'When is it looked at again?': on(reviewOn),
  };
  await reader.send(answers, 'Record the risk');
  await reader.sees(risk);
}

export async function lookAgainAtRisk({ reader, base }: Keeper, reviewOn: string): Promise<void> {
  await reader.open(`${base}/needs`);
  await reader.follow(/^Look at it again/);
  await reader.send({ 'When is it looked at again?': on(reviewOn) }, 'It is still so');
}

export async function closeRisk({ reader, base }: Keeper): Promise<void> {
  await reader.open(`${base}/needs`);
  await reader.follow(/^Close it/);
  await reader.send({ 'Why does it not stand any more?': 'What was needed was done' }, 'Close the risk');
  await reader.sees('What was needed was done');
}

/** Better able to cope, able to say what they need, feels safer: in the person's own view. */
export async function askOutcomes(
  { reader, base }: Keeper,
  [cope, say, safer]: readonly [string, string, string],
): Promise<void> {
  await reader.open(`${base}/outcomes`);
  await reader.follow('Record answers');
  const answers = {
    'Better able to cope with everyday life': cope,
    'Able to say what I need': say,
    'Feel safer': safer,
  };
  await reader.send(answers, 'Record the answers');
}

/** A slip of the finger in the first answer of the list. */
export async function correctOutcome({ reader, base }: Keeper, score: string): Promise<void> {
  await reader.open(`${base}/outcomes`);
  await reader.follow(/^Correct it/);
  const [question = ''] = await reader.questions();
  await reader.send({ [question]: score }, 'Correct the answer');
  await reader.sees('corrected since');
}

export async function askFeedback(
  { reader, base }: Keeper,
  asked: { at: string; about: string; answers: readonly [string, string, string] },
): Promise<void> {
  await reader.open(`${base}/feedback`);
  await reader.follow('Record what the person says');
  const [informed, updated, supported] = asked.answers;
  const said = {
    'How did they agree to be asked?': 'They said yes when we asked whether we may ask',
    'At which point?': asked.at,
    'About whom?': asked.about,
    'I was told what I needed to know': informed,
    'I was kept up to date': updated,
    'I felt supported': supported,
  };
  await reader.send(said, 'Record it');
  await reader.sees(asked.at);
}

export async function book({ reader, base }: Keeper, day: string, place: string): Promise<void> {
  await reader.open(`${base}/appointments`);
  await reader.follow('Book an appointment');
  const answers = { 'Where?': place, 'When?': on(day, '2pm'), 'How many minutes?': '60' };
  await reader.send(answers, 'Book it');
}

/** What becomes of the appointment that is open. */
export async function settle(
  { reader, base }: Keeper,
  {
    act,
    answers = {},
    button,
  }: { readonly act: RegExp; readonly answers?: Answers; readonly button: string },
): Promise<void> {
  await reader.open(`${base}/appointments`);
  await reader.follow(act);
  await reader.send(answers, button);
}
