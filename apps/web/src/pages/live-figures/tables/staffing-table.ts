import { bucketsOf, STAFFING_PATTERNS, type FigureWorking } from '#libs/domain';
import { barChart, type Chart } from '../../../charts';
import { countInWords } from '../../promise/promise-words';
import { shareCell, workedOut } from '../figure-cells';
import { limbsOf, type FigureReading, type NamedLimb } from '../figure-reading';
import { cellsOfValue } from '../figure-values';
import type { FigureSection, FigureTable } from '../figure-view';
import { percentOf, periodInWords } from '../figure-words';
import { LIVE, PROMISE_TABLE } from '../live-figures.copy';
import { STAFFING, STAFFING_NAMES } from '../staffing.copy';

const CONVERSATION = 'conversation-under-other-staffing';
const ATTEMPT = 'attempt-under-other-staffing';

/** The promise replayed under each staffing pattern: a row for each pattern, a column for each limb. */
export function staffingTable(reading: FigureReading): FigureSection {
  const limbs = limbsOf(reading);
  const version = Math.max(...STAFFING_PATTERNS.map((pattern) => pattern.version));
  return {
    intro: [STAFFING.intro, STAFFING.patterns],
    charts: chartsOf(reading, limbs),
    tables: [
      tableOf(reading, limbs, { measure: CONVERSATION, name: STAFFING.conversation }),
      tableOf(reading, limbs, { measure: ATTEMPT, name: STAFFING.attempt }),
    ],
    notes: [
      ...limbs.map(({ limb, name }) => leftOf(reading, limb, name)),
      STAFFING.cannotSay,
      STAFFING.version(version),
    ],
  };
}

function tableOf(
  reading: FigureReading,
  limbs: readonly NamedLimb[],
  { measure, name }: { readonly measure: string; readonly name: string },
): FigureTable {
  const { asked } = reading;
  return {
    caption: `${name}, ${periodInWords(asked)}`,
    firstHead: STAFFING.firstHead,
    heads: limbs.map((limb) => limb.name),
    rows: STAFFING_PATTERNS.map(({ id: value }) => ({
      name: STAFFING_NAMES[value],
      cells: limbs.map(({ limb, name: limbName }) =>
        shareCell(
          workingUnder(reading, measure, { value, limb }),
          { ...asked, measure, value, limb },
          `${name}, ${STAFFING_NAMES[value]}, ${limbName}`,
        ),
      ),
    })),
  };
}

function workingUnder(
  { cells, asked }: FigureReading,
  measure: string,
  { value, limb }: { readonly value: string; readonly limb: string },
): FigureWorking {
  return workedOut(measure, cellsOfValue(cells, asked.table, value), { limb });
}

/** How many conversations no pattern moves, which is the same under every one but for calendars without an answer. */
function leftOf({ cells, asked }: FigureReading, limb: string, name: string): string {
  const own = cellsOfValue(cells, asked.table, 'every-day').filter((cell) => cell.limb === limb);
  const left = bucketsOf(own, 'staffing-left');
  const count = (why: string) => countInWords(left.get(why) ?? 0);
  return STAFFING.left(name, count('outside-the-hours'), count('not-known'));
}

function chartsOf(reading: FigureReading, limbs: readonly NamedLimb[]): readonly Chart[] {
  return limbs.flatMap(({ limb, name }, n) => {
    const chart = barChart({
      id: `staffing-${n + 1}`,
      title: STAFFING.chart(name),
      subtitle: STAFFING.subtitle(periodInWords(reading.asked)),
      leftOut: { 'small-base': LIVE.leftOut },
      rows: STAFFING_PATTERNS.map(({ id: value }) => {
        const working = workingUnder(reading, CONVERSATION, { value, limb });
        const percent = percentOf(working);
        return {
          name: STAFFING_NAMES[value],
          detail: PROMISE_TABLE.decided(countInWords(working.denominator)),
          datum:
            percent === null
              ? { kind: 'left-out', because: working.denominator === 0 ? 'nothing' : 'small-base' }
              : { kind: 'drawn', value: Number(percent), words: PROMISE_TABLE.percent(percent) },
        };
      }),
    });
    return chart === undefined ? [] : [chart];
  });
}
