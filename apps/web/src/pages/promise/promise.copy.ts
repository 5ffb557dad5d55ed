import { SMALLEST_PERCENT_BASE } from '#libs/domain';

export const PROMISE_TITLE = 'The contact promise';
export const PROVISIONAL =
  'Provisional. These are live counts for the whole county: they move as clocks run out and as late entries are confirmed. Counts are exact.';
export const REBUILDING = (percent: number) =>
  `The figures are being counted again from the records: ${percent}% is read. Until that is done you see the figures as they stand, and they are kept up to date.`;
export const TWO_CLOCKS =
  'Two time limits run side by side from the report to the police. Both are shown in full; neither replaces the other.';
export const BASE_TOO_SMALL = `No percentage is given on fewer than ${SMALLEST_PERCENT_BASE} decided referrals: one person would move it by more than ten points.`;
export const NOTHING_DECIDED = 'No referral has been decided yet';
export const BINDING = 'The limit that counts for the promise';
export const NOT_BINDING = 'The other limit, reported beside it';
export const EXPLAIN = 'Explain this number';
export const MONTH_LABEL = 'Month of the report to the police';
export const MONTH_BUTTON = 'Show this month';
export const MONTH_ERROR = 'Choose a month from the list';
export const MONTH_OUTSIDE =
  'Choose a month from the list: figures are counted from the first referral until this month';
export const MONTH_BY_MONTH = 'Month by month';
export const SHARE_CHART = {
  title: (limb: string) => `Share in time: ${limb}`,
  subtitle:
    'Percentage in time of the police referrals that are decided, by month of the report. Whole county, provisional.',
  value: (percent: string) => `${percent}%`,
} as const;
export const COUNT_CHART = {
  title: (limb: string) => `How many: ${limb}`,
  subtitle: 'Police referrals decided and in time, by month of the report. Whole county, provisional.',
  value: (decided: string, met: string) => `${decided} decided and ${met} of them in time`,
  decided: 'Decided',
  inTime: 'Of these, in time',
} as const;
export const LEFT_OUT_OF_CHARTS = {
  'small-base': `Fewer than ${SMALLEST_PERCENT_BASE} decided: no percentage.`,
  nothing: 'No referral of the month is decided.',
} as const;
export const HOW_IT_ADDS_UP = 'How it adds up';

export const ROWS = {
  referrals: 'Police referrals in the month',
  met: 'In time',
  metByConfirmedLateEntry: 'of these, entered late and confirmed by a second person',
  metByCorrectedStart: 'of these, after the start of the clock was corrected',
  missed: 'Not in time',
  missedButInAdjustedTime: 'of these, inside the time adjusted for a recorded reason',
  stillOpen: 'Still open: not decided yet',
  cancelled: 'Cancelled before it was decided',
  cancelledByRedirect: 'of these, another body had taken the person on',
  cancelledByDeath: 'of these, the person had died',
  cancelledAsDuplicate: 'of these, another referral tells of the same report',
} as const;

export const REASONS_TOGETHER =
  'Why they were cancelled is shown as one number, because one of the reasons is about fewer than eight people.';
export const ADJUSTED_NOTE =
  'A recorded reason is, for example, that the person asked us to wait or had no safe route. It stands beside the figure and never turns a miss into a pass.';
export const PROVISIONAL_TAG = 'Provisional';
