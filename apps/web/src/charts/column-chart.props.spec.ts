import fc from 'fast-check';
import { barsOf, CLOSE, isInsideItsFrame, leftOut, wordsOf, WORDS } from './charts.samples';
import { columnChart, MOST_COLUMNS, type Column } from './column-chart';

const drawn = fc
  .nat({ max: 1000 })
  .chain((value) =>
    fc
      .option(fc.nat({ max: value }), { nil: undefined })
      .map((part) => ({ kind: 'drawn' as const, value, part, words: `${value} people` })),
  );
const columns: fc.Arbitrary<readonly Column[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: drawn }, leftOut), { minLength: 1, maxLength: MOST_COLUMNS })
  .map((data) => data.map((datum, n) => ({ name: `month ${n};`, tick: [`m${n}`, '2026'], datum })));

const asked = (some: readonly Column[], top = 1000) =>
  columnChart({ ...WORDS, columns: some, top, tickWords: String });

describe('a chart of columns', () => {
  it('draws every column inside its frame, in the order of the months, as high as its value', () => {
    fc.assert(
      fc.property(columns, (some) => {
        const chart = asked(some);
        fc.pre(chart !== undefined);
        expect(isInsideItsFrame(chart)).toBe(true);
        const wholes = some.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum] : []));
        const bars = barsOf(chart);
        const columnsDrawn = bars.filter(({ x }, n) => x !== bars[n - 1]?.x);
        expect(columnsDrawn.map(({ x }) => x)).toEqual(
          columnsDrawn.map(({ x }) => x).toSorted((a, b) => a - b),
        );
        expect(columnsDrawn.length).toBe(wholes.length);
        columnsDrawn.forEach(({ height }, n) =>
          expect(Math.abs(height - (wholes[n]!.value / 1000) * chart.plot.height)).toBeLessThan(CLOSE),
        );
      }),
    );
  });

  it('never draws what is left out: its shorthand stands there, and a note says what that means', () => {
    fc.assert(
      fc.property(columns, (some) => {
        const chart = asked(some);
        const hidden = some.filter(({ datum }) => datum.kind === 'left-out' && datum.because === 'hidden');
        if (chart === undefined) {
          expect(some.every(({ datum }) => datum.kind === 'left-out')).toBe(true);
          return;
        }
        expect(wordsOf(chart).filter((words) => words === '[c]').length).toBe(hidden.length);
        expect(chart.notes.some((note) => note.startsWith('[c] '))).toBe(hidden.length > 0);
        const bars = new Set(barsOf(chart).map(({ x }) => x)).size;
        expect(bars).toBe(some.filter(({ datum }) => datum.kind === 'drawn').length);
      }),
    );
  });

  it('says the highest, the lowest and the last of what is drawn, and nothing of what is hidden', () => {
    fc.assert(
      fc.property(columns, (some) => {
        const chart = asked(some);
        fc.pre(chart !== undefined);
        const shown = some.flatMap(({ name, datum }) => (datum.kind === 'drawn' ? [{ name, ...datum }] : []));
        const values = shown.map(({ value }) => value);
        const { description } = chart;
        const at = (value: number) => shown.find((one) => one.value === value)?.name;
        const [highest, lowest] = [Math.max(...values), Math.min(...values)];
        if (highest > lowest) {
          expect(description).toContain(`Highest: ${highest} people, ${at(highest)}`);
          expect(description).toContain(`Lowest: ${lowest} people, ${at(lowest)}`);
        }
        if (shown.length > 1) {
          const [first, last] = [shown.at(0)!, shown.at(-1)!];
          const change = last.value - first.value;
          const how = change === 0 ? 'the same as' : change > 0 ? 'higher than' : 'lower than';
          expect(description).toContain(`Last: ${last.value} people, ${last.name}, ${how} the first`);
        }
        const told = [...description.matchAll(/(\d+) people/g)].map(([, value]) => Number(value));
        expect(told.every((value) => values.includes(value))).toBe(true);
      }),
    );
  });

  it('keeps the part inside its whole', () => {
    fc.assert(
      fc.property(columns, (some) => {
        const chart = asked(some);
        fc.pre(chart !== undefined);
        const bars = barsOf(chart);
        for (const outline of bars.filter(({ look }) => look === 'outline')) {
          const part = bars.find(({ look, x }) => look === 'solid' && x === outline.x)!;
          expect(part.height).toBeLessThanOrEqual(outline.height);
          expect(Math.abs(part.y + part.height - outline.y - outline.height)).toBeLessThan(CLOSE);
        }
      }),
    );
  });

  it('says in one line each what is the same, alone or nowhere', () => {
    const of = (...values: readonly (number | null)[]): readonly Column[] =>
      values.map((value, n) => ({
        name: `month ${n}`,
        tick: ['m', ''],
        datum:
          value === null
            ? { kind: 'left-out', because: 'small-base' }
            : { kind: 'drawn', value, words: `${value}%` },
      }));
    expect(asked(of(5, 5))?.description).toBe(
      '2 months, month 0 to month 1. The same throughout: 5%. Last: 5%, month 1, the same as the first, month 0.',
    );
    expect(asked(of(null, 5))?.description).toBe(
      '2 months, month 0 to month 1. The only figure shown: 5%, month 1. Marked [u]: month 0.',
    );
    expect(asked(of(7, 2, 7))?.description).toContain(
      'Highest: 7%, month 0 and 1 more. Lowest: 2%, month 1.',
    );
    expect(asked(of(null, null))).toBeUndefined();
    expect(asked([])).toBeUndefined();
  });

  it('draws a true nothing as 0, and not as something hidden', () => {
    const chart = asked([
      { name: 'a', tick: ['a', ''], datum: { kind: 'drawn', value: 0, words: '0' } },
      { name: 'b', tick: ['b', ''], datum: { kind: 'left-out', because: 'hidden' } },
      { name: 'c', tick: ['c', ''], datum: { kind: 'drawn', value: 3, words: '3' } },
    ]);
    expect(wordsOf(chart!).filter((words) => ['0', '[c]'].includes(words))).toContain('[c]');
    expect(barsOf(chart!).map(({ height }) => height > 0)).toEqual([false, true]);
  });

  it.each([
    ['a value above the scale', [{ kind: 'drawn', value: 11, words: '' }]],
    ['a value under 0', [{ kind: 'drawn', value: -1, words: '' }]],
    ['no number', [{ kind: 'drawn', value: Number.NaN, words: '' }]],
    ['a part above its whole', [{ kind: 'drawn', value: 2, part: 3, words: '' }]],
    ['too many', Array.from({ length: 13 }, () => ({ kind: 'drawn' as const, value: 1, words: '' }))],
  ] as const)('refuses %s', (_, data) => {
    const some = data.map((datum, n): Column => ({ name: String(n), tick: ['', ''], datum }));
    expect(() => asked(some, 10)).toThrow(RangeError);
  });
});
