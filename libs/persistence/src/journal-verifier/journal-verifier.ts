import { leafHash } from '../journal';
import { isExportLine, type ExportLine } from './export-line';
import { SequenceWatch } from './sequence-watch';
import type { JournalFault, RowName, Verification } from './verification';

/**
 * Checks the journal from its rows alone (P9): every leaf hash is worked out again, and every subject's rows must be
 * there from the first on, once each and in order. It keeps a few numbers per subject, never the rows.
 *
 * Rows dropped from the end of a subject leave no gap; the signed seal of the whole journal is what shows those.
 */
export class JournalVerifier {
  private rows = 0;
  private readonly subjects = new Map<string, { subject: RowName['subject']; watch: SequenceWatch }>();
  private readonly faults: JournalFault[] = [];

  /** Takes the next line of an export, parsed; anything that is not one is a fault of its own. */
  add(value: unknown): void {
    this.rows += 1;
    const line = this.rows;
    if (!isExportLine(value)) {
      this.faults.push({ kind: 'unreadable', line });
      return;
    }
    const row: RowName = { line, subject: value.subject, sequence: value.sequence };
    if (!isAsHashed(value)) this.faults.push({ kind: 'altered', ...row });
    const kind = this.watchOf(value.subject).see(value.sequence);
    if (kind !== null) this.faults.push({ kind, ...row });
  }

  finish(): Verification {
    const gaps = [...this.subjects.values()].flatMap(({ subject, watch }) =>
      watch.gaps().map(({ from, to }): JournalFault => ({ kind: 'gap', subject, from, to })),
    );
    return { rows: this.rows, subjects: this.subjects.size, faults: [...this.faults, ...gaps] };
  }

  private watchOf(subject: RowName['subject']): SequenceWatch {
    const key = `${subject.kind} ${subject.id}`;
    const known = this.subjects.get(key);
    if (known) return known.watch;
    const watch = new SequenceWatch();
    this.subjects.set(key, { subject, watch });
    return watch;
  }
}

export function verifyLines(lines: Iterable<unknown>): Verification {
  const verifier = new JournalVerifier();
  for (const line of lines) verifier.add(line);
  return verifier.finish();
}

/** Whether the content of a row gives its leaf hash. */
export function isAsHashed({
  leafHash: stored,
  era: _era,
  position: _position,
  ...content
}: ExportLine): boolean {
  return leafHash(content).toString('hex') === stored;
}
