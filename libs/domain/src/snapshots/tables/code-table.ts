import type { CodeResult } from '../../code-figures';
import { CODE_RESULTS } from '../../code-figures';
import type { DutyHolder } from '../../duties';
import type { CellRef, TableLink } from '../../disclosure';
import type { SnapshotTableBuilder } from '../quarter-facts';
import type { SnapshotLink, SnapshotPlace } from '../snapshot-table';
import { measureNow, quarterInWords, SMALL_COUNTS_NOTE } from '../words';

const RESULT_TITLES: Readonly<Record<CodeResult, string>> = {
  delivered: 'In time, or no limit',
  late: 'Late',
  missed: 'Missed',
  'not-known': 'Not known',
  declined: 'Declined by the person',
  open: 'Still to come',
};

const HOLDER_NAMES: Readonly<Record<DutyHolder, string>> = {
  police: 'the police',
  witness_care_unit: 'the witness care unit',
  cps: 'the Crown Prosecution Service',
  hmcts: 'the court',
  probation_vcs: 'probation’s Victim Contact Scheme',
  parole_board: 'the Parole Board',
  youth_offending_team: 'the youth offending team',
  support_service: 'the support service',
  sarc: 'the sexual assault referral centre',
  all_service_providers: 'every service, this one too',
  victim: 'the person’s own choice',
};

const TABLE = 'victims-code';

/** What one event opened; that results add up is said once, for all rows. */
function isOfEvents(link: TableLink): boolean {
  return link.kind === 'alike' || !link.certain;
}

function linkHere(link: TableLink): SnapshotLink {
  const here = ({ row, column }: CellRef): SnapshotPlace => ({ table: TABLE, row, column });
  if (link.kind === 'alike') return { kind: 'alike', places: link.cells.map(here) };
  const { total, parts, certain } = link;
  return { kind: 'sum', total: here(total), parts: parts.map(here), certain };
}

/** What became of the entitlements under the Victims’ Code that the quarter opened, as it was released. */
export const codeTables: SnapshotTableBuilder = ({ quarter, code }) =>
  code === null || code.lines.length === 0
    ? []
    : [
        {
          id: TABLE,
          title: `Entitlements under the Victims’ Code that were opened, ${quarterInWords(quarter.month)}`,
          measure: measureNow('code-delivered'),
          rowsTitle: 'Entitlement, and who owes it',
          columns: [
            { id: 'opened', title: 'Opened', unit: 'rounded' as const },
            ...CODE_RESULTS.map((id) => ({ id, title: RESULT_TITLES[id], unit: 'rounded' as const })),
          ],
          rows: code.lines.map(({ codeVersion, entitlementId, owedBy, right, title, opened, results }) => ({
            id: `${codeVersion} ${entitlementId} ${owedBy.join('+')}`,
            title: `Right ${right}: ${title}. Owed by ${owedBy.map((holder) => HOLDER_NAMES[holder]).join(', ')}. Code of ${codeVersion}`,
            cells: [opened, ...CODE_RESULTS.map((result) => results[result])].map((count) => count ?? '[c]'),
          })),
          sums: [{ of: 'columns' as const, total: 'opened', parts: CODE_RESULTS }],
          ...(code.links.some(isOfEvents) ? { links: code.links.filter(isOfEvents).map(linkHere) } : {}),
          notes: [
            '“Not known” means that the limit of another body passed and nobody said what it did. It does not mean that the body failed. “Missed” is only ever said of what this service itself owes.',
            'What a person declined is counted neither as met nor as missed.',
            SMALL_COUNTS_NOTE,
          ],
        },
      ];
