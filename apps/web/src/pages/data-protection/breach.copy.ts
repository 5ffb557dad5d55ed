import type { ChangeBreachOutcome } from '#libs/casework';
import { REGULATOR_HOURS, type BreachKind, type BreachRisk } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const BREACH_KIND_WORDS: Readonly<Record<BreachKind, string>> = {
  'wrong-recipient': 'Something went to the wrong person',
  'seen-by-someone-unsafe': 'Somebody unsafe saw it',
  'lost-or-stolen': 'A paper or device was lost or stolen',
  'unauthorised-access': 'Somebody looked who should not have',
  'not-available': 'It was lost, or nobody could get at it',
  other: 'Something else',
};

export const RISK_WORDS: Readonly<Record<BreachRisk, string>> = {
  unlikely: 'A risk to people is unlikely',
  risk: 'There is a risk to people: the regulator is told',
  'high-risk': 'The risk to people is high: the regulator and the people are told',
};

export const BREACHES = {
  title: 'Breaches of personal data',
  intro: `The regulator is told within ${REGULATOR_HOURS} hours of anybody here noticing, nights and weekends included, unless a risk to people is unlikely.`,
  assumption: `The ${REGULATOR_HOURS} hours are article 33 of the UK GDPR; the service’s own sources do not name the figure, so have it confirmed.`,
  record: 'Record a breach',
  openTitle: 'Open',
  empty: 'No breach is open.',
  closedTitle: 'Closed',
  noneClosed: 'No breach has been closed.',
  open: 'Open the breach',
  late: 'Late',
} as const;

export const NEW_BREACH = {
  title: 'Record a breach',
  intro: 'If somebody may be in danger because of it, make them safe first: then come back.',
  kindLegend: 'What happened?',
  prefix: 'noticed',
  noticedLegend: 'When did anybody here notice?',
  noticedHint: 'The hours run from then, whoever it was.',
  peopleLabel: 'How many people is it about?',
  peopleHint: 'As far as you know now. You can change it later.',
  wordsLabel: 'What happened, in your words',
  wordsHint: 'It is sealed. The register shows what kind of breach it was, and nothing of this.',
  submit: 'Record the breach',
  saved: 'The breach is in the register',
} as const;

export const BREACH_ERRORS = {
  kind: 'Select what happened',
  people: 'Enter how many people it is about, as a number up to 1,000,000',
  words: 'Enter what happened',
  wordsTooLong: 'What happened must be 4,000 characters or fewer',
  future: 'Enter a time that is not in the future',
  unreadable: 'Nothing can be sealed now, because the keys cannot be reached. Try again in a few minutes',
  risk: 'Select how great the risk to people is',
  moment: {
    missing: 'Enter when anybody here noticed',
    notADate: 'Enter a real date',
    timeMissing: 'Enter the time at which anybody here noticed',
  },
} as const;

export const BREACH = {
  title: (reference: string) => `Breach ${reference}`,
  assessLegend: 'How great is the risk to people?',
  assess: 'Save the risk',
  report: 'The regulator was told',
  tellPeople: 'The people it is about were told',
  close: 'Close the breach',
  saved: 'Saved',
  wordsTitle: 'What happened',
  unreadable: 'This cannot be opened: its key is gone or out of reach.',
  nextTitle: 'What you can record now',
  stale: 'Somebody changed the breach after you opened the page, so nothing was saved. Open it again.',
} as const;

type Reason = Extract<ChangeBreachOutcome, { kind: 'refused' }>['reason'];

export const BREACH_REFUSALS: RefusalCopy<Reason> = {
  closed: { sentence: 'The breach is closed. Record a new one if something else came to light.' },
  'already-done': { sentence: 'That was recorded before. Open the breach again.' },
  'not-assessed': { sentence: 'Judge the risk to people first, then close it.' },
  'regulator-not-told': { sentence: 'Tell the regulator first and record it, then close it.' },
  'people-not-told': { sentence: 'Tell the people it is about first and record it, then close it.' },
};
