import { computeDue, inputsOf, type CalendarVersion, type DeadlinePolicy } from '../deadline';
import { HOUR, nextOpening, plus, soundCalendarOf, type Instant } from '../time';

export interface DeskCeiling {
  readonly limb: string;
  readonly tried: number;
  /** Starts for which the desk opens at some moment before the deadline. */
  readonly withOpening: number;
}

const WEEKS = 52;

/**
 * For reports spread evenly over a year, one an hour: how many deadlines have any opening time before them. No effort
 * can lift a share above this, so it is shown before anybody promises more (practice §0, finding 2). Starts past the
 * known bank holidays are not tried.
 */
export function deskCeiling(
  policy: DeadlinePolicy,
  { calendar, from }: { calendar: CalendarVersion; from: Instant },
): readonly DeskCeiling[] {
  const desk = soundCalendarOf(calendar.hours);
  const starts = Array.from({ length: WEEKS * 7 * 24 }, (_, index) => plus(from, index * HOUR));
  return policy.limbs.map(({ id }) => {
    const limbOnly = { ...policy, limbs: policy.limbs.filter((limb) => limb.id === id) };
    const answers = starts.flatMap((startedAt) =>
      inputsOf({ policy: limbOnly, calendar, startedAt, tzdata: '' }).flatMap((inputs) => {
        const due = computeDue(inputs);
        const opening = nextOpening(desk, startedAt);
        return due.kind === 'due' && opening.kind === 'opening' ? [opening.at <= due.at] : [];
      }),
    );
    return { limb: id, tried: answers.length, withOpening: answers.filter(Boolean).length };
  });
}
