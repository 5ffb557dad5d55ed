import { CHART_WORDS } from './charts.copy';
import { SHORTHAND, type Datum, type LeftOut, type Value } from './chart';

/** A figure under the name that a sentence calls it by: "March 2026". */
export interface Named {
  readonly name: string;
  readonly datum: Datum<Value>;
}

interface Seen extends Value {
  readonly name: string;
}

/**
 * A run of months in words: from when to when, the highest, the lowest, the last and how it stands to the first, and
 * which months have no figure. Only what is drawn is compared.
 *
 * Example: "3 months, January 2026 to March 2026. Highest: 80.0%, March 2026. Lowest: 70.0%, January 2026. Last: 80.0%,
 * March 2026, higher than the first: 70.0%, January 2026."
 */
export function monthsInWords(months: readonly Named[]): string {
  const first = months.at(0);
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  const span = CHART_WORDS.span(months.length, first.name, last.name);
  const seen = drawnIn(months);
  return sentences([span, ...extremes(seen), trend(seen), ...leftOut(months)]);
}

/** Figures without an order in time in words: the highest, the lowest and which have none. */
export function categoriesInWords(rows: readonly Named[]): string {
  return sentences([...extremes(drawnIn(rows)), ...leftOut(rows)]);
}

/** The figures that are drawn, in their order. */
function drawnIn(named: readonly Named[]): readonly Seen[] {
  return named.flatMap(({ name, datum }) =>
    datum.kind === 'drawn' ? [{ name, value: datum.value, words: datum.words }] : [],
  );
}

function extremes(seen: readonly Seen[]): readonly string[] {
  const [first] = seen;
  if (first === undefined) return [];
  if (seen.length === 1) return [CHART_WORDS.only(first.words, first.name)];
  const values = seen.map(({ value }) => value);
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  if (highest === lowest) return [CHART_WORDS.same(first.words)];
  return [sentenceAt(seen, highest, CHART_WORDS.highest), sentenceAt(seen, lowest, CHART_WORDS.lowest)];
}

function sentenceAt(
  seen: readonly Seen[],
  at: number,
  sentence: (words: string, where: string) => string,
): string {
  const [first, ...more] = seen.filter(({ value }) => value === at);
  if (first === undefined) return '';
  const where = more.length === 0 ? first.name : CHART_WORDS.andMore(first.name, more.length);
  return sentence(first.words, where);
}

function trend(seen: readonly Seen[]): string {
  const first = seen.at(0);
  const last = seen.at(-1);
  if (first === undefined || last === undefined || seen.length === 1) return '';
  return CHART_WORDS.last(last.words, last.name) + comparedWith(first, last.value - first.value);
}

function comparedWith({ words, name }: Seen, change: number): string {
  if (change === 0) return CHART_WORDS.trend.same(name);
  return change > 0 ? CHART_WORDS.trend.higher(words, name) : CHART_WORDS.trend.lower(words, name);
}

function leftOut(named: readonly Named[]): readonly string[] {
  const because = (reason: LeftOut) =>
    named.filter(({ datum }) => datum.kind === 'left-out' && datum.because === reason);
  return (Object.keys(SHORTHAND) as LeftOut[]).flatMap((reason) => {
    const names = because(reason).map(({ name }) => name);
    return names.length === 0 ? [] : [CHART_WORDS.leftOut(SHORTHAND[reason], names.join('; '))];
  });
}

function sentences(all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}
