import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EMPTY_TREE,
  grownBy,
  instant,
  isConsistent,
  sealedLeaf,
  treeRoot,
  type MerkleTree,
  type SealedSource,
  type TreeHash,
} from '#libs/domain';
import {
  headHash,
  isExportLine,
  isSealHead,
  NO_PREVIOUS,
  type ExportLine,
  type PromiseFigure,
  type SealHead,
  type SealKey,
} from '#libs/persistence';
import type { Line } from '../working-time/split-lines';
import { parseStrictJson } from '../working-time/strict-json';
import { FaultList, type ExportFault } from './export-fault';
import { KeyTrust } from './key-trust';
import { linesOf, UnreadableExportError } from './line-file';
import { FILES, isManifest, type ExportManifest, type RowCounts } from './manifest';
import { RowAlignment, type AwaitedRow } from './row-alignment';
import { AccessRowCheck, JournalRowCheck, type AccessRow } from './row-check';

export interface VerifyOptions {
  readonly folder: string;
  /** Public keys that the reader was given apart from the export, in PEM. */
  readonly keys?: readonly string[];
  /** Heads that the reader kept apart from the export. */
  readonly kept?: readonly SealHead[];
  readonly progress?: (leaves: number) => void;
}

export interface ExportVerification {
  readonly manifest: ExportManifest;
  readonly faults: readonly ExportFault[];
  /** More than are listed when there are very many. */
  readonly faultCount: number;
  readonly counts: RowCounts;
  readonly subjects: number;
  readonly newest: SealHead | null;
  readonly keyIds: readonly string[];
  /** Counted again from the rows, as at the manifest's instant; null when the rows are not sound. */
  readonly figures: readonly Omit<PromiseFigure, 'asAt'>[] | null;
}

/**
 * Checks an export against its own seal and against whatever the reader holds apart from it, naming what was altered,
 * dropped, put in, moved or cut, and counts the promise again. It needs no database and holds no more than a window of
 * rows, a few numbers for each record and one fact for each deadline. Rejects when the folder is no export.
 */
export async function verifyExport(options: VerifyOptions): Promise<ExportVerification> {
  const { folder } = options;
  const manifest = await readJson(folder, FILES.manifest);
  if (!isManifest(manifest)) throw new UnreadableExportError(join(folder, FILES.manifest));
  const keys = await readJson(folder, FILES.keys);
  if (!isKeys(keys)) throw new UnreadableExportError(join(folder, FILES.keys));
  return new ExportCheck(options, manifest, keys).run();
}

class ExportCheck {
  private readonly faults = new FaultList();
  private readonly trust: KeyTrust;
  private readonly journal: JournalRowCheck;
  private readonly journalRows: RowAlignment<ExportLine>;
  private readonly accessRows: RowAlignment<AccessRow>;
  private readonly leaves: AsyncGenerator<readonly Line[]>;
  private readonly counts: Record<keyof RowCounts, number>;
  private readonly kept: SealHead[];
  /** Roots of the heads that the stored proofs speak of. */
  private readonly roots = new Map<number, { readonly size: number; readonly root: TreeHash }>();
  private batch: readonly Line[] = [];
  private at = 0;
  private ended = false;
  private tree: MerkleTree = EMPTY_TREE;

  constructor(
    private readonly options: VerifyOptions,
    private readonly manifest: ExportManifest,
    private readonly keys: readonly SealKey[],
  ) {
    const { folder, keys: given = [], kept = [] } = options;
    const { faults } = this;
    this.trust = new KeyTrust(keys, { instanceId: manifest.instanceId, given, faults });
    this.journal = new JournalRowCheck(faults);
    this.counts = { leaves: 0, journal: 0, access: 0, heads: 0, waiting: 0, waitingAccess: 0, late: 0 };
    this.counts.waitingAccess = manifest.rows.waitingAccess;
    this.journalRows = new RowAlignment(
      this.read(FILES.journal, 'journal', readRow),
      (row) => row.position,
      this.journal,
    );
    this.accessRows = new RowAlignment(
      this.read(FILES.access, 'access', readAccess),
      (row) => row.key,
      new AccessRowCheck(faults),
    );
    this.leaves = linesOf(folder, FILES.leaves);
    this.kept = kept.toSorted((one, other) => one.size - other.size);
    for (const head of kept) {
      if (head.instanceId !== manifest.instanceId || !this.trust.knows(head)) {
        faults.add({ kind: 'kept-forged', head: head.number, size: head.size });
      }
    }
  }

  async run(): Promise<ExportVerification> {
    const newest = await this.checkHeads();
    const sealed = this.tree.size;
    const rest = await this.advance(Number.POSITIVE_INFINITY);
    if (rest.size > 0) this.faults.add({ kind: 'unsealed', from: sealed + 1, to: sealed + rest.size });
    for (const { number, size } of this.kept) {
      if (size <= this.tree.size) continue;
      this.faults.add({ kind: 'kept-cut', head: number, size, found: this.tree.size });
    }
    await this.journalRows.finish();
    await this.accessRows.finish();
    await this.checkWaiting();
    await this.checkLate();
    this.journal.finish();
    await this.checkProofs();
    this.checkCounts();
    const { faults, total } = this.faults;
    const asAt = instant(this.manifest.asAt);
    return {
      manifest: this.manifest,
      faults,
      faultCount: total,
      counts: this.counts,
      subjects: this.journal.subjects,
      newest,
      keyIds: this.keys.map(({ keyId }) => keyId),
      figures: total === 0 ? this.journal.replay.figures(asAt) : null,
    };
  }

  private async checkHeads(): Promise<SealHead | null> {
    let before: SealHead | null = null;
    let changed = false;
    for await (const head of this.heads()) {
      const number: number = before?.number ?? 0;
      if (head.number <= number) {
        this.faults.add({ kind: 'head-out-of-place', head: head.number });
        continue;
      }
      if (head.number > number + 1) {
        this.faults.add({ kind: 'heads-missing', from: number + 1, to: head.number - 1 });
      } else if (head.previous !== (before === null ? NO_PREVIOUS : headHash(before))) {
        this.faults.add({ kind: 'head-unlinked', head: head.number });
      }
      const forged = head.instanceId !== this.manifest.instanceId || !this.trust.signed(head);
      before = head;
      if (forged) {
        // What it says of rows cannot be believed: they are checked by the next head that can be.
        this.faults.add({ kind: 'head-forged', head: head.number });
        continue;
      }
      if (head.fromLeaf > this.tree.size) await this.advance(head.fromLeaf);
      const from = this.tree.size;
      const rows = await this.advance(head.size);
      if (this.tree.size < head.size) {
        this.faults.add({ kind: 'cut', head: head.number, size: head.size, found: this.tree.size });
        continue;
      }
      const rowsRoot = treeRoot(rows).toString('hex');
      const root = treeRoot(this.tree);
      this.roots.set(head.number, { size: head.size, root });
      if (from === head.fromLeaf && rowsRoot !== head.rowsRoot) {
        this.faults.add({ kind: 'rows-changed', head: head.number, from: from + 1, to: head.size });
        changed = true;
      } else if (!changed && root.toString('hex') !== head.root) {
        this.faults.add({ kind: 'root-differs', head: head.number });
        changed = true;
      }
    }
    return before;
  }

  private async *heads(): AsyncGenerator<SealHead> {
    for await (const lines of linesOf(this.options.folder, FILES.heads)) {
      for (const line of lines) {
        this.counts.heads += 1;
        const head = valueOf(line);
        if (isSealHead(head)) yield head;
        else this.faults.add({ kind: 'unreadable', file: FILES.heads, line: this.counts.heads });
      }
    }
  }

  /** Takes leaves until the tree has this size or they end, stopping where a kept head ended. Returns a tree of them. */
  private async advance(size: number): Promise<MerkleTree> {
    let rows = EMPTY_TREE;
    while (this.tree.size < size && !this.ended) {
      const stop = Math.min(size, this.kept.find((head) => head.size > this.tree.size)?.size ?? size);
      const taken = await this.take(stop - this.tree.size);
      this.tree = grownBy(this.tree, taken).tree;
      rows = grownBy(rows, taken).tree;
      if (taken.length > 0) this.compareKept();
    }
    return rows;
  }

  /** At most so many leaves, and at most one batch of the file. */
  private async take(most: number): Promise<readonly TreeHash[]> {
    if (this.at >= this.batch.length) {
      const next = await this.leaves.next();
      if (next.done === true) {
        this.ended = true;
        return [];
      }
      this.batch = next.value;
      this.at = 0;
    }
    const lines = this.batch.slice(this.at, this.at + Math.min(most, this.batch.length - this.at));
    this.at += lines.length;
    const hashes: TreeHash[] = [];
    const awaited: Record<SealedSource, AwaitedRow[]> = { journal: [], access: [] };
    for (const line of lines) {
      const index = this.tree.size + hashes.length;
      this.counts.leaves += 1;
      const [, source, key, hash] = LEAF.exec(line ?? '') ?? [];
      if (hash === undefined || key === undefined) {
        this.faults.add({ kind: 'unreadable', file: FILES.leaves, line: this.counts.leaves });
        hashes.push(UNREADABLE);
        continue;
      }
      const of = source as SealedSource;
      hashes.push(sealedLeaf(of, Buffer.from(hash, 'hex')));
      awaited[of].push({ key, index, hash });
    }
    await this.journalRows.expect(awaited.journal);
    await this.accessRows.expect(awaited.access);
    this.options.progress?.(this.counts.leaves);
    return hashes;
  }

  private compareKept(): void {
    const root = treeRoot(this.tree).toString('hex');
    for (const head of this.kept) {
      if (head.size !== this.tree.size || head.root === root) continue;
      this.faults.add({ kind: 'kept-differs', head: head.number, size: head.size });
    }
  }

  private async checkWaiting(): Promise<void> {
    for await (const rows of this.read(FILES.waiting, 'waiting', readRow)) {
      for (const row of rows) this.journal.look(row);
    }
  }

  private async checkLate(): Promise<void> {
    for await (const rows of this.read(FILES.late, 'late', readLate)) {
      for (const { source, key, row } of rows) {
        this.faults.add({ kind: 'late', source, key });
        if (row !== null) this.journal.look(row);
      }
    }
  }

  private async checkProofs(): Promise<void> {
    const proofs = await readJson(this.options.folder, FILES.proofs);
    if (!Array.isArray(proofs) || !proofs.every(isProof)) {
      this.faults.add({ kind: 'unreadable', file: FILES.proofs, line: 1 });
      return;
    }
    for (const { earlier, later, path } of proofs) {
      const [before, after] = [this.roots.get(earlier), this.roots.get(later)];
      const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
      if (before && after && isConsistent({ earlier: before, later: after, path: hashes })) continue;
      this.faults.add({ kind: 'proof-wrong', earlier, later });
    }
  }

  private checkCounts(): void {
    for (const name of COUNTED) {
      const [said, found] = [this.manifest.rows[name], this.counts[name]];
      if (said !== found) this.faults.add({ kind: 'count', file: FILES[name], said, found });
    }
  }

  /** The lines of a file as what they should be; each that is not is named by its number. */
  private async *read<Row>(
    file: string,
    count: 'journal' | 'access' | 'waiting' | 'late',
    parse: (line: Line) => Row | null,
  ): AsyncGenerator<readonly Row[]> {
    for await (const lines of linesOf(this.options.folder, file)) {
      const rows: Row[] = [];
      for (const line of lines) {
        this.counts[count] += 1;
        const row = parse(line);
        if (row === null) this.faults.add({ kind: 'unreadable', file, line: this.counts[count] });
        else rows.push(row);
      }
      yield rows;
    }
  }
}

const COUNTED = ['leaves', 'journal', 'access', 'heads', 'waiting', 'late'] as const;
const LEAF = /^(journal|access) ([0-9a-f-]{1,36}) ([0-9a-f]{64})$/;
const ACCESS = /^([0-9a-f-]{36}) ([0-9a-f]{64})$/;
/** Stands for a leaf that cannot be read: no row has it. */
const UNREADABLE = Buffer.alloc(32);

function valueOf(line: Line): unknown {
  const read = parseStrictJson(line ?? '');
  return read.kind === 'value' ? read.value : undefined;
}

function readRow(line: Line): ExportLine | null {
  const row = valueOf(line);
  return isExportLine(row) ? row : null;
}

function readAccess(line: Line): AccessRow | null {
  const [, key, hash] = ACCESS.exec(line ?? '') ?? [];
  return key === undefined || hash === undefined ? null : { key, hash };
}

interface LateRow {
  readonly source: string;
  readonly key: string;
  readonly row: ExportLine | null;
}

function readLate(line: Line): LateRow | null {
  const value = valueOf(line);
  if (typeof value !== 'object' || value === null) return null;
  const { source, key, row } = value as Record<string, unknown>;
  if ((source !== 'journal' && source !== 'access') || typeof key !== 'string') return null;
  if (row !== null && !isExportLine(row)) return null;
  return { source, key, row };
}

function isProof(value: unknown): value is { earlier: number; later: number; path: string[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { earlier, later, path } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(earlier) &&
    Number.isSafeInteger(later) &&
    Array.isArray(path) &&
    path.every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash))
  );
}

export function isKeys(value: unknown): value is readonly SealKey[] {
  return Array.isArray(value) && value.every(isKey);
}

function isKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { keyId, publicKey, fromSeal, previousKey, endorsement } = value as Record<string, unknown>;
  return (
    typeof keyId === 'string' &&
    typeof publicKey === 'string' &&
    Number.isSafeInteger(fromSeal) &&
    (previousKey === null || typeof previousKey === 'string') &&
    (endorsement === null || typeof endorsement === 'string')
  );
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const file = join(folder, name);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    throw new UnreadableExportError(file);
  }
}
