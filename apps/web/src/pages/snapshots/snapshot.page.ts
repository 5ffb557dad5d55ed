import type { AttackFinding } from '#libs/casework';
import { SEND_BACK_REASONS, snapshotMoves, type StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { WHOLE_FILES } from './files/snapshot-files';
import { pathOf, reportView, type ReportParts } from './report-view';
import { MOVE_WORDS, REPORT, SEND_BACK_WORDS, STATE_WORDS } from './snapshots.copy';

export interface ShownSnapshot extends ReportParts {
  readonly actor: StaffActor;
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
  readonly found?: readonly AttackFinding[];
}

/** The report, and what the reader may do with it. */
export function snapshotPage(shown: ShownSnapshot) {
  const { actor, line, errors, notice, found = [], tables } = shown;
  const { snapshot } = line;
  const path = pathOf(snapshot);
  const moves = snapshotMoves(actor, snapshot);
  const own = [snapshot.countedBy, snapshot.proposedBy].includes(actor.userId);
  return {
    ...reportView(shown),
    state: STATE_WORDS[snapshot.state],
    provisional: snapshot.state === 'draft' || snapshot.state === 'proposed' ? REPORT.provisional : null,
    sentBack:
      snapshot.sentBackBecause === null ? null : REPORT.sentBack(SEND_BACK_WORDS[snapshot.sentBackBecause]),
    files: [
      { path: `${path}/files/${WHOLE_FILES.ods}`, text: REPORT.downloadOds },
      { path: `${path}/files/${WHOLE_FILES.zip}`, text: REPORT.downloadZip },
      { path: `${path}/report.html`, text: REPORT.downloadReport },
      ...(line.keyId === null ? [] : [{ path: `${path}/signed.json`, text: REPORT.downloadSigned }]),
    ],
    movePath: `${path}/move`,
    revision: snapshot.revision,
    buttons: moves
      .filter((move) => move !== 'send-back')
      .map((value) => ({ value, text: MOVE_WORDS[value], secondary: value === 'discard' })),
    sendBack: moves.includes('send-back')
      ? {
          text: MOVE_WORDS['send-back'],
          reasons: SEND_BACK_REASONS.map((value) => ({ value, text: SEND_BACK_WORDS[value] })),
        }
      : null,
    second: snapshot.state === 'proposed' && own ? REPORT.second : null,
    found: found.map((one) => findingView(one, tables)),
    errors,
    wrong: wrongFields(errors),
    notice,
  };
}

function findingView(finding: AttackFinding, tables: ReportParts['tables']) {
  if (finding.kind === 'contradiction')
    return { table: finding.titles.join('; '), place: '', what: REPORT.foundContradiction };
  const { cell, title } = finding;
  const table = tables.find(({ id }) => cell.table.endsWith(`: ${id}`));
  const row = table?.rows.find(({ id }) => id === cell.row)?.title ?? cell.row;
  const column = table?.columns.find(({ id }) => id === cell.column)?.title ?? cell.column;
  const what =
    finding.kind === 'narrow' ? REPORT.foundNarrow(finding.least, finding.most) : REPORT.foundUnprotected;
  return { table: title, place: `${row}: ${column}`, what };
}
