import { COMPLETENESS_PARTS } from '#libs/domain';
import { shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { COMPLETENESS_TABLE } from '../live-figures.copy';

/** In how many referrals each code is recorded. Its cells are those of the cuts by these codes. */
export function completenessTable({ asked, cells }: FigureReading): FigureSection {
  return {
    intro: [],
    charts: [],
    tables: [
      {
        caption: `${COMPLETENESS_TABLE.caption}, ${periodInWords(asked)}`,
        firstHead: COMPLETENESS_TABLE.head,
        heads: [COMPLETENESS_TABLE.share],
        rows: COMPLETENESS_PARTS.map((part) => ({
          name: COMPLETENESS_TABLE.fields[part],
          cells: [
            shareCell(
              workedOut(
                'completeness',
                cells.filter(({ dimension }) => dimension === part),
                { part },
              ),
              { ...asked, measure: 'completeness', part },
              COMPLETENESS_TABLE.fields[part],
            ),
          ],
        })),
      },
    ],
    notes: [],
  };
}
