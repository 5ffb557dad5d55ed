import { FIGURE_SPANS, LIVE_TABLE_IDS, promiseShare } from '#libs/domain';
import type { LimbFigure } from '#libs/persistence';
import { timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import { countInWords, limbWordsOf, monthInWords, whyNoPercent } from '../promise/promise-words';
import { explainPath } from './figure-address';
import { limbsOf, type FigureReading } from './figure-reading';
import { periodInWords } from './figure-words';
import { LIVE, SPAN_NAMES, TABLE_NAMES } from './live-figures.copy';
import type { FiguresChoice } from './live-figures.form';
import { SECTIONS } from './tables';

/** The headline of both limbs in the same size, and one table of figures. */
export function liveFiguresPage(options: {
  readonly reading: FigureReading;
  readonly choice: FiguresChoice;
  readonly months: readonly string[];
  readonly timezone: string;
}) {
  const { reading, choice, months, timezone } = options;
  const { asked } = reading;
  const period = periodInWords(asked);
  const nothing = reading.limbs.length === 0;
  return {
    ...LIVE,
    asAtTime: timeOfDay(reading.asAt, timezone),
    errors: choice.errors,
    wrong: wrongFields(choice.errors),
    wayOutLink: choice.wayOut,
    tableItems: LIVE_TABLE_IDS.map((value) => ({
      value,
      text: TABLE_NAMES[value],
      selected: value === asked.table,
    })),
    spanItems: FIGURE_SPANS.map((value) => ({
      value,
      text: SPAN_NAMES[value],
      selected: value === asked.span,
    })),
    untilItems: months.map((value) => ({
      value,
      text: monthInWords(`${value}-01`),
      selected: value === asked.until,
    })),
    heading: `${TABLE_NAMES[asked.table]}, ${period}`,
    cards: limbsOf(reading).map((limb, n) => ({
      ...limb,
      weight: limb.binding ? LIVE.binding : LIVE.notBinding,
      ...cardOf(reading.limbs[n], reading),
    })),
    empty: nothing ? LIVE.nothing(period) : null,
    section: nothing ? null : SECTIONS[asked.table](reading),
  };
}

function cardOf(figure: LimbFigure | undefined, { asked, policies }: FigureReading) {
  if (figure === undefined) return null;
  const share = promiseShare(figure);
  const of = `${countInWords(share.numerator)} of ${countInWords(share.denominator)}`;
  const percent = share.kind === 'share' ? ` (${share.percent}%)` : '';
  const { inSentence } = limbWordsOf(figure.limb, policies);
  return {
    headline: LIVE.headline(LIVE.referrals(of, percent), inSentence, periodInWords(asked)),
    note: whyNoPercent(figure),
    explainPath: explainPath({
      table: 'reach',
      span: asked.span,
      until: asked.until,
      measure: 'first-conversation-in-time',
      limb: figure.limb,
    }),
  };
}
