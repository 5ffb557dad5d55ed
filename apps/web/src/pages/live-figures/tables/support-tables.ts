import type { Cell } from '#libs/domain';
import { countInWords } from '../../promise/promise-words';
import { countCell, lengthCell, plainCell, shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, SUPPORT } from '../live-figures.copy';

const ENGAGED = [
  { measure: 'engaged-of-reached', name: SUPPORT.ofReached },
  { measure: 'engaged-of-referred', name: SUPPORT.ofReferred },
] as const;
const WAIT_HEADS = [SUPPORT.heads.begun, SUPPORT.heads.median, SUPPORT.heads.p90, SUPPORT.heads.waiting];

/** Who took up support, and how long they waited for it. */
export function supportTable(reading: FigureReading): FigureSection {
  const { asked, cells } = reading;
  return {
    intro: [SUPPORT.note],
    charts: [],
    tables: [
      {
        caption: `${SUPPORT.engagedCaption}, ${periodInWords(asked)}`,
        firstHead: FIRST_HEADS.county,
        heads: [SUPPORT.shareHead],
        rows: ENGAGED.map(({ measure, name }) => ({
          name,
          cells: [shareCell(workedOut(measure, cells), { ...asked, measure }, name)],
        })),
      },
      {
        caption: `${SUPPORT.waitsCaption}, ${periodInWords(asked)}`,
        firstHead: FIRST_HEADS.county,
        heads: WAIT_HEADS,
        rows: [waitRow(SUPPORT.waits, cells, reading)],
      },
    ],
    notes: [SUPPORT.equality],
  };
}

export function engagementTable({ asked, cells, names }: FigureReading): FigureSection {
  const rows = valuesOf(cells, asked.table, names).map((value): FigureRow => {
    const own = cellsOfValue(cells, asked.table, value);
    const who = valueName(asked.table, value, names);
    return {
      name: who,
      cells: ENGAGED.map(({ measure, name }) =>
        shareCell(workedOut(measure, own), { ...asked, measure, value }, `${who}, ${name}`),
      ),
    };
  });
  const caption = `${SUPPORT.engagedCaption}, ${periodInWords(asked)}`;
  const heads = ENGAGED.map(({ name }) => name);
  return {
    intro: [SUPPORT.note],
    charts: [],
    tables: [{ caption, firstHead: FIRST_HEADS.source, heads, rows }],
    notes: [SUPPORT.equality],
  };
}

/** Waits by kind of support or by service. */
export function waitsTable(reading: FigureReading): FigureSection {
  const { asked, cells, names } = reading;
  const rows = valuesOf(cells, asked.table, names).map((value) =>
    waitRow(valueName(asked.table, value, names), cellsOfValue(cells, asked.table, value), reading, value),
  );
  const firstHead = asked.table === 'waits-by-service' ? FIRST_HEADS.service : FIRST_HEADS.provider;
  const caption = `${SUPPORT.waitsCaption}, ${periodInWords(asked)}`;
  return { intro: [], charts: [], tables: [{ caption, firstHead, heads: WAIT_HEADS, rows }], notes: [] };
}

function waitRow(
  name: string,
  cells: readonly Cell[],
  { asked }: Pick<FigureReading, 'asked'>,
  value?: string,
): FigureRow {
  const working = workedOut('wait-to-first-session', cells);
  const figure = { ...asked, measure: 'wait-to-first-session', ...(value !== undefined && { value }) };
  const what = (head: string) => `${name}, ${head}`;
  return {
    name,
    cells: [
      countCell(working, figure, what(SUPPORT.heads.begun)),
      lengthCell(working, 'median', { asked: figure, what: what(SUPPORT.heads.median) }),
      lengthCell(working, 'p90', { asked: figure, what: what(SUPPORT.heads.p90) }),
      plainCell(countInWords(working.exclusions['no-session-yet'] ?? 0)),
    ],
  };
}
