import type { RotaRefusal } from '#libs/casework';
import type { ClosureReason } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const ROTA = {
  title: 'On-call rota',
  week: 'Week from',
  earlier: 'Week before',
  later: 'Week after',
  thisWeek: 'This week',
  caption:
    'Who is on call and who is on leave, by person and half day: am is midnight to midday, pm midday to midnight',
  region: 'The week by person and half day',
  person: 'Person',
  am: 'am',
  pm: 'pm',
  nobody: 'Nobody on call',
  gap: 'Gap',
  onCall: 'On call',
  leave: 'Leave',
  closed: 'Desk closed',
  bankHoliday: 'Desk closed: bank holiday',
  open: 'Desk open',
  onLeaveThen: (nameWithIs: string, day: string) =>
    `${nameWithIs} on call from ${day} and on leave for part of that time. Change the shift.`,
  leaveLink: 'Leave and cover',
  centres: 'Centres closed in this week',
  noCentres: 'No centre says that it is closed in this week.',
  gaps: 'Gaps in this week',
  noGaps: 'There is no gap in this week.',
  fill: 'Fill this gap',
  shifts: 'Shifts of this week',
  noShifts: 'This week has no shift yet.',
  change: 'Change',
  add: 'Add a shift',
  readOnly: 'A duty lead or service manager keeps the rota.',
} as const;

export const SHIFT = {
  add: 'Add a shift',
  change: 'Change a shift',
  who: 'Who is on call?',
  whoMissing: 'Select who is on call',
  nobodyToAsk: 'Nobody has a role that answers pages. Ask an administrator.',
  submit: 'Save the shift',
  remove: 'Remove this shift',
  removeHint: 'From then on nobody is on call in that time, unless another shift covers it.',
  saved: {
    title: 'The rota has changed',
    lines: ['The person on call gets urgent pages from the start of the shift.'],
  },
  removed: { title: 'The shift is off the rota', lines: ['Look at the gaps of the week.'] },
  stale: 'Somebody changed this shift after you opened the page. Nothing was saved. Look at the rota again.',
} as const;

export const FROM = {
  legend: 'From when?',
  hint: 'For example, 27 3 2026 and 5pm',
  missing: 'Enter from when',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time the shift starts',
} as const;

export const TO = {
  legend: 'Until when?',
  hint: 'For example, 28 3 2026 and 9am',
  missing: 'Enter until when',
  notADate: 'Enter a real date, such as 28 3 2026',
  timeMissing: 'Enter the time the shift ends',
} as const;

export const REFUSALS: RefusalCopy<RotaRefusal> = {
  'ends-before-it-starts': { sentence: 'The end of the shift must be after its start', field: 'toDay' },
  'too-long': { sentence: 'A shift can last 7 days at most. Enter an earlier end', field: 'toDay' },
  'over-already': { sentence: 'The shift must end in the future', field: 'toDay' },
  overlaps: {
    sentence:
      'Somebody else is on call for part of that time. Change their shift first, or enter other times',
    field: 'fromDay',
  },
  'not-on-the-team': {
    sentence: 'Select somebody who works on the team now; this person’s account or role has changed',
    field: 'userId',
  },
  'on-leave': {
    sentence: 'This person is on leave for part of that time. Select somebody else, or enter other times',
    field: 'userId',
  },
};

export const CLOSED_BECAUSE: Readonly<Record<ClosureReason, string>> = {
  holiday: 'holiday',
  training: 'training',
  building: 'work on the building',
  staffing: 'not enough staff',
  other: 'no reason given',
};
