import fc from 'fast-check';
import { barChart, type BarRow } from './bar-chart';
import { barsOf, CLOSE, isInsideItsFrame, leftOut, wordsOf, WORDS } from './charts.samples';
import { stripChart, type StripRow } from './strip-chart';
import { wrappedWords } from './wrapped-words';

const label = fc.record({
  name: fc.lorem({ maxCount: 9 }),
  detail: fc.oneof(fc.constant(''), fc.lorem({ maxCount: 12 })),
});
const said = fc.nat({ max: 5000 }).map((value) => ({ value, words: `${value} people` }));
const bar = said.map((value) => ({ kind: 'drawn' as const, ...value }));
const bars: fc.Arbitrary<readonly BarRow[]> = fc.array(
  fc
    .tuple(label, fc.oneof({ weight: 3, arbitrary: bar }, leftOut))
    .map(([words, datum]) => ({ ...words, datum })),
  { minLength: 1, maxLength: 30 },
);
const spread = fc.tuple(said, said, said).map((three) => {
  const [median, p90, longest] = three.toSorted((a, b) => a.value - b.value);
  return { kind: 'drawn' as const, median: median!, p90: p90!, longest: longest! };
});
const strips: fc.Arbitrary<readonly StripRow[]> = fc.array(
  fc
    .tuple(label, fc.oneof({ weight: 3, arbitrary: spread }, leftOut))
    .map(([words, datum]) => ({ ...words, datum })),
  { minLength: 1, maxLength: 30 },
);
const measures = { median: 'Half', p90: 'Nine in ten', longest: 'Longest' };
const stripsOf = (rows: readonly StripRow[]) =>
  stripChart({ ...WORDS, rows, measures, tickWords: (value) => `${value} weeks` });

describe('a chart of bars', () => {
  it('draws every bar inside its frame, in the order of the rows, in proportion to its value', () => {
    fc.assert(
      fc.property(bars, (rows) => {
        const chart = barChart({ ...WORDS, rows });
        fc.pre(chart !== undefined);
        expect(isInsideItsFrame(chart)).toBe(true);
        const values = rows.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum.value] : []));
        const drawn = barsOf(chart);
        expect(drawn.length).toBe(values.length);
        const top = Math.max(...values, 1);
        drawn.forEach(({ y, width, height }, n) => {
          expect(Math.abs(width - (values[n]! / top) * chart.plot.width)).toBeLessThan(CLOSE);
          expect(y).toBeGreaterThan((drawn[n - 1]?.y ?? -height) + height - CLOSE);
        });
      }),
    );
  });

  it('has the number or the shorthand of every row, and only them', () => {
    fc.assert(
      fc.property(bars, (rows) => {
        const chart = barChart({ ...WORDS, rows });
        if (chart === undefined) {
          expect(rows.some(({ datum }) => datum.kind === 'drawn')).toBe(false);
          return;
        }
        const beside = wordsOf(chart).filter((words) => /^\[[cuz]\]$| people$/.test(words));
        const marks = { hidden: '[c]', 'small-base': '[u]', nothing: '[z]' };
        expect(beside).toEqual(
          rows.map(({ datum }) => (datum.kind === 'drawn' ? datum.words : marks[datum.because])),
        );
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    const datum = { kind: 'drawn' as const, value, words: '' };
    expect(() => barChart({ ...WORDS, rows: [{ name: 'A', detail: '', datum }] })).toThrow(RangeError);
  });

  it('names the highest and the lowest truly', () => {
    fc.assert(
      fc.property(bars, (rows) => {
        const chart = barChart({ ...WORDS, rows });
        fc.pre(chart !== undefined);
        const values = rows.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum.value] : []));
        const [highest, lowest] = [Math.max(...values), Math.min(...values)];
        const [said] = chart.description.match(/Highest: (\d+) people/) ?? [];
        expect(said).toBe(highest > lowest ? `Highest: ${highest} people` : undefined);
        if (highest > lowest) expect(chart.description).toContain(`Lowest: ${lowest} people`);
      }),
    );
  });
});

describe('a chart of strips', () => {
  it('draws median, 90th percentile and longest inside its frame and in that order', () => {
    fc.assert(
      fc.property(strips, (rows) => {
        const chart = stripsOf(rows);
        fc.pre(chart !== undefined);
        expect(isInsideItsFrame(chart)).toBe(true);
        const drawn = barsOf(chart);
        const [outlines, solids] = [
          drawn.filter(({ look }) => look === 'outline'),
          drawn.filter(({ look }) => look === 'solid'),
        ];
        expect(solids.length).toBe(rows.filter(({ datum }) => datum.kind === 'drawn').length);
        const spreads = rows.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum] : []));
        const reaches = chart.marks.filter((mark) => mark.shape === 'line' && mark.look === 'reach');
        solids.forEach(({ x, y, width }, n) => {
          expect([outlines[n]?.x, outlines[n]?.y]).toEqual([x, y]);
          expect(width).toBeLessThanOrEqual(outlines[n]!.width);
          expect(reaches[n]).toMatchObject({ x1: x });
          const { median, p90 } = spreads[n]!;
          const outlined = outlines[n]!.width;
          if (p90.value > 0)
            expect(Math.abs(width - (outlined * median.value) / p90.value)).toBeLessThan(CLOSE);
        });
      }),
    );
  });

  it('says of a row that is left out nothing but that', () => {
    const drawn = { value: 3, words: '3 weeks' };
    const chart = stripsOf([
      {
        name: 'A',
        detail: 'first',
        datum: { kind: 'drawn', median: drawn, p90: drawn, longest: { value: 9, words: '9 weeks' } },
      },
      { name: 'B', detail: '', datum: { kind: 'left-out', because: 'hidden' } },
    ]);
    expect(chart?.description).toBe(
      'Half. The only figure shown: 3 weeks, A (first). Nine in ten. The only figure shown: 3 weeks, A (first). ' +
        'Longest. The only figure shown: 9 weeks, A (first). Marked [c]: B.',
    );
    expect(chart?.notes).toEqual(['[c] Hidden because it might point at somebody.']);
    expect(
      stripsOf([{ name: 'B', detail: '', datum: { kind: 'left-out', because: 'hidden' } }]),
    ).toBeUndefined();
  });

  it('refuses what is out of order', () => {
    const value = (n: number) => ({ value: n, words: '' });
    const datum = { kind: 'drawn' as const, median: value(3), p90: value(2), longest: value(5) };
    expect(() => stripsOf([{ name: 'A', detail: '', datum }])).toThrow(RangeError);
  });
});

describe('wrapped words', () => {
  it('lose no letter, keep their order and are never wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const lines = wrappedWords(text, most);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        expect(lines.every((line) => line.length <= most && line !== '')).toBe(true);
      }),
    );
  });
});
