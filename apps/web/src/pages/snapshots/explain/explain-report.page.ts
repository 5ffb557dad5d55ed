import {
  isMark,
  isSampledMeasure,
  mayDo,
  measureOf,
  monthsOfQuarter,
  quarterInWords,
  SAMPLED_MEASURES,
  wholeAreaTable,
  type FigureSpan,
  type Measure,
  type SnapshotCell,
  type SnapshotRow,
  type SnapshotTable,
  type StaffActor,
} from '#libs/domain';
import { timeInWords } from '../../../formatting/moments';
import { casesPath } from '../../live-figures/figure-address';
import { measurePath } from '../../measures/measures.page';
import { explainReportPath, pathOf, withCommas, type ReportParts } from '../report-view';
import { REPORT } from '../snapshots.copy';
import { EXPLAIN_REPORT } from './explain-report.copy';

/** How the numbers of one row of a frozen report were worked out; undefined where there is no such row. */
export function explainReportPage(
  { line, tables, timezone }: ReportParts,
  asked: { readonly actor: StaffActor; readonly table: unknown; readonly row: unknown },
) {
  const table = tables.find(({ id }) => id === asked.table);
  const row = table?.rows.find(({ id }) => id === asked.row);
  const measure = measureOf(table?.measure?.split(' v')[0] ?? '');
  if (table === undefined || row === undefined || measure === undefined) return undefined;
  const { snapshot, policyVersions, calendarVersions, disclosureRule, seal } = line;
  const copy = EXPLAIN_REPORT;
  const same = table.measure === `${measure.id} v${measure.version}`;
  return {
    ...copy,
    measure: same ? measure : null,
    name: measure.name,
    otherVersionWords: same ? null : copy.otherVersion(table.measure ?? '', measure.version),
    measurePath: measurePath(measure.id),
    headline: `${table.title}: ${row.title}`,
    lines: table.columns.map(({ title }, at) => ({ label: title, text: withCommas(row.cells[at]!) })),
    calculations: calculationsOf(table, row),
    sums: sumsOf(table, row),
    rounded: table.columns.some(({ unit }) => unit === 'rounded') ? copy.roundedSums : null,
    leftOutLines: same ? leftOut(measure, table, row) : [],
    others: otherLimbs(tables, { table, row }),
    notesOfTable: table.notes,
    otherLinks: table.rows
      .filter(({ id }) => id !== row.id)
      .map(({ id, title }) => ({
        text: title,
        path: explainReportPath(snapshot, { table: table.id, row: id }),
      })),
    cases: casesOf(asked.actor, { measure, table, row, quarter: snapshot.quarter }),
    about: [
      { key: copy.definition, value: table.measure },
      { key: copy.table, value: table.title },
      { key: copy.row, value: row.title },
      { key: copy.policy, value: policyVersions.join(', ') || copy.noVersions },
      { key: copy.calendar, value: calendarVersions.join(', ') || copy.noVersions },
      { key: copy.rule, value: REPORT.rule(disclosureRule) },
      { key: copy.counted, value: timeInWords(snapshot.countedAt, timezone) },
      { key: copy.seal, value: seal === null ? REPORT.noSeal : REPORT.seal(seal) },
      {
        key: copy.report,
        value: `${REPORT.title(quarterInWords(snapshot.quarter))}, ${REPORT.facts.version} ${snapshot.version}`,
      },
    ],
    backPath: `${pathOf(snapshot)}#${table.id}`,
  };
}

const cellOf = ({ columns }: SnapshotTable, row: SnapshotRow, column: string): SnapshotCell =>
  row.cells[columns.findIndex(({ id }) => id === column)] ?? '[x]';

/** Each percentage with what stands above and below the line. */
function calculationsOf(table: SnapshotTable, row: SnapshotRow): readonly string[] {
  return table.columns.flatMap(({ id, unit, numerator, base }) => {
    const percent = cellOf(table, row, id);
    if (unit !== 'percent' || numerator === undefined || base === undefined || isMark(percent)) return [];
    const [above, below] = [cellOf(table, row, numerator), cellOf(table, row, base)];
    if (isMark(above) || isMark(below)) return [];
    const words = EXPLAIN_REPORT.calculation(withCommas(above), withCommas(below), String(percent));
    const isRounded = table.columns.find((column) => column.id === numerator)?.unit === 'rounded';
    return isRounded ? [words, EXPLAIN_REPORT.roundedFrom(String(percent))] : [words];
  });
}

/** Which of its columns add up, with the numbers; and of which rows this one is the total. */
function sumsOf(table: SnapshotTable, row: SnapshotRow): readonly string[] {
  const titled = (column: string) =>
    `${table.columns.find(({ id }) => id === column)?.title ?? column} (${withCommas(cellOf(table, row, column))})`;
  return table.sums.flatMap(({ of, total, parts }) => {
    if (of === 'columns') return [EXPLAIN_REPORT.sum(parts.map(titled).join(' + '), titled(total))];
    if (total !== row.id) return [];
    const titles = table.rows.filter(({ id }) => parts.includes(id)).map(({ title }) => title);
    return [EXPLAIN_REPORT.sumOfRows(titles.join(', '), row.title)];
  });
}

/** Each exclusion of the measure with its count, where the table has a column of it. */
function leftOut(measure: Measure, table: SnapshotTable, row: SnapshotRow): readonly string[] {
  return measure.exclusions.map(({ id, words }) => {
    const known = table.columns.some((column) => column.id === id);
    return known ? EXPLAIN_REPORT.leftOutCount(words, withCommas(cellOf(table, row, id))) : words;
  });
}

/** The same row of the tables that differ in the limit alone. */
function otherLimbs(
  tables: readonly SnapshotTable[],
  { table, row }: { readonly table: SnapshotTable; readonly row: SnapshotRow },
): readonly string[] {
  const shape = ({ measure, rowsTitle, columns }: SnapshotTable) =>
    JSON.stringify([measure, rowsTitle, columns.map(({ id }) => id)]);
  return tables
    .filter((other) => other.id !== table.id && shape(other) === shape(table))
    .flatMap((other) => {
      const same = other.rows.find(({ id }) => id === row.id);
      if (same === undefined) return [];
      const numbers = other.columns.map(
        ({ title }, at) => `${title.charAt(0).toLowerCase()}${title.slice(1)} ${withCommas(same.cells[at]!)}`,
      );
      return [`${other.title}, ${row.title}: ${numbers.join('; ')}.`];
    });
}

/** Where the cases behind it are asked for, or opened; null of a measure that has none. */
function casesOf(
  actor: StaffActor,
  of: {
    readonly measure: Measure;
    readonly table: SnapshotTable;
    readonly row: SnapshotRow;
    readonly quarter: string;
  },
): { readonly path: string; readonly text: string } | { readonly path: null } | null {
  const { measure, table, row, quarter } = of;
  const isWhole = table.sums.some(({ of: added, total }) => added === 'rows' && total === row.id);
  const { id } = measure;
  if (!isSampledMeasure(id)) return null;
  const months = monthsOfQuarter({ month: quarter });
  const { first, last } = table.months ?? { first: months[0]!, last: months.at(-1)! };
  const span: FigureSpan =
    last.slice(0, 4) !== first.slice(0, 4) || !months.includes(first) ? 'twelve-months' : 'quarter';
  const limb = /^promise-([0-9a-z]+)$/.exec(table.id)?.[1];
  const chosen = { span, until: last, ...(limb !== undefined && { limb }) };
  if (mayDo(actor, 'ask-figure-sample')) {
    const query = new URLSearchParams({ measure: id, ...chosen }).toString();
    return {
      path: `/figures/samples?${query}`,
      text: isWhole ? EXPLAIN_REPORT.ask : EXPLAIN_REPORT.askWhole,
    };
  }
  const live = wholeAreaTable(id, span);
  const opens = mayDo(actor, 'draw-figure-sample') && live !== undefined && live !== 'victims-code';
  if (!opens || (SAMPLED_MEASURES[id].limbs && limb === undefined)) return { path: null };
  return {
    path: casesPath({ measure: id, table: live, ...chosen }),
    text: isWhole ? EXPLAIN_REPORT.open : EXPLAIN_REPORT.openWhole,
  };
}
