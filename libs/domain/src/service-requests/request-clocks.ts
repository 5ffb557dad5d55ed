/**
 * How long each step of a request for support may take, as a version that every request remembers. Days that are
 * "working" are days on which the service opens, read as close of service on the n-th such day (reading A), or the
 * desk's days where a service states no hours.
 */
export interface RequestClocks {
  readonly id: string;
  readonly version: number;
  /** From when it holds, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** Working days of the desk: to find a service, to send, and for a manager who took it on to look again. */
  readonly chooseWithinDays: number;
  readonly sendWithinDays: number;
  readonly manageWithinDays: number;
  /** Working days of the service: to say that it has it, to say yes or no, and to find a worker for one who lost theirs. */
  readonly acknowledgeWithinDays: number;
  readonly decideWithinDays: number;
  readonly decideUrgentWithinDays: number;
  readonly allocateWithinDays: number;
  /** Days of 24 hours, ending with the first close of service from then on. */
  readonly stillWantedEveryDays: number;
  readonly startWithinDays: number;
  readonly reviewEveryDays: number;
  /** Working days of silence after the due time until another service is offered, and until a manager has it. */
  readonly offerNextAfterDays: number;
  readonly landAfterDays: number;
  readonly closesAt: string;
  readonly source: string;
}

/**
 * The clocks where an area states none. One working day to acknowledge, five to decide, thirty days to hear from
 * somebody who waits and to begin, and a review every twelve weeks are the ASSUMPTIONS of practice.md §2.4–2.5; the
 * others are ours (decision 0027).
 */
export const DEFAULT_REQUEST_CLOCKS: RequestClocks = {
  id: 'request-clocks',
  version: 1,
  effectiveFrom: '2000-01-01',
  chooseWithinDays: 1,
  sendWithinDays: 1,
  manageWithinDays: 1,
  acknowledgeWithinDays: 1,
  decideWithinDays: 5,
  decideUrgentWithinDays: 1,
  allocateWithinDays: 2,
  stillWantedEveryDays: 30,
  startWithinDays: 30,
  reviewEveryDays: 84,
  offerNextAfterDays: 1,
  landAfterDays: 2,
  closesAt: '17:00',
  source: 'Assumptions of practice.md 2.4 and 2.5, to confirm with the commissioner and the centres',
};

export type RequestClocksFault =
  'not-whole-days' | 'lands-before-offer' | 'not-a-closing-time' | 'no-source' | 'not-a-date';

const DAYS = [
  'chooseWithinDays',
  'sendWithinDays',
  'manageWithinDays',
  'acknowledgeWithinDays',
  'decideWithinDays',
  'decideUrgentWithinDays',
  'allocateWithinDays',
  'stillWantedEveryDays',
  'startWithinDays',
  'reviewEveryDays',
  'offerNextAfterDays',
  'landAfterDays',
] as const satisfies readonly (keyof RequestClocks)[];

/** What is wrong with clocks that somebody wrote down; none means that every live request gets a due time from them. */
export function requestClocksFaults(clocks: RequestClocks): readonly RequestClocksFault[] {
  const whole = DAYS.every(
    (name) => Number.isSafeInteger(clocks[name]) && clocks[name] >= 1 && clocks[name] <= 366,
  );
  return [
    ...(whole ? [] : (['not-whole-days'] as const)),
    ...(clocks.landAfterDays >= clocks.offerNextAfterDays ? [] : (['lands-before-offer'] as const)),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(clocks.closesAt) ? [] : (['not-a-closing-time'] as const)),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(clocks.effectiveFrom) ? [] : (['not-a-date'] as const)),
    ...(clocks.source.trim() === '' ? (['no-source'] as const) : []),
  ];
}
