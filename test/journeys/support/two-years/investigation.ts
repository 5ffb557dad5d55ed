import { on, type Reader } from './reader';
import type { Step, Story } from './story';

const REPORT: readonly Step[] = [
  ['officer', '2026-03-03', 'Crime reported to the police'],
  ['officer', '2026-03-03', 'Crime recorded, with a reference'],
  ['officer', '2026-03-04', 'Written confirmation given'],
  ['officer', '2026-03-04', 'Investigation opened'],
  ['officer', '2026-03-05', 'Interview with the person planned'],
  ['officer', '2026-03-06', 'Interview with the person recorded'],
  ['officer', '2026-03-06', 'Phone or other device asked for'],
];
const ARREST: readonly Step[] = [
  ['officer', '2026-03-20', 'Suspect arrested'],
  ['officer', '2026-03-20', 'Suspect interviewed under caution'],
  ['officer', '2026-03-20', 'Suspect released on police bail'],
];

/** What the police enter from the report on, and who is in charge of it. */
export async function report(story: Story): Promise<void> {
  await story.happened(REPORT);
  const officer = await story.as('officer');
  await officer.open(story.trackOf('officer'));
  await officer.follow('Record who is in charge');
  const first = {
    'Officer’s number': '4417',
    'From when are they in charge?': on('2026-03-04', '9am'),
    'Why did it change?': 'First officer in charge',
    'Was the person told who their officer is now?': 'Yes',
  };
  await officer.send(first, 'Save the officer in charge');
  await officer.follow(/^Correct.*Interview with the person planned/);
  const exact = {
    'When did it happen?': on('2026-03-05', '10am'),
    'Why is it corrected?': 'It is now known more exactly',
  };
  await officer.send(exact, 'Save the correction');
  await story.happened([['officer', '2026-03-09', 'Records held by others asked for']]);
  await officer.follow(/^Withdraw.*Records held by others/);
  await officer.send({ 'Why is it withdrawn?': 'It belongs to another case' }, 'Withdraw this entry');
  await officer.look('/referrals/:id/tracks/:track with a correction');
  await recordPosition(officer, {
    day: '2026-03-06',
    where: 'Supports the prosecution',
    why: 'They did not say why',
  });
}

/** An arrest and a release: each asks at once whether contact is still safe. */
export async function arrest(story: Story): Promise<void> {
  await story.happened(ARREST);
  await answerRecheck(story, 'The person says that every way to reach them is still safe');
}

export async function bail(story: Story): Promise<void> {
  await story.happened([['officer', '2026-06-09', 'Police bail conditions changed']]);
  await answerRecheck(story, 'Something changed: I will change the safe-contact card now');
  await story.happened([['officer', '2026-07-01', 'File sent to the prosecutor']]);
}

async function answerRecheck(story: Story, answer: string): Promise<void> {
  const responder = await story.as('responder');
  await responder.open('/board');
  await responder.look('/board with a question about contact');
  await responder.open(story.trackOf('responder'));
  await responder.look('/cases/:id/tracks/:track with a question about contact');
  while ((await responder.count('Answer this safety question')) > 0) {
    await responder.follow('Answer this safety question');
    await responder.send({ 'What did you find out?': answer }, 'Save the answer');
    await responder.open(story.trackOf('responder'));
  }
}

/** Another report of the same person that ends without a charge, and the review that they ask for. */
export async function sideInvestigation(story: Story): Promise<void> {
  await story.clock('2026-09-01');
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/tracks`);
  await responder.press('Follow another investigation');
  const main = story.trackOf('responder');
  story.tracks.set('responder', responder.path);
  await story.happened([
    ['responder', '2026-09-01', 'Crime reported to the police'],
    ['responder', '2026-09-01', 'Crime recorded, with a reference'],
    ['responder', '2026-09-02', 'Investigation opened'],
    ['responder', '2026-09-14', 'Police decided on no further action'],
    ['responder', '2026-09-15', 'Person told of a decision they can have reviewed'],
  ]);
  await responder.sees('They can ask for a review until');
  await story.happened([
    ['responder', '2026-09-21', 'Person asked for a review of the decision'],
    [
      'responder',
      '2026-10-12',
      'Review of the decision finished',
      { 'Which of these?': 'The decision stands' },
    ],
  ]);
  await recordPosition(responder, { day: '2026-10-12', where: 'Is undecided', why: 'Health and wellbeing' });
  await responder.look('/cases/:id/tracks/:track without a charge');
  story.tracks.set('responder', main);
  await responder.open(`${story.casePath}/tracks`);
  await responder.sees('Investigation 2');
  await responder.look('/cases/:id/tracks with two');
}

/** The charge, and what the person says of it while they wait for a trial. */
export async function charge(story: Story): Promise<void> {
  await story.happened([
    ['officer', '2026-10-26', 'Suspect charged'],
    [
      'officer',
      '2026-11-03',
      'Hearing listed',
      { 'Which of these?': 'Magistrates’ court', 'When is it in court?': on('2026-11-24', '10am') },
    ],
    ['adviser', '2026-11-04', 'Witness care unit heard from the court'],
    ['officer', '2026-11-24', 'Hearing held', { 'Which of these?': 'First hearing' }],
  ]);
  await position(story, '2026-12-01', 'Withdrew from the prosecution', 'The time it takes');
  const officer = await story.as('officer');
  await officer.open(story.trackOf('officer'));
  expect(await officer.words).not.toContain('Withdrew from the prosecution');
  await story.happened([
    [
      'responder',
      '2026-12-08',
      'Decision to go on without the person',
      {
        'Which of these?': 'Risk to other people',
        'Who decided it?': 'The prosecutor',
        'When was the person told?': on('2026-12-08', '11am'),
      },
    ],
  ]);
  await position(story, '2027-01-08', 'Supports the prosecution', 'Wants it to go on');
}

/** What the person says of the prosecution, to the adviser who stands beside them. */
async function position(story: Story, day: string, where: string, why: string): Promise<void> {
  await story.clock(day);
  const adviser = await story.as('adviser');
  await adviser.open(story.trackOf('adviser'));
  await recordPosition(adviser, { day, where, why });
  await adviser.sees('Support, requests and promised contact go on whatever they decide.');
  await story.worked();
}

async function recordPosition(
  reader: Reader,
  { day, where, why }: { readonly day: string; readonly where: string; readonly why: string },
): Promise<void> {
  await reader.follow('Record what the person says');
  const said = {
    'Where do they stand?': where,
    'When did they say it?': on(day, '9am'),
    'Why, if they said?': why,
    'Did they say it themselves to whoever recorded it?': 'Yes, they said it themselves',
  };
  await reader.send(said, 'Save their position');
  await reader.sees(where);
}
