import fc from 'fast-check';
import { calendarOf, instantAtLocal, isOpen, WEEKDAYS, type OpeningHours, type Span } from '../time';
import type { DatedException } from './card';
import { safeHours } from './safe-hours';

const ZONE = 'Europe/London';
/** Monday 2 March 2026 to Sunday 8 March: no clock changes in between. */
const DATES = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-07',
  '2026-03-08',
];

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(23), fc.integer({ min: 1, max: 24 }))
  .map(([from, length]): Span => [clock(from), clock(Math.min(24, from + length))]);
const spans = fc.array(span, { maxLength: 3 });
const weekly: fc.Arbitrary<OpeningHours | null> = fc.option(
  fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, spans]))).map((schedule) => ({
    timezone: ZONE,
    schedule,
    holidays: [],
  })),
);
const exceptions: fc.Arbitrary<readonly DatedException[]> = fc.array(
  fc.record({
    date: fc.constantFrom(...DATES),
    kind: fc.constantFrom('open' as const, 'never' as const),
    spans: fc.array(span, { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 4 },
);
const moment = fc.record({ day: fc.nat(6), hour: fc.nat(23) });

const holds = (within: readonly Span[], hour: number) =>
  within.some(([from, to]) => from <= clock(hour) && clock(hour) < to);

function openAt(hours: OpeningHours | null, { day, hour }: { day: number; hour: number }): boolean {
  if (hours === null) return true;
  const question = { date: DATES[day] ?? '', time: clock(hour), timezone: ZONE } as const;
  const at = instantAtLocal({ ...question, repeated: 'refuse', missing: 'refuse' });
  const built = calendarOf(hours);
  return built.kind === 'built' && at.kind === 'instant' && isOpen(built.calendar, at.at);
}

describe('the safe hours of a card, at any hour of a week', () => {
  it('are the windows less the never-times, with the exceptions of the date laid in', () => {
    fc.assert(
      fc.property(weekly, weekly, exceptions, moment, (saidWindows, never, dated, at) => {
        const weekday = WEEKDAYS[at.day] ?? 'mon';
        const said = saidWindows === null || holds(saidWindows.schedule[weekday] ?? [], at.hour);
        const ruledOut = holds(never?.schedule[weekday] ?? [], at.hour);
        const onDate = (kind: DatedException['kind']) =>
          dated.some((one) => one.kind === kind && one.date === DATES[at.day] && holds(one.spans, at.hour));
        const expected = !onDate('never') && (onDate('open') || (said && !ruledOut));
        expect(openAt(safeHours({ saidWindows, never, exceptions: dated }, ZONE), at)).toBe(expected);
      }),
    );
  });

  it('never grow by a never-time', () => {
    fc.assert(
      fc.property(weekly, weekly, exceptions, moment, (saidWindows, never, dated, at) => {
        const without = openAt(safeHours({ saidWindows, never: null, exceptions: dated }, ZONE), at);
        const having = openAt(safeHours({ saidWindows, never, exceptions: dated }, ZONE), at);
        expect(having && !without).toBe(false);
      }),
    );
  });

  it('are what the person named, the very same value, where nothing else was said', () => {
    fc.assert(
      fc.property(weekly, (saidWindows) => {
        expect(safeHours({ saidWindows, never: null, exceptions: [] }, ZONE)).toBe(saidWindows);
      }),
    );
  });
});
