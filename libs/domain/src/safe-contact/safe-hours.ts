import { parseDate, WEEKDAYS, weekdayOf, type OpeningHours, type Span, type WeeklySchedule } from '../time';
import type { DatedException, SafeContactCard } from './card';

type Said = Pick<SafeContactCard, 'saidWindows' | 'never' | 'exceptions'>;

const ALL_DAY: readonly Span[] = [['00:00', '24:00']];

/**
 * The one answer to "when is contact safe?": windows minus never-times, then the exceptions of single dates. On its
 * date an `open` exception adds hours, also over a weekly never-time; a `never` exception takes hours away and wins
 * over everything. Null when nothing was named at all. `timezone` counts when only exceptions are known.
 */
export function safeHours({ saidWindows, never, exceptions }: Said, timezone: string): OpeningHours | null {
  if (never === null && exceptions.length === 0) return saidWindows;
  const schedule: WeeklySchedule = Object.fromEntries(
    WEEKDAYS.map((day) => {
      const open = saidWindows === null ? ALL_DAY : (saidWindows.schedule[day] ?? []);
      return [day, minus(open, never?.schedule[day] ?? [])] as const;
    }).filter(([, spans]) => spans.length > 0),
  );
  const dates = [...new Set(exceptions.map(({ date }) => date))];
  const dateOverrides = Object.fromEntries(
    dates.map((date) => {
      const day = parseDate(date);
      const weekly = day === undefined ? [] : (schedule[weekdayOf(day)] ?? []);
      const open = joined([...weekly, ...spansOf(exceptions, { date, kind: 'open' })]);
      return [date, minus(open, spansOf(exceptions, { date, kind: 'never' }))];
    }),
  );
  const zone = saidWindows?.timezone ?? never?.timezone ?? timezone;
  return {
    timezone: zone,
    schedule,
    holidays: [],
    ...(dates.length > 0 && { dateOverrides }),
  };
}

function spansOf(
  exceptions: readonly DatedException[],
  { date, kind }: Pick<DatedException, 'date' | 'kind'>,
): readonly Span[] {
  return exceptions.filter((one) => one.date === date && one.kind === kind).flatMap(({ spans }) => spans);
}

/** What is left of `open` once every span of `taken` is gone. Local times of equal length compare as text. */
function minus(open: readonly Span[], taken: readonly Span[]): readonly Span[] {
  return joined(taken).reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap(([opens, closes]) => {
        if (to <= opens || closes <= from) return [[opens, closes] as const];
        const before: readonly Span[] = opens < from ? [[opens, from]] : [];
        const after: readonly Span[] = to < closes ? [[to, closes]] : [];
        return [...before, ...after];
      }),
    joined(open),
  );
}

/** Sorted, and touching spans made one, so that noon is not an edge. */
export function joined(spans: readonly Span[]): readonly Span[] {
  return spans
    .toSorted(([a], [b]) => a.localeCompare(b))
    .reduce<readonly Span[]>((merged, [from, to]) => {
      const last = merged.at(-1);
      if (!last || last[1] < from) return [...merged, [from, to]];
      return [...merged.slice(0, -1), [last[0], to > last[1] ? to : last[1]]];
    }, []);
}
