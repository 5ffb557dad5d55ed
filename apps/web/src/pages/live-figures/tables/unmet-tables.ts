import { UNMET_PARTS, UNMET_REASONS, type Cell } from '#libs/domain';
import { countInWords } from '../../promise/promise-words';
import { countCell, plainCell, shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, SUPPORT, TABLE_NAMES } from '../live-figures.copy';
import { UNMET } from '../strands.copy';

const MEASURE = 'unmet-need';

/** Support that could not begin, by the reason. */
export function unmetTable({ asked, cells }: FigureReading): FigureSection {
  const rows = UNMET_PARTS.map((part): FigureRow => {
    const name = UNMET.parts[part];
    const working = workedOut(MEASURE, cells, { part });
    return { name, cells: [shareCell(working, { ...asked, measure: MEASURE, part }, name)] };
  });
  const caption = `${TABLE_NAMES[asked.table]}, ${periodInWords(asked)}`;
  return {
    intro: [UNMET.rule],
    charts: [],
    tables: [{ caption, firstHead: UNMET.head, heads: [SUPPORT.shareHead], rows }],
    notes: [],
  };
}

/** The same by kind of support: the share, each reason, and what is in hand. */
export function unmetByKindTable(reading: FigureReading): FigureSection {
  const { asked, cells, names } = reading;
  const rows = valuesOf(cells, asked.table, names).map((value) => {
    const name = valueName(asked.table, value, names);
    return kindRow({ value, name, cells: cellsOfValue(cells, asked.table, value) }, reading);
  });
  const reasons = UNMET_REASONS.map((reason) => UNMET.parts[reason]);
  return {
    intro: [UNMET.rule],
    charts: [],
    tables: [
      {
        caption: `${TABLE_NAMES[asked.table]}, ${periodInWords(asked)}`,
        firstHead: FIRST_HEADS.service,
        heads: [UNMET.askedHead, ...reasons, UNMET.inHandHead],
        rows,
      },
    ],
    notes: [UNMET.county],
  };
}

function kindRow(
  { value, name, cells }: { readonly value: string; readonly name: string; readonly cells: readonly Cell[] },
  { asked }: FigureReading,
): FigureRow {
  const of = (part: (typeof UNMET_PARTS)[number]) => workedOut(MEASURE, cells, { part });
  const figure = (part: string) => ({ ...asked, measure: MEASURE, value, part });
  const whole = of('any-reason');
  return {
    name,
    cells: [
      shareCell(whole, figure('any-reason'), `${name}, ${UNMET.parts['any-reason']}`),
      ...UNMET_REASONS.map((reason) =>
        countCell(of(reason), figure(reason), `${name}, ${UNMET.parts[reason]}`),
      ),
      plainCell(countInWords(whole.exclusions['in-hand'] ?? 0)),
    ],
  };
}
