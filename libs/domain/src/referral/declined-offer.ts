/** What the person said when a call was offered and not taken up. Neither ever makes a referral. */
export const DECLINED_ANSWERS = ['not-now', 'no'] as const;
export type DeclinedAnswer = (typeof DECLINED_ANSWERS)[number];

export type AskAgainDayRefusal = 'ask-again-in-the-past' | 'ask-again-too-far';

/** Further ahead than this a date is a slip of the keyboard, in years. */
const FURTHEST_YEARS = 2;

/**
 * Whether an officer may note this day (YYYY-MM-DD) to ask again; today counts. Null: it may be noted. Days compare
 * as text.
 */
export function checkAskAgainDay(options: {
  askAgainOn: string;
  todayOn: string;
}): AskAgainDayRefusal | null {
  const { askAgainOn, todayOn } = options;
  if (askAgainOn < todayOn) return 'ask-again-in-the-past';
  const furthest = `${Number(todayOn.slice(0, 4)) + FURTHEST_YEARS}${todayOn.slice(4)}`;
  return askAgainOn > furthest ? 'ask-again-too-far' : null;
}

/** The first day of the month a day lies in: all that is kept of when the offer was made. */
export function monthOf(dayOn: string): string {
  return `${dayOn.slice(0, 7)}-01`;
}
