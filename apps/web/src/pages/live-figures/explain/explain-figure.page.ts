import { isSampledMeasure, type FigureWorking, type LiveMeasure } from '#libs/domain';
import { timeInWords } from '../../../formatting/moments';
import { measurePath } from '../../measures/measures.page';
import { countInWords, monthInWords } from '../../promise/promise-words';
import { casesPath, figuresPath, type FigureAsked } from '../figure-address';
import type { FigureReading } from '../figure-reading';
import {
  lengthOf,
  lengthOfPart,
  percentOf,
  periodInWords,
  postsInWords,
  workingInWords,
} from '../figure-words';
import { CASELOAD } from '../strands.copy';
import { EXPLAIN_FIGURE } from './explain-figure.copy';
import { explainedFigure } from './explained-figure';

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
  const explained = explainedFigure(reading, { figure, live });
  if (explained === undefined) return undefined;
  const { working, limb, value, part, others, policyVersions, calendarVersions } = explained;
  const { measure } = live;
  return {
    ...EXPLAIN_FIGURE,
    measure,
    measurePath: measurePath(measure.id),
    headline: `${headline(working, live, value !== null)}${part === null ? '' : `: ${part}`}`,
    calculation: calculation(working, live),
    step: live.unit === null ? null : EXPLAIN_FIGURE.step[live.unit],
    lines: linesOf(working, live),
    total: countInWords(working.total),
    others: others.map(({ limb: other, working: there }) =>
      EXPLAIN_FIGURE.other(other.inSentence, workingInWords(there), change(working, there)),
    ),
    definitionWords: EXPLAIN_FIGURE.definitionOf(measure.name, measure.id, measure.version),
    ofWhatWords: value ?? EXPLAIN_FIGURE.wholeArea,
    periodWords: live.stock ? CASELOAD.endOf(monthInWords(`${figure.until}-01`)) : periodInWords(figure),
    limitWords: limb?.name ?? null,
    policies: EXPLAIN_FIGURE.rulesOfMonths(versions(policyVersions)),
    calendars: EXPLAIN_FIGURE.rulesOfMonths(versions(calendarVersions)),
    asAtTime: timeInWords(reading.asAt, timezone),
    casesPath: mayOpenCases && isSampledMeasure(measure.id) ? casesPath(figure) : null,
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
  if (working.posts !== undefined)
    return CASELOAD.counts(
      countInWords(working.denominator),
      postsInWords(working.posts),
      workingInWords(working),
    );
  const [numerator, denominator] = [countInWords(working.numerator), countInWords(working.denominator)];
  const percent = percentOf(working);
  return percent === null
    ? EXPLAIN_FIGURE.noPercent(numerator, denominator)
    : EXPLAIN_FIGURE.calculation(numerator, denominator, percent);
}

function linesOf(working: FigureWorking, { measure, unit }: LiveMeasure): readonly Line[] {
  const { numerator, denominator, exclusions, posts } = working;
  const copy = EXPLAIN_FIGURE;
  const counted = { label: copy.counted, words: measure.numerator, count: countInWords(numerator) };
  const rest = {
    label: copy.notCounted,
    words: copy.notCountedWords,
    count: countInWords(denominator - numerator),
  };
  const measured = { label: copy.measured, words: measure.denominator, count: countInWords(denominator) };
  return [
    ...(posts !== undefined ? [counted] : unit === null ? [counted, rest] : [measured]),
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
  return all.length === 0 ? EXPLAIN_FIGURE.noVersions : all.join(', ');
}
