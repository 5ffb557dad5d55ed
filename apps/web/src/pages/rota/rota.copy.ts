import type { RotaRefusal } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

export const ROTA = {
  title: 'On-call rota',
  urgentNow: 'Who gets urgent pages now',
  overdueNow: 'Who gets overdue alerts now',
  nobodyNow: 'Nobody is on call. The duty leads are told instead, and the referrer keeps the risk.',
  noLead: 'Nobody has the duty lead role. Ask the service manager.',
  week: 'Week from',
  earlier: 'Week before',
  later: 'Week after',
  thisWeek: 'This week',
  day: 'Day',
  morning: 'Midnight to midday',
  afternoon: 'Midday to midnight',
  nobody: 'Nobody',
  closed: 'Desk closed',
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
};
