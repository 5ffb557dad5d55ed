import type { DatedException, OpeningHours, SafeContactCard, Span, Weekday } from '#libs/domain';
import { calendarDay } from '../../formatting/moments';
import { safeHoursInWords, spansInWords } from '../cases/safe-hours';

export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** When contact is safe and when it never is, one line for each; dates with hours of their own come last. */
export function cardHoursInWords(
  card: Pick<SafeContactCard, 'windows' | 'saidWindows' | 'never' | 'exceptions'>,
): readonly string[] {
  const { windows, saidWindows, never, exceptions } = card;
  const only = saidWindows === null || windows === null ? [] : safeHoursInWords(windows);
  return [
    ...(only.length === 0 && never === null ? ['No time of the week was ruled out.'] : []),
    ...only.map((line) => `Call only: ${line}.`),
    ...(never === null ? [] : safeHoursInWords(never).map((line) => `Never: ${line}.`)),
    ...exceptions.map(exceptionInWords),
  ];
}

export function exceptionInWords({ date, kind, spans }: DatedException): string {
  const hours = spansInWords(spans);
  return `On ${calendarDay(date)}: ${kind === 'open' ? `also safe ${hours}` : `never ${hours}`}.`;
}

/** One weekday's hours as a form shows them, ready to be typed over. */
export function typedHours(hours: OpeningHours | null, day: Weekday): string {
  return spansInWords(hours?.schedule[day] ?? []);
}

export function hoursOf(
  week: readonly (readonly [Weekday, readonly Span[]])[],
  timezone: string,
): OpeningHours | null {
  const days = week.filter(([, spans]) => spans.length > 0);
  return days.length === 0 ? null : { timezone, schedule: Object.fromEntries(days), holidays: [] };
}
