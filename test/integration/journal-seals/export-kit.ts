import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_TREE, grownBy, sealedLeaf, treeRoot, type MerkleTree, type SealedSource } from '#libs/domain';
import {
  headHash,
  leafHash,
  NO_PREVIOUS,
  withJournal,
  type ExportLine,
  type HeadStatement,
  type SealHead,
  type SealSigner,
} from '#libs/persistence';
import { exportFaultInWords, type ExportFault } from '../../../apps/cli/src/audit-export/export-fault';
import { FILES, type ExportManifest } from '../../../apps/cli/src/audit-export/manifest';
import { verifyExport, type VerifyOptions } from '../../../apps/cli/src/audit-export/verify-export';
import { writeExport } from '../../../apps/cli/src/audit-export/write-export';

type FileName = (typeof FILES)[keyof typeof FILES];

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'waymark-audit-'));
}

export async function exported(workerUrl: string): Promise<string> {
  const folder = emptyFolder();
  await withJournal(workerUrl, (run) => writeExport(run, { folder }));
  return folder;
}

/** A copy of an export that somebody works on. */
export class Tampered {
  readonly folder = emptyFolder();

  constructor(original: string) {
    cpSync(original, this.folder, { recursive: true });
  }

  lines(file: FileName): string[] {
    const text = readFileSync(join(this.folder, file), 'utf8');
    return text === '' ? [] : text.trimEnd().split('\n');
  }

  write(file: FileName, lines: readonly string[]): void {
    writeFileSync(join(this.folder, file), lines.map((line) => `${line}\n`).join(''));
  }

  change(file: FileName, edit: (lines: string[]) => readonly string[]): void {
    this.write(file, edit(this.lines(file)));
  }

  rows(): ExportLine[] {
    return this.lines(FILES.journal).map((line) => JSON.parse(line) as ExportLine);
  }

  heads(): SealHead[] {
    return this.lines(FILES.heads).map((line) => JSON.parse(line) as SealHead);
  }

  /** The manifest as it would be of what is there now. */
  recount(): void {
    const file = join(this.folder, FILES.manifest);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as ExportManifest;
    const rows = {
      ...manifest.rows,
      leaves: this.lines(FILES.leaves).length,
      journal: this.lines(FILES.journal).length,
      access: this.lines(FILES.access).length,
      heads: this.lines(FILES.heads).length,
    };
    writeFileSync(file, JSON.stringify({ ...manifest, rows }));
  }

  /** Where a row of the journal stands among the sealed rows, counted from 0. */
  leafOf({ position }: ExportLine): number {
    return this.lines(FILES.leaves).findIndex((line) => line.startsWith(`journal ${position} `));
  }

  /** Leaf and row of the journal as they would be had the row always been as it is. */
  rehash(at: number): void {
    const row = rehashed(this.rows()[at]!);
    const leaf = this.leafOf(row);
    this.change(FILES.journal, (lines) => lines.with(at, JSON.stringify(row)));
    this.change(FILES.leaves, (lines) => lines.with(leaf, `journal ${row.position} ${row.leafHash}`));
  }

  /** Every head as it would be over the leaves that are there, as somebody with another key could make it. */
  rebuildHeads(signer: SealSigner): void {
    const leaves = this.lines(FILES.leaves).map((line) => {
      const [source, , hash] = line.split(' ');
      return sealedLeaf(source as SealedSource, Buffer.from(hash!, 'hex'));
    });
    let tree: MerkleTree = EMPTY_TREE;
    let previous: SealHead | null = null;
    const heads: SealHead[] = [];
    for (const old of this.heads()) {
      const size = Math.min(old.size, leaves.length);
      if (size <= tree.size) break;
      const fromLeaf = tree.size;
      const own = leaves.slice(fromLeaf, size);
      tree = grownBy(tree, own).tree;
      const statement: HeadStatement = {
        format: 'waymark-head-1',
        instanceId: old.instanceId,
        number: old.number,
        fromLeaf,
        size,
        root: treeRoot(tree).toString('hex'),
        rowsRoot: treeRoot(grownBy(EMPTY_TREE, own).tree).toString('hex'),
        previous: previous === null ? NO_PREVIOUS : headHash(previous),
        sealedAt: old.sealedAt,
        keyId: signer.keyId,
      };
      previous = { ...statement, signature: signer.sign(statement) };
      heads.push(previous);
    }
    this.write(
      FILES.heads,
      heads.map((head) => JSON.stringify(head)),
    );
    writeFileSync(join(this.folder, FILES.proofs), '[]\n');
  }

  /** The public key of whoever rebuilt it, as if it always had been in force. */
  claimKey({ keyId, publicKey }: SealSigner): void {
    const key = { keyId, publicKey, fromSeal: 1, introducedAt: '', previousKey: null, endorsement: null };
    writeFileSync(join(this.folder, FILES.keys), JSON.stringify([key]));
  }

  async faults(held: Omit<VerifyOptions, 'folder'> = {}): Promise<readonly ExportFault[]> {
    return (await verifyExport({ folder: this.folder, ...held })).faults;
  }

  async words(held: Omit<VerifyOptions, 'folder'> = {}): Promise<string> {
    return (await this.faults(held)).map(exportFaultInWords).join('\n');
  }
}

export function rehashed(row: ExportLine): ExportLine {
  const {
    subject,
    sequence,
    caseId,
    type,
    version,
    happenedAt,
    recordedAt,
    actor,
    agencyId,
    reason,
    payload,
  } = row;
  const content = {
    subject,
    sequence,
    caseId,
    type,
    version,
    happenedAt,
    recordedAt,
    actor,
    agencyId,
    reason,
    payload,
  };
  return { ...row, leafHash: leafHash(content).toString('hex') };
}
