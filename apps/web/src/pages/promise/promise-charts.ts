import { promiseShare } from '#libs/domain';
import type { LimbFigure } from '#libs/persistence';
import { columnChart, type Chart, type Column } from '../../charts';
import type { Month } from './promise-history';
import { countInWords, monthInWords } from './promise-words';
import { COUNT_CHART, LEFT_OUT_OF_CHARTS, SHARE_CHART } from './promise.copy';

interface NamedLimb {
  readonly limb: string;
  readonly name: string;
}

const NO_FIGURE = { met: 0, missed: 0 };

/**
 * What the table month by month says, drawn: first the share in time under each limit, then how many, every limit on
 * the same scale and in the same size. A month that the table gives no percentage of has no column.
 */
export function promiseCharts(history: readonly Month[], limbs: readonly NamedLimb[]): readonly Chart[] {
  const months = history.toReversed();
  const figureOf = (month: Month, limb: string) =>
    month.limbs.find((figure) => figure.limb === limb) ?? NO_FIGURE;
  const most = Math.max(
    0,
    ...months.flatMap(({ limbs: figures }) => figures.map(({ met, missed }) => met + missed)),
  );
  const columns = (limb: string, datumOf: (figure: Decided) => Column['datum']): readonly Column[] =>
    months.map((month) => ({
      name: monthInWords(month.monthOn),
      tick: ticksOf(month.monthOn),
      datum: datumOf(figureOf(month, limb)),
    }));
  const shares = limbs.map(({ limb, name }, n) =>
    columnChart({
      id: `share-${n + 1}`,
      title: SHARE_CHART.title(name),
      subtitle: SHARE_CHART.subtitle,
      leftOut: LEFT_OUT_OF_CHARTS,
      columns: columns(limb, shareDatum),
      top: 100,
      tickWords: (value) => SHARE_CHART.value(String(value)),
    }),
  );
  const counts = limbs.map(({ limb, name }, n) =>
    columnChart({
      id: `count-${n + 1}`,
      title: COUNT_CHART.title(name),
      subtitle: COUNT_CHART.subtitle,
      columns: columns(limb, countDatum),
      top: most,
      tickWords: countInWords,
      parts: { solid: COUNT_CHART.inTime, outline: COUNT_CHART.decided },
    }),
  );
  return [...shares, ...counts].filter((chart) => chart !== undefined);
}

type Decided = Pick<LimbFigure, 'met' | 'missed'>;

function shareDatum(figure: Decided): Column['datum'] {
  const share = promiseShare(figure);
  if (share.kind === 'share') {
    return { kind: 'drawn', value: Number(share.percent), words: SHARE_CHART.value(share.percent) };
  }
  return { kind: 'left-out', because: share.denominator === 0 ? 'nothing' : 'small-base' };
}

function countDatum({ met, missed }: Decided): Column['datum'] {
  const decided = met + missed;
  const words = COUNT_CHART.value(countInWords(decided), countInWords(met));
  return { kind: 'drawn', value: decided, part: met, words };
}

/** "Mar" over "2026". */
function ticksOf(monthOn: string): readonly [string, string] {
  return [monthInWords(monthOn).slice(0, 3), monthOn.slice(0, 4)];
}
