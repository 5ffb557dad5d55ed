import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { ErasedSubject, OutsideLedger } from '#libs/casework';
import { instant, isoOf, type ErasureId } from '#libs/domain';
import type { Pool } from 'pg';
import { instantOf } from '../columns';
import type { KeyProvider } from '../vault';

/** What the seal of a line is bound to; no person has this id. */
const SEALED_AS = 'erasure-ledger';
const BEGINNING = '0'.repeat(64);

interface Line {
  readonly subjectId: string;
  readonly erasureId: string;
  readonly erasedAt: string;
  /** Hash of the line before: a line taken out or put in between shows. */
  readonly previous: string;
  readonly keyId: string;
  /** The hash of all that stands before it, wrapped by the master key: nobody else can write a line. */
  readonly seal: string;
}

export class BrokenLedgerError extends Error {
  constructor(file: string, line: number) {
    super(`The erasure ledger ${file} was altered or cannot be verified from line ${line} on.`);
    this.name = 'BrokenLedgerError';
  }
}

/** Appends to a file, line by line, each on disk before the next step of an erasure. */
export class FileLedger implements OutsideLedger {
  constructor(
    private readonly file: string,
    private readonly ring: KeyProvider,
  ) {}

  async note(subjects: readonly ErasedSubject[]): Promise<void> {
    const known = existsSync(this.file) ? await verifiedLines(this.file, this.ring) : [];
    const written = new Set(known.map(({ subjectId }) => subjectId));
    const fresh = subjects.filter(({ subjectId }) => !written.has(subjectId));
    const text = await ledgerText(fresh, { ring: this.ring, after: known.at(-1) });
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** Where no ledger is kept outside, the key database's own is the only one. */
export const NO_OUTSIDE_LEDGER: OutsideLedger = { note: async () => undefined };

/** The lines of a ledger file, each verified; null when there is none. Throws when any line was altered. */
export async function readOutsideLedger(
  file: string,
  ring: KeyProvider,
): Promise<readonly ErasedSubject[] | null> {
  if (!existsSync(file)) return null;
  const lines = await verifiedLines(file, ring);
  if (lines.length === 0) return null;
  return lines.map(({ subjectId, erasureId, erasedAt }) => ({
    subjectId,
    erasureId: erasureId as ErasureId,
    erasedAt: instant(erasedAt),
  }));
}

/** What the key database itself knows, in the order in which it happened. */
export async function storedErasures(keys: Pool): Promise<readonly ErasedSubject[]> {
  const { rows } = await keys.query<{ subject_id: string; erasure_id: ErasureId; erased_at: Date }>(
    'select subject_id, erasure_id, erased_at from keys.erasure order by erased_at, subject_id',
  );
  return rows.map((row) => ({
    subjectId: row.subject_id,
    erasureId: row.erasure_id,
    erasedAt: instantOf(row.erased_at),
  }));
}

/** The text of these lines, sealed and chained, as the file holds it. */
export async function ledgerText(
  subjects: readonly ErasedSubject[],
  { ring, after }: { ring: KeyProvider; after?: Line | undefined },
): Promise<string> {
  let previous = after === undefined ? BEGINNING : hashOf(after);
  let text = '';
  for (const { subjectId, erasureId, erasedAt } of subjects) {
    const bare = { subjectId, erasureId, erasedAt: isoOf(erasedAt), previous };
    const { wrapped, keyId } = await ring.wrap(SEALED_AS, Buffer.from(hashOf(bare), 'hex'));
    const line = { ...bare, keyId, seal: wrapped.toString('base64') };
    text += `${JSON.stringify(line)}\n`;
    previous = hashOf(line);
  }
  return text;
}

async function verifiedLines(file: string, ring: KeyProvider): Promise<readonly Line[]> {
  const text = await readFile(file, 'utf8');
  const lines: Line[] = [];
  let previous = BEGINNING;
  for (const [at, written] of text.split('\n').filter(Boolean).entries()) {
    const line = await sealedLine(written, ring).catch(() => null);
    if (line === null || line.previous !== previous) throw new BrokenLedgerError(file, at + 1);
    lines.push(line);
    previous = hashOf(line);
  }
  return lines;
}

async function sealedLine(written: string, ring: KeyProvider): Promise<Line | null> {
  const line = JSON.parse(written) as Line;
  const { seal, keyId, ...bare } = line;
  const wrapped = Buffer.from(seal, 'base64');
  const hash = await ring.unwrap(SEALED_AS, { wrapped, keyId });
  const expected = Buffer.from(hashOf(bare), 'hex');
  return hash.length === expected.length && timingSafeEqual(hash, expected) ? line : null;
}

function hashOf(line: Omit<Line, 'seal' | 'keyId'> | Line): string {
  const { subjectId, erasureId, erasedAt, previous } = line;
  const sealed = 'seal' in line ? [line.keyId, line.seal] : [];
  return createHash('sha256')
    .update(JSON.stringify([subjectId, erasureId, erasedAt, previous, ...sealed]))
    .digest('hex');
}
