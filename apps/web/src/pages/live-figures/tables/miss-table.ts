import { MISS_REASONS } from '#libs/domain';
import { shareCell, workedOut } from '../figure-cells';
import { limbsOf, type FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { MISSES, REASON_NAMES } from '../live-figures.copy';

const MEASURE = 'misses-by-reason';

/** Misses by reason under each limb: a share of all misses of that limb. */
export function missTable(reading: FigureReading): FigureSection {
  const { asked, cells } = reading;
  const limbs = limbsOf(reading);
  const missed = limbs.some(({ limb }) =>
    cells.some((cell) => cell.measure === 'promise-reason' && cell.limb === limb),
  );
  if (!missed) return { intro: [MISSES.nothing], charts: [], tables: [], notes: [] };
  return {
    intro: [MISSES.rule],
    charts: [],
    tables: [
      {
        caption: `${MISSES.caption}, ${periodInWords(asked)}`,
        firstHead: MISSES.head,
        heads: limbs.map(({ name }) => name),
        rows: MISS_REASONS.map((reason) => ({
          name: REASON_NAMES[reason],
          cells: limbs.map(({ limb, name }) =>
            shareCell(
              workedOut(MEASURE, cells, { limb, part: reason }),
              { ...asked, measure: MEASURE, limb, part: reason },
              `${REASON_NAMES[reason]}, ${name}`,
            ),
          ),
        })),
      },
    ],
    notes: [],
  };
}
