import { on } from './reader';
import type { Step, Story } from './story';

const WHICH = 'Which of these?';
const COURT = 'When is it in court?';
const HEARD = 'Witness care unit heard from the court';
const SECTION_28 = 'Recorded cross-examination (section 28)';

const TO_TRIAL: readonly Step[] = [
  ['officer', '2027-01-11', 'Not guilty plea'],
  ['officer', '2027-01-12', 'Trial date set', { [COURT]: on('2027-05-10', '10am') }],
  ['adviser', '2027-01-13', HEARD],
  ['adviser', '2027-01-20', 'Special measure asked for', { [WHICH]: 'Screens' }],
  ['adviser', '2027-01-21', 'Special measure asked for', { [WHICH]: SECTION_28 }],
  ['officer', '2027-02-17', 'Special measure granted', { [WHICH]: 'Screens' }],
  ['officer', '2027-02-17', 'Special measure granted', { [WHICH]: SECTION_28 }],
  [
    'officer',
    '2027-03-01',
    'Recorded cross-examination listed (section 28)',
    { [COURT]: on('2027-04-19', '10am') },
  ],
  [
    'officer',
    '2027-03-30',
    'Trial date moved',
    { [WHICH]: 'No court time', [COURT]: on('2027-11-15', '10am') },
  ],
  ['adviser', '2027-03-31', HEARD],
  ['officer', '2027-04-19', 'Cross-examination recorded (section 28)'],
];
const TRIAL: readonly Step[] = [
  ['responder', '2027-09-01', 'Visit to the court before trial'],
  [
    'officer',
    '2027-10-12',
    'Trial date moved',
    { [WHICH]: 'Defence not ready', [COURT]: on('2027-11-29', '10am') },
  ],
  ['adviser', '2027-10-13', HEARD],
  ['officer', '2027-11-29', 'Trial began'],
  ['officer', '2027-12-08', 'Guilty verdict'],
  ['adviser', '2027-12-09', HEARD],
];
const SENTENCE: readonly Step[] = [
  ['adviser', '2027-12-10', 'Person wants to make a personal statement'],
  ['officer', '2027-12-14', 'Victim personal statement taken'],
  ['officer', '2027-12-15', 'Sentence hearing listed', { [COURT]: on('2028-01-14', '10am') }],
  ['officer', '2028-01-14', 'Victim personal statement read in court', { [WHICH]: 'Read by the person' }],
  ['officer', '2028-01-14', 'Sentence passed', { [WHICH]: 'Prison, 12 months or more' }],
  ['officer', '2028-01-14', 'Court decided about compensation', { [WHICH]: 'Ordered' }],
  ['adviser', '2028-01-17', HEARD],
  ['adviser', '2028-01-20', 'Referred to the Victim Contact Scheme'],
  ['adviser', '2028-02-01', 'Victim Contact Scheme offered'],
  ['adviser', '2028-02-14', 'Person joined the Victim Contact Scheme'],
];

/** A plea, special measures, a cross-examination recorded ahead, and a trial whose day moves for the first time. */
export async function beforeTrial(story: Story): Promise<void> {
  await story.happened(TO_TRIAL);
  const [responder, adviser] = [await story.as('responder'), await story.as('adviser')];
  await responder.open(story.trackOf('responder'));
  await responder.follow('Record who is in charge');
  await responder.send(
    newOfficer('5520', '2027-04-05', 'The officer before is on long leave'),
    'Save the officer in charge',
  );
  await responder.sees(/Times the trial was moved 1/);
  await responder.sees(/Screens Granted/);
  await responder.look('/cases/:id/tracks/:track before trial');
  await adviser.open(story.trackOf('adviser'));
  await adviser.follow('Record who is in charge');
  await adviser.send(
    newOfficer('6041', '2027-04-12', 'The person asked for another officer'),
    'Save the officer in charge',
  );
}

/** Moved for a second time, held, and a verdict; what was entered wrongly is put right by whoever entered it. */
export async function trial(story: Story): Promise<void> {
  await story.happened(TRIAL);
  const [responder, adviser] = [await story.as('responder'), await story.as('adviser')];
  await responder.open(story.trackOf('responder'));
  await responder.sees(/Times the trial was moved 2/);
  await responder.follow(/^Correct.*Visit to the court/);
  const exact = {
    'When did it happen?': on('2027-09-01', '1pm'),
    'Why is it corrected?': 'The date was wrong',
  };
  await responder.send(exact, 'Save the correction');
  await story.happened([['responder', '2027-12-09', 'Witness expenses claimed']]);
  await responder.follow(/^Withdraw.*Witness expenses claimed/);
  await responder.send({ 'Why is it withdrawn?': 'It did not happen' }, 'Withdraw this entry');
  await responder.look('/cases/:id/tracks/:track after the verdict');
  await adviser.open(story.trackOf('adviser'));
  await adviser.sees('Guilty verdict');
}

/** The person's own statement, the sentence, compensation and the contact scheme. */
export async function sentence(story: Story): Promise<void> {
  await story.happened(SENTENCE);
  const adviser = await story.as('adviser');
  await adviser.open(story.trackOf('adviser'));
  await adviser.follow(/^Correct.*Victim Contact Scheme offered/);
  const exact = {
    'When did it happen?': on('2028-02-02', '9am'),
    'Why is it corrected?': 'The date was wrong',
  };
  await adviser.send(exact, 'Save the correction');
  await story.happened([['adviser', '2028-02-15', 'Criminal injuries compensation claimed']]);
  await adviser.follow(/^Withdraw.*Criminal injuries/);
  await adviser.send({ 'Why is it withdrawn?': 'It belongs to another case' }, 'Withdraw this entry');
  await adviser.look('/shared/:id/tracks/:track to the contact scheme');
  const officer = await story.as('officer');
  await officer.open(story.trackOf('officer'));
  await officer.look('/referrals/:id/tracks/:track to the sentence');
}

function newOfficer(number: string, day: string, why: string) {
  return {
    'Officer’s number': number,
    'From when are they in charge?': on(day, '9am'),
    'Why did it change?': why,
    'Was the person told who their officer is now?': 'Not yet',
  };
}
