import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { consistencySpans } from '#libs/domain';
import {
  accessHashes,
  everyHead,
  exportLinesAt,
  hashesOfSpans,
  sealedLeaves,
  sealHeads,
  sealKeys,
  unsealedAccess,
  unsealedLines,
  type ExportLine,
  type RunStatement,
  type SealHead,
} from '#libs/persistence';
import { LineWriter } from './line-file';
import { FILES, type ExportManifest } from './manifest';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** The folder is not empty: an export never mixes with what is there. */
export class FolderInUseError extends Error {
  constructor(folder: string) {
    super(`${folder} is not empty. Name a folder that is empty or not there yet.`);
    this.name = 'FolderInUseError';
  }
}

/**
 * Writes everything an auditor needs to check the service without it, and nothing that names a person: the journal's
 * rows, the hashes of the access log's, the sealed tree with its signed heads, and the public keys. `run` must read one
 * instant. It holds one batch of rows at a time, whatever their number.
 */
export async function writeExport(
  run: RunStatement,
  { folder, progress = () => undefined }: { folder: string; progress?: (at: Progress) => void },
): Promise<ExportManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new FolderInUseError(folder);
  const [newest] = await sealHeads(run, { below: null, limit: 1 });
  const sealed = await writeSealedRows(run, folder, (done) => progress({ done, of: newest?.size ?? 0 }));
  const { heads, daily } = await writeHeads(run, folder);
  const waiting = await writeLines(folder, FILES.waiting, unsealedLines(run, 'waiting'));
  const access = await unsealedAccess(run);
  const late = await writeLate(run, folder, access.late);
  const keys = await sealKeys(run);
  await writeJson(folder, FILES.keys, keys);
  await write(folder, FILES.publicKeys, keys.map(({ publicKey }) => publicKey).join(''));
  await writeJson(folder, FILES.proofs, newest ? await proofsOf(run, daily, newest) : []);
  const [clock] = await run<{ instance_id: string; made: Date; service: Date }>(
    'select instance_id, now() as made, app.service_now() as service from app.instance',
    [],
  );
  if (!clock) throw new Error('the database has no instance');
  const manifest: ExportManifest = {
    format: 'waymark-audit-1',
    instanceId: clock.instance_id,
    madeAt: clock.made.toISOString(),
    asAt: clock.service.toISOString(),
    rows: { ...sealed, heads, waiting, waitingAccess: access.waiting, late },
  };
  await writeJson(folder, FILES.manifest, manifest);
  return manifest;
}

/** Rows in the order of the tree. A row that is gone is left out: verification names it by its leaf. */
async function writeSealedRows(run: RunStatement, folder: string, done: (leaves: number) => void) {
  const leaves = await LineWriter.create(folder, FILES.leaves);
  const journal = await LineWriter.create(folder, FILES.journal);
  const access = await LineWriter.create(folder, FILES.access);
  for await (const batch of sealedLeaves(run)) {
    await leaves.add(batch.map(({ source, key, hash }) => `${source} ${key} ${hash}`));
    const ofJournal = batch.filter(({ source }) => source === 'journal').map(({ key }) => key);
    const rows = new Map((await exportLinesAt(run, ofJournal)).map((line) => [line.position, line]));
    await journal.add(ofJournal.flatMap((key) => textOf(rows.get(key))));
    const ofAccess = batch.filter(({ source }) => source === 'access').map(({ key }) => key);
    const hashes = ofAccess.length === 0 ? new Map<string, string>() : await accessHashes(run, ofAccess);
    await access.add(ofAccess.flatMap((key) => (hashes.has(key) ? [`${key} ${hashes.get(key)}`] : [])));
    done(leaves.lines);
  }
  await Promise.all([leaves.close(), journal.close(), access.close()]);
  return { leaves: leaves.lines, journal: journal.lines, access: access.lines };
}

function textOf(line: ExportLine | undefined): readonly string[] {
  return line === undefined ? [] : [JSON.stringify(line)];
}

/** Heads, and of each day the last: those are what people keep. */
async function writeHeads(run: RunStatement, folder: string) {
  const file = await LineWriter.create(folder, FILES.heads);
  const daily = new Map<string, SealHead>();
  for await (const batch of everyHead(run)) {
    await file.add(batch.map((head) => JSON.stringify(head)));
    for (const head of batch) daily.set(head.sealedAt.slice(0, 10), head);
  }
  await file.close();
  return { heads: file.lines, daily: [...daily.values()] };
}

async function writeLines(
  folder: string,
  name: string,
  batches: AsyncIterable<readonly ExportLine[]>,
): Promise<number> {
  const file = await LineWriter.create(folder, name);
  for await (const batch of batches) await file.add(batch.map((line) => JSON.stringify(line)));
  await file.close();
  return file.lines;
}

async function writeLate(run: RunStatement, folder: string, accessIds: readonly string[]): Promise<number> {
  const file = await LineWriter.create(folder, FILES.late);
  for await (const batch of unsealedLines(run, 'late')) {
    await file.add(batch.map((row) => JSON.stringify({ source: 'journal', key: row.position, row })));
  }
  await file.add(accessIds.map((key) => JSON.stringify({ source: 'access', key, row: null })));
  await file.close();
  return file.lines;
}

/** That each of these heads is a beginning of the newest, for whoever keeps heads and has no rows. */
async function proofsOf(run: RunStatement, earlier: readonly SealHead[], newest: SealHead) {
  const proofs = [];
  for (const head of earlier) {
    if (head.number === newest.number) continue;
    const path = await hashesOfSpans(run, consistencySpans(head.size, newest.size));
    proofs.push({
      earlier: head.number,
      later: newest.number,
      path: path.map((hash) => hash.toString('hex')),
    });
  }
  return proofs;
}

function writeJson(folder: string, name: string, content: unknown): Promise<void> {
  return write(folder, name, `${JSON.stringify(content, null, 2)}\n`);
}

function write(folder: string, name: string, text: string): Promise<void> {
  return writeFile(join(folder, name), text, { mode: 0o600, flag: 'wx' });
}
