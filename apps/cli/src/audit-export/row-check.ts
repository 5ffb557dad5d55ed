import { isAsHashed, PromiseReplay, SequenceWatch, type ExportLine } from '#libs/persistence';
import type { PayloadObject, SubjectKind } from '#libs/domain';
import type { FaultList, NamedRow } from './export-fault';
import type { AlignmentOutcome, AwaitedRow } from './row-alignment';

/**
 * Looks at each row of the journal: whether its content gives its hash, whether it is the row that was sealed, and whether
 * each record's rows are there from the first on, once each. What it keeps is a few numbers for each record.
 */
export class JournalRowCheck implements AlignmentOutcome<ExportLine> {
  readonly replay = new PromiseReplay();
  private readonly watches = new Map<string, { subject: NamedRow['subject']; watch: SequenceWatch }>();

  constructor(private readonly faults: FaultList) {}

  get subjects(): number {
    return this.watches.size;
  }

  found(awaited: AwaitedRow, row: ExportLine): void {
    if (row.leafHash !== awaited.hash) {
      this.faults.add({ kind: 'not-as-sealed', row: nameOf(row), leaf: awaited.index + 1 });
    }
    this.look(row);
  }

  moved(awaited: AwaitedRow, row: ExportLine): void {
    this.faults.add({ kind: 'moved', row: nameOf(row), leaf: awaited.index + 1 });
    this.found(awaited, row);
  }

  missing({ key, index }: AwaitedRow): void {
    this.faults.add({ kind: 'missing', source: 'journal', key, leaf: index + 1 });
  }

  extra(row: ExportLine): void {
    this.faults.add({ kind: 'extra', row: nameOf(row) });
    this.look(row);
  }

  /** A row that no seal covers yet. */
  look(row: ExportLine): void {
    if (!isAsHashed(row)) this.faults.add({ kind: 'altered', row: nameOf(row) });
    if (this.watchOf(row.subject).see(row.sequence) === 'repeated') {
      this.faults.add({ kind: 'repeated', row: nameOf(row) });
    }
    try {
      this.replay.add({
        subject: { kind: row.subject.kind as SubjectKind, id: row.subject.id },
        type: row.type,
        payload: row.payload as PayloadObject,
      });
    } catch {
      this.faults.add({ kind: 'untellable', row: nameOf(row) });
    }
  }

  finish(): void {
    for (const { subject, watch } of this.watches.values()) {
      for (const { from, to } of watch.gaps()) this.faults.add({ kind: 'gap', subject, from, to });
    }
  }

  private watchOf(subject: NamedRow['subject']): SequenceWatch {
    const key = `${subject.kind} ${subject.id}`;
    const known = this.watches.get(key);
    if (known) return known.watch;
    const watch = new SequenceWatch();
    this.watches.set(key, { subject, watch });
    return watch;
  }
}

/** Of the access log an export holds hashes and nothing that says who looked at whom. */
export class AccessRowCheck implements AlignmentOutcome<AccessRow> {
  constructor(private readonly faults: FaultList) {}

  found({ hash, index }: AwaitedRow, row: AccessRow): void {
    if (row.hash !== hash) this.faults.add({ kind: 'access-altered', key: row.key, leaf: index + 1 });
  }

  moved(awaited: AwaitedRow, row: AccessRow): void {
    this.faults.add({ kind: 'access-moved', key: row.key });
    this.found(awaited, row);
  }

  missing({ key, index }: AwaitedRow): void {
    this.faults.add({ kind: 'missing', source: 'access', key, leaf: index + 1 });
  }

  extra({ key }: AccessRow): void {
    this.faults.add({ kind: 'access-extra', key });
  }
}

export interface AccessRow {
  readonly key: string;
  readonly hash: string;
}

export function nameOf({ subject, sequence, position }: ExportLine): NamedRow {
  return { subject, sequence, position };
}
