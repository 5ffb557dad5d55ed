import type { DeadlinePolicy, Fact, WorkingDayReading } from '#libs/domain';

export const POLICIES_TITLE = 'Policies and calendars';
export const POLICIES_INTRO =
  'The rules each deadline is worked out under. A clock that has started keeps the version it began with; a new version is for clocks that start later. A change is proposed by one person and approved by another.';
export const IN_FORCE = 'In force';
export const REPLACED = 'Replaced: kept for the clocks that began under it';
export const AHEAD = 'Not in force yet';
export const BINDING = 'This is the limit that counts for the promise.';
export const BESIDE = 'Reported beside the promise.';
export const FROM_THE_BEGINNING = 'From the beginning';
export const draftPolicy = (id: string) => `Draft the next version of ${id}`;
export const DRAFT_HOURS = 'Change opening hours and closures';
export const DRAFT_HOLIDAYS = 'Add bank holidays';
export const DRAFT_LADDER = 'Draft the next version of the ladder';
export const DRAFT_ATTEMPTS = 'Draft the next version of the attempt policy';

export const changedFrom = (version: number) => `What changed from version ${version}`;

export const CLOCK_STARTS: Readonly<Record<DeadlinePolicy['clockStart'], string>> = {
  'reported-at': 'When the person reported to the police',
  'victim-agreed-at': 'When the person agreed to be contacted',
  'received-at': 'When the referral was received',
};

export const STOPPED_BY: Readonly<Record<Fact, string>> = {
  'first-attempt': 'The first attempt to reach the person',
  'first-safe-reach': 'The first time the person was reached, even if it was not safe to talk',
  'first-conversation': 'The first conversation with the person',
  'first-engagement': 'The first session of support',
};

export const READINGS: Readonly<Record<WorkingDayReading, string>> = {
  A: 'Counted in working days after the day of the report. The hour of the report does not matter.',
  B: 'Counted in opening time: nights, weekends and bank holidays do not count.',
  C: 'A report outside opening hours counts from the next opening; then in working days.',
};
export const ELAPSED = 'Every hour counts, nights, weekends and bank holidays included.';
export const CLOSED = 'Closed';

export const holidaysEnd = (day: string) => `Bank holidays are known until ${day}.`;
export const holidaysEndSoon = (day: string) =>
  `Bank holidays are known only until ${day}. After that no deadline can be worked out: add the next dates before then.`;
export const NO_HOLIDAY_END = 'The list of bank holidays has no end date: nothing warns when it runs out.';
