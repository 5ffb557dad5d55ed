import type {
  CellRef,
  CountedTable,
  Header,
  PublishedCell,
  PublishedTable,
  RuleVersion,
  TableLink,
} from '../disclosure';
import type { CodeVersion, Condition } from '../duties';
import {
  CODE_RESULTS,
  type CodeLineOf,
  type CodeResult,
  type CountedCodeLine,
  type ReleasedCodeLine,
} from './code-counts';

const OPENED = 'opened';
const COLUMNS = [OPENED, ...CODE_RESULTS].map((id) => ({ id, label: id, kind: 'count' as const }));

/** These hold for everybody whom sexual violence was done to, so that they tell no two entitlements apart. */
const ALWAYS_TRUE: readonly Condition[] = [
  'enhanced_rights',
  'victim_of_sexual_violence_or_gender_based_violence_or_domestic_abuse',
  'sexual_offence_or_child_abuse_or_hate_crime_or_death',
  'victim_or_bereaved_relative',
];

/** The counts of a quarter as one table, a row for each entitlement and whoever owes it. */
export function countedCodeTable(month: string, lines: readonly CountedCodeLine[]): CountedTable {
  return {
    ...tableOf(month, lines),
    cells: lines.map(({ opened, results }) =>
      [opened, ...CODE_RESULTS.map((result) => results[result])].map((count) => ({ kind: 'count', count })),
    ),
  };
}

/** What was published of a quarter as one table, to be tried beside others. */
export function publishedCodeTable(
  month: string,
  { lines, rule }: { readonly lines: readonly ReleasedCodeLine[]; readonly rule: RuleVersion },
): PublishedTable {
  const cellOf = (value: number | null): PublishedCell =>
    value === null ? { kind: 'hidden' } : { kind: 'rounded', value };
  return {
    ...tableOf(month, lines),
    cells: lines.map(({ opened, results }) =>
      [opened, ...CODE_RESULTS.map((result) => results[result])].map(cellOf),
    ),
    rule: { id: rule.id, version: rule.version },
  };
}

/** The lines of a table that has been protected, in its order. */
export function linesOfTable(
  table: PublishedTable,
  lines: readonly CodeLineOf[],
): readonly ReleasedCodeLine[] {
  return lines.map(({ codeVersion, entitlementId, owedBy }, y) => {
    const shown = (column: string): number | null => {
      const cell = table.cells[y]?.[COLUMNS.findIndex(({ id }) => id === column)];
      return cell?.kind === 'rounded' ? cell.value : null;
    };
    const results = CODE_RESULTS.map((result) => [result, shown(result)] as const);
    return {
      codeVersion,
      entitlementId,
      owedBy,
      opened: shown(OPENED),
      results: Object.fromEntries(results) as Record<CodeResult, number | null>,
    };
  });
}

/**
 * What a reader knows of the table of a quarter: what became of an entitlement adds up to how often it was opened; one
 * event opens all its entitlements for the same people; and those that only some of them have are no more than all.
 */
export function codeLinks(
  month: string,
  { lines, versions }: { readonly lines: readonly CodeLineOf[]; readonly versions: readonly CodeVersion[] },
): readonly TableLink[] {
  const table = codeTableId(month);
  const cell = (line: CodeLineOf, column: string): CellRef => ({ table, row: rowId(line), column });
  const sums = lines.map((line): TableLink => {
    const parts = CODE_RESULTS.map((result) => cell(line, result));
    return { kind: 'sum', total: cell(line, OPENED), parts, certain: true };
  });
  const events = new Map<string, { everybody: CodeLineOf[]; some: CodeLineOf[] }>();
  for (const line of lines) {
    const found = entitlementOf(line, versions);
    if (found === undefined) continue;
    const key = JSON.stringify([line.codeVersion, found.opensOn]);
    const event = events.get(key) ?? { everybody: [], some: [] };
    const forAll = found.onlyIf.every((condition) => ALWAYS_TRUE.includes(condition));
    (forAll ? event.everybody : event.some).push(line);
    events.set(key, event);
  }
  const alike = [...events.values()].flatMap(({ everybody, some }): TableLink[] => {
    const [first, second] = everybody;
    if (first === undefined) return [];
    const ofAll = everybody.map((line) => cell(line, OPENED));
    return [
      ...(second === undefined ? [] : [{ kind: 'alike' as const, cells: ofAll }]),
      ...some.map((line): TableLink => {
        const others = { table, row: `${rowId(line)} others`, column: OPENED };
        return {
          kind: 'sum',
          total: cell(first, OPENED),
          parts: [cell(line, OPENED), others],
          certain: false,
        };
      }),
    ];
  });
  return [...sums, ...alike];
}

function entitlementOf({ codeVersion, entitlementId }: CodeLineOf, versions: readonly CodeVersion[]) {
  return versions
    .find(({ version }) => version === codeVersion)
    ?.entitlements.find(({ id }) => id === entitlementId);
}

function tableOf(month: string, lines: readonly CodeLineOf[]) {
  const rowHeaders = lines.map((line): Header => ({ id: rowId(line), label: line.entitlementId }));
  const title = `What became of entitlements under the Victims’ Code, quarter from ${month}`;
  return { id: codeTableId(month), title, rowHeaders, columns: COLUMNS };
}

function codeTableId(month: string): string {
  return `victims-code ${month}`;
}

function rowId({ codeVersion, entitlementId, owedBy }: CodeLineOf): string {
  return `${codeVersion} ${entitlementId} ${owedBy.join('+')}`;
}
