import { parseInstant, type Instant, type OpeningHours, type Span, type WeeklySchedule } from '#libs/domain';

/** The fields of a line that make its calendar. */
export const CALENDAR_FIELDS = ['timezone', 'schedule', 'holidays', 'dateOverrides', 'closed'] as const;

export function isCalendarField(name: string): boolean {
  return CALENDAR_FIELDS.some((known) => known === name);
}

export type RawHours = Readonly<Partial<Record<(typeof CALENDAR_FIELDS)[number], unknown>>>;

export type HoursRefusal =
  | 'invalid-timezone'
  | 'invalid-schedule'
  | 'invalid-span'
  | 'invalid-holidays'
  | 'invalid-date-overrides'
  | 'invalid-closed-period';

/** Only the shape is checked here, so that "7200" is not a number; what the hours mean is for the domain to judge. */
export function readOpeningHours(
  raw: RawHours,
): { kind: 'read'; hours: OpeningHours } | { kind: 'refused'; reason: HoursRefusal } {
  if (typeof raw.timezone !== 'string') return { kind: 'refused', reason: 'invalid-timezone' };
  const schedule = readSpansByKey(raw.schedule);
  if (!schedule) return { kind: 'refused', reason: 'invalid-schedule' };
  const dateOverrides = readSpansByKey(raw.dateOverrides ?? {});
  if (!dateOverrides || raw.dateOverrides === null)
    return { kind: 'refused', reason: 'invalid-date-overrides' };
  if (schedule === 'invalid-span' || dateOverrides === 'invalid-span') {
    return { kind: 'refused', reason: 'invalid-span' };
  }
  const holidays = raw.holidays === undefined ? [] : raw.holidays;
  if (!isListOfStrings(holidays)) return { kind: 'refused', reason: 'invalid-holidays' };
  const closed = readClosed(raw.closed === undefined ? [] : raw.closed);
  if (!closed) return { kind: 'refused', reason: 'invalid-closed-period' };
  const { timezone } = raw;
  // The domain refuses a key that is no weekday, so the keys may pass as they are.
  return {
    kind: 'read',
    hours: { timezone, schedule: schedule as WeeklySchedule, holidays, dateOverrides, closed },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSpansByKey(raw: unknown): Record<string, readonly Span[]> | 'invalid-span' | undefined {
  if (!isObject(raw)) return undefined;
  const entries = Object.entries(raw);
  if (!entries.every((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))) return undefined;
  const spansOnly = entries.filter((entry): entry is [string, Span[]] => entry[1].every(isPairOfStrings));
  return spansOnly.length === entries.length ? Object.fromEntries(spansOnly) : 'invalid-span';
}

function readClosed(raw: unknown): (readonly [Instant, Instant])[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const periods: (readonly [Instant, Instant])[] = [];
  for (const pair of raw) {
    if (!isPairOfStrings(pair)) return undefined;
    const from = parseInstant(pair[0]);
    const to = parseInstant(pair[1]);
    if (from.kind === 'refused' || to.kind === 'refused') return undefined;
    periods.push([from.at, to.at]);
  }
  return periods;
}

function isPairOfStrings(value: unknown): value is readonly [string, string] {
  return isListOfStrings(value) && value.length === 2;
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
