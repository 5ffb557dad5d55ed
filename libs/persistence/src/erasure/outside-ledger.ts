import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { ErasedSubject, OutsideLedger } from '#libs/casework';
import { instant, isoOf, type ErasureId } from '#libs/domain';
import type { KeyRing } from '../vault';

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
    private readonly ring: KeyRing,
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

/** The lines of a ledger file, each verified. Throws when any was altered; a file that is not there has none. */
export async function readOutsideLedger(file: string, ring: KeyRing): Promise<readonly ErasedSubject[]> {
  if (!existsSync(file)) return [];
  const lines = await verifiedLines(file, ring);
  return lines.map(({ subjectId, erasureId, erasedAt }) => ({
    subjectId,
    erasureId: erasureId as ErasureId,
    erasedAt: instant(erasedAt),
  }));
}

/** The text of these lines, sealed and chained, as the file holds it. */
export async function ledgerText(
  subjects: readonly ErasedSubject[],
  { ring, after }: { ring: KeyRing; after?: Line | undefined },
): Promise<string> {
  let previous = after === undefined ? BEGINNING : hashOf(after);
  let text = '';
  for (const { subjectId, erasureId, erasedAt } of subjects) {
    const bare = { subjectId, erasureId, erasedAt: isoOf(erasedAt), previous, keyId: ring.id };
    const seal = (await ring.wrap(SEALED_AS, Buffer.from(hashOf(bare), 'hex'))).toString('base64');
    text += `${JSON.stringify({ ...bare, seal })}\n`;
    previous = hashOf({ ...bare, seal });
  }
  return text;
}

async function verifiedLines(file: string, ring: KeyRing): Promise<readonly Line[]> {
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

async function sealedLine(written: string, ring: KeyRing): Promise<Line | null> {
  const line = JSON.parse(written) as Line;
  const { seal, ...bare } = line;
  const wrapped = Buffer.from(seal, 'base64');
  const hash = await ring.unwrap({ subjectId: SEALED_AS, wrapped, keyId: line.keyId });
  const expected = Buffer.from(hashOf(bare), 'hex');
  return hash.length === expected.length && timingSafeEqual(hash, expected) ? line : null;
}

function hashOf(line: Omit<Line, 'seal'> | Line): string {
  const { subjectId, erasureId, erasedAt, previous, keyId } = line;
  const seal = 'seal' in line ? [line.seal] : [];
  return createHash('sha256')
    .update(JSON.stringify([subjectId, erasureId, erasedAt, previous, keyId, ...seal]))
    .digest('hex');
}
