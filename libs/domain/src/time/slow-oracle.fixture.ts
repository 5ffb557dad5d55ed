import type { OpeningHours, Span } from './opening-hours';

/**
 * Answers the questions of this folder in the slowest and plainest way there is: it looks at a clock on the wall,
 * instant by instant, and compares texts. It shares no code with what it checks, not even the zone library.
 */
export interface SlowOracle {
  due(start: number, seconds: number): number | undefined;
  elapsed(from: number, to: number): number;
  closeOfService(start: number, days: number, closesAt: string): number | undefined;
  nextOpening(start: number): number | undefined;
}

/** `step` must divide every time in the hours and every clock change; `reach` is how many steps it looks ahead. */
export function slowOracle(
  hours: OpeningHours,
  { step, reach }: { step: number; reach: number },
): SlowOracle {
  const wallAt = wallClock(hours.timezone);
  const isOpen = (at: number) => {
    const { date, time, weekday } = wallAt(at);
    const spans = spansOf(hours, { date, weekday });
    const shut = (hours.closed ?? []).some(([from, to]) => at >= from && at < to);
    return !shut && spans.some(([opens, closes]) => padded(opens) <= time && time < padded(closes));
  };
  const find = (start: number, wanted: (at: number) => boolean) => {
    for (let i = 0, at = start; i < reach; i += 1, at += step) if (wanted(at)) return at;
    return undefined;
  };
  return {
    due(start, seconds) {
      let left = seconds * 1_000;
      if (left === 0) return find(start, isOpen);
      const lastStep = find(start, (at) => isOpen(at) && (left -= step) <= 0);
      return lastStep === undefined ? undefined : lastStep + step + left;
    },
    elapsed(from, to) {
      let open = 0;
      for (let at = from; at < to; at += step) if (isOpen(at)) open += step;
      return open / 1_000;
    },
    closeOfService(start, days, closesAt) {
      const startDate = wallAt(start).date;
      const dates = new Set<string>();
      find(start, (at) => {
        const { date } = wallAt(at);
        if (date > startDate && isOpen(at)) dates.add(date);
        return dates.size === days;
      });
      const last = [...dates][days - 1];
      if (last === undefined) return undefined;
      const wanted = `${last}T${padded(closesAt)}`;
      return find(start, (at) => `${wallAt(at).date}T${wallAt(at).time}` >= wanted);
    },
    nextOpening: (start) => find(start, isOpen),
  };
}

function wallClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const names = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
  return (at: number) => {
    const [date, time] = format.format(at).split(' ');
    return { date: date!, time: time!, weekday: names.format(at).toLowerCase() };
  };
}

function spansOf(hours: OpeningHours, on: { date: string; weekday: string }): readonly Span[] {
  const own = hours.dateOverrides?.[on.date];
  if (own) return own;
  if (hours.holidays.includes(on.date)) return [];
  const weekly: Readonly<Record<string, readonly Span[] | undefined>> = hours.schedule;
  return weekly[on.weekday] ?? [];
}

function padded(time: string): string {
  return time.length === 5 ? `${time}:00` : time;
}
