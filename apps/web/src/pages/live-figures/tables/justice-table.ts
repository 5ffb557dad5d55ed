import { JUSTICE_PARTS, JUSTICE_WAITS_PARTS } from '#libs/domain';
import { countInWords } from '../../promise/promise-words';
import { countCell, lengthCell, plainCell, shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, JUSTICE } from '../live-figures.copy';

/** How far investigations have come, and how long that took. No state is anybody's success or failure. */
export function justiceTable({ asked, cells }: FigureReading): FigureSection {
  const period = periodInWords(asked);
  return {
    intro: [JUSTICE.note],
    charts: [],
    tables: [
      {
        caption: `${JUSTICE.caption}, ${period}`,
        firstHead: JUSTICE.head,
        heads: [JUSTICE.countHead],
        rows: JUSTICE_PARTS.map((part) => ({
          name: JUSTICE.states[part],
          cells: [
            shareCell(
              workedOut('justice-funnel', cells, { part }),
              { ...asked, measure: 'justice-funnel', part },
              JUSTICE.states[part],
            ),
          ],
        })),
      },
      {
        caption: `${JUSTICE.waitsCaption}, ${period}`,
        firstHead: FIRST_HEADS.county,
        heads: [JUSTICE.heads.count, JUSTICE.heads.median, JUSTICE.heads.p90, JUSTICE.heads.left],
        rows: JUSTICE_WAITS_PARTS.map((part) => {
          const working = workedOut('justice-waits', cells, { part });
          const figure = { ...asked, measure: 'justice-waits', part };
          const name = JUSTICE[part];
          return {
            name,
            cells: [
              countCell(working, figure, `${name}, ${JUSTICE.heads.count}`),
              lengthCell(working, 'median', { asked: figure, what: `${name}, ${JUSTICE.heads.median}` }),
              lengthCell(working, 'p90', { asked: figure, what: `${name}, ${JUSTICE.heads.p90}` }),
              plainCell(countInWords(working.exclusions['not-there-yet'] ?? 0)),
            ],
          };
        }),
      },
    ],
    notes: [JUSTICE.code],
  };
}
