import { FIRST_CONVERSATION_IN_TIME, promiseShare, promiseWorking, type Measure } from '#libs/domain';
import type { LimbFigure, PolicyVersionLine, PromiseFigure } from '#libs/persistence';
import { timeInWords } from '../../formatting/moments';
import * as copy from './explain.copy';
import * as words from './promise-words';

interface Line {
  readonly label: string;
  readonly words: string;
  readonly count: string;
}

export interface ExplainPage {
  readonly title: string;
  readonly limbName: string;
  readonly month: string;
  readonly headline: string;
  readonly note: string | undefined;
  readonly calculation: string;
  readonly measure: Measure;
  readonly lines: readonly Line[];
  readonly total: string;
  readonly otherLimb: readonly string[];
  readonly policyVersions: string;
  readonly calendarVersions: string;
  readonly asAt: string;
  readonly backPath: string;
  readonly copy: typeof copy;
}

/** Undefined when the month has no such limb. */
export function explainPage(options: {
  figure: PromiseFigure;
  limb: string;
  policies: readonly PolicyVersionLine[];
  timezone: string;
}): ExplainPage | undefined {
  const { figure, limb, policies, timezone } = options;
  const own = figure.limbs.find((candidate) => candidate.limb === limb);
  if (own === undefined) return undefined;
  const { monthOn, asAt, limbs } = figure;
  const limbWords = words.limbWordsOf(limb, policies);
  return {
    title: copy.EXPLAIN_TITLE,
    limbName: limbWords.name,
    month: words.monthInWords(monthOn),
    headline: words.headline(own, { limb: limbWords.inSentence, monthOn }),
    note: words.whyNoPercent(own),
    calculation: calculation(own),
    measure: FIRST_CONVERSATION_IN_TIME,
    lines: linesOf(own),
    total: words.countInWords(own.referrals),
    otherLimb: limbs
      .filter((other) => other !== own)
      .map((other) => comparison(own, other, words.limbWordsOf(other.limb, policies).inSentence)),
    policyVersions: own.policyVersions.join(', '),
    calendarVersions: own.calendarVersions.join(', '),
    asAt: timeInWords(asAt, timezone),
    backPath: `/promise?month=${monthOn.slice(0, 7)}`,
    copy,
  };
}

function calculation(figure: LimbFigure): string {
  const share = promiseShare(figure);
  const division = `${words.countInWords(share.numerator)} ÷ ${words.countInWords(share.denominator)}`;
  if (share.kind === 'base-too-small') return `${division}: ${words.whyNoPercent(figure) ?? ''}`;
  return `${division} = ${share.percent}%, to one decimal, a half rounded up`;
}

/** The four parts that sum to all referrals. */
function linesOf(figure: LimbFigure): readonly Line[] {
  const { numerator, exclusions } = promiseWorking(figure);
  const { exclusions: defined } = FIRST_CONVERSATION_IN_TIME;
  return [
    { label: copy.IN_TIME, words: 'First conversation in time', count: words.countInWords(numerator) },
    {
      label: copy.MISSED,
      words: 'No first conversation by the deadline',
      count: words.countInWords(figure.missed),
    },
    ...defined.map((exclusion) => ({
      label: copy.LEFT_OUT,
      words: exclusion.words,
      count: words.countInWords(exclusions[exclusion.id]),
    })),
  ];
}

function comparison(own: LimbFigure, other: LimbFigure, limb: string): string {
  const difference = other.met - own.met;
  const change =
    difference === 0
      ? 'as many in time as here'
      : `${words.countInWords(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} in time`;
  return `Counted ${limb}: ${words.shareInWords(other)}. That is ${change}.`;
}
