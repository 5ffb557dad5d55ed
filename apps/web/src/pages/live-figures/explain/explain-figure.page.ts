import { workingOf, type FigureWorking, type LiveMeasure } from '#libs/domain';
import { timeInWords } from '../../../formatting/moments';
import { measurePath } from '../../measures/measures.page';
import { countInWords } from '../../promise/promise-words';
import { casesPath, figuresPath, type FigureAsked } from '../figure-address';
import { limbsOf, type FigureReading } from '../figure-reading';
import { valueName } from '../figure-values';
import { lengthOf, lengthOfPart, percentOf, periodInWords, workingInWords } from '../figure-words';
import { EXPLAIN_FIGURE } from './explain-figure.copy';
import { cellsOfFigure } from './figure-cells-of';
import { partName } from './part-names';

interface Line {
  readonly label: string;
  readonly words: string;
  readonly count: string;
}

/** How one figure was worked out; undefined when its table has no such row or no such limit. */
export function explainFigurePage(
  reading: FigureReading,
  asked: {
    readonly figure: FigureAsked;
    readonly live: LiveMeasure;
    readonly timezone: string;
    readonly mayOpenCases: boolean;
  },
) {
  const { figure, live, timezone, mayOpenCases } = asked;
  const limbs = limbsOf(reading);
  const limb = limbs.find((one) => one.limb === figure.limb);
  if (live.limbs && limb === undefined) return undefined;
  const cells = cellsOfFigure(reading.cells, figure, live);
  if (figure.value !== undefined && cells.length === 0) return undefined;
  const working = workingOf(live, cells, figure);
  const { measure } = live;
  const value = figure.value === undefined ? null : valueName(figure.table, figure.value, reading.names);
  const part = figure.part === undefined ? null : partName(measure.id, figure.part);
  const rules = reading.limbs.filter(({ limb: one }) => !live.limbs || one === figure.limb);
  return {
    ...EXPLAIN_FIGURE,
    measure,
    measurePath: measurePath(measure.id),
    headline: `${headline(working, live, value !== null)}${part === null ? '' : `: ${part}`}`,
    calculation: calculation(working, live),
    step: live.unit === null ? null : EXPLAIN_FIGURE.step[live.unit],
    lines: linesOf(working, live),
    total: countInWords(working.total),
    others: limbs
      .filter((other) => live.limbs && other.limb !== figure.limb)
      .map((other) => {
        const there = workingOf(live, cells, { ...figure, limb: other.limb });
        return EXPLAIN_FIGURE.other(other.inSentence, workingInWords(there), change(working, there));
      }),
    definitionWords: EXPLAIN_FIGURE.definitionOf(measure.name, measure.id, measure.version),
    ofWhatWords: value ?? EXPLAIN_FIGURE.wholeArea,
    periodWords: periodInWords(figure),
    limitWords: limb?.name ?? null,
    policies: EXPLAIN_FIGURE.rulesOfMonths(versions(rules.flatMap(({ policyVersions }) => policyVersions))),
    calendars: EXPLAIN_FIGURE.rulesOfMonths(
      versions(rules.flatMap(({ calendarVersions }) => calendarVersions)),
    ),
    asAtTime: timeInWords(reading.asAt, timezone),
    casesPath: mayOpenCases && measure.id === 'first-conversation-in-time' ? casesPath(figure) : null,
    backPath: figuresPath(figure),
  };
}

function headline(working: FigureWorking, { unit }: LiveMeasure, isPart: boolean): string {
  const { spread } = working;
  const words = isPart ? lengthOfPart : lengthOf;
  if (unit === null) return workingInWords(working);
  return spread === null || spread.count === 0
    ? EXPLAIN_FIGURE.nothing
    : EXPLAIN_FIGURE.spread(countInWords(spread.count), words(spread.median, unit), words(spread.p90, unit));
}

function calculation(working: FigureWorking, { unit }: LiveMeasure): string | null {
  if (unit !== null) return null;
  const [numerator, denominator] = [countInWords(working.numerator), countInWords(working.denominator)];
  const percent = percentOf(working);
  return percent === null
    ? EXPLAIN_FIGURE.noPercent(numerator, denominator)
    : EXPLAIN_FIGURE.calculation(numerator, denominator, percent);
}

function linesOf(working: FigureWorking, { measure, unit }: LiveMeasure): readonly Line[] {
  const { numerator, denominator, exclusions } = working;
  const copy = EXPLAIN_FIGURE;
  const counted = { label: copy.counted, words: measure.numerator, count: countInWords(numerator) };
  const rest = {
    label: copy.notCounted,
    words: copy.notCountedWords,
    count: countInWords(denominator - numerator),
  };
  const measured = { label: copy.measured, words: measure.denominator, count: countInWords(denominator) };
  return [
    ...(unit === null ? [counted, rest] : [measured]),
    ...measure.exclusions.map(({ id, words }) => ({
      label: copy.leftOut,
      words,
      count: countInWords(exclusions[id] ?? 0),
    })),
  ];
}

function change(here: FigureWorking, there: FigureWorking): string {
  const difference = there.numerator - here.numerator;
  if (difference === 0) return EXPLAIN_FIGURE.same;
  const count = countInWords(Math.abs(difference));
  return difference > 0 ? EXPLAIN_FIGURE.more(count) : EXPLAIN_FIGURE.fewer(count);
}

function versions(all: readonly string[]): string {
  return all.length === 0 ? EXPLAIN_FIGURE.noVersions : [...new Set(all)].join(', ');
}
