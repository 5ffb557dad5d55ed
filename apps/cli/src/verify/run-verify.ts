import type { Readable, Writable } from 'node:stream';
import { journalEnvironment, withLocalInstance, type RawEnvironment } from '#libs/config';
import {
  exportLines,
  faultInWords,
  JournalVerifier,
  withJournal,
  type Verification,
} from '#libs/persistence';
import { splitLines } from '../working-time/split-lines';
import { parseStrictJson } from '../working-time/strict-json';

export interface VerifyParts {
  readonly args: readonly string[];
  readonly input: Readable;
  readonly output: Writable;
  readonly environment: RawEnvironment;
}

const USAGE = `usage: waymark verify < export.jsonl
       waymark verify --database   reads the journal of WORKER_DATABASE_URL
`;

/** Says whether the journal is whole and unaltered, naming every row that is not. 0 when it is, 1 when it is not. */
export async function runVerify({ args, input, output, environment }: VerifyParts): Promise<number> {
  if (args.length > 1 || (args.length === 1 && args[0] !== '--database')) {
    output.write(USAGE);
    return 2;
  }
  const verification =
    args.length === 1
      ? await verifyDatabase(journalEnvironment(withLocalInstance(environment)).workerDatabaseUrl)
      : await verifyExport(input);
  for (const fault of verification.faults) output.write(`${faultInWords(fault)}\n`);
  output.write(`${resultInWords(verification)}\n`);
  return isSound(verification) ? 0 : 1;
}

async function verifyExport(input: Readable): Promise<Verification> {
  const verifier = new JournalVerifier();
  input.setEncoding('utf8');
  for await (const batch of splitLines(input)) {
    for (const line of batch) {
      const read = parseStrictJson(line ?? '');
      verifier.add(read.kind === 'value' ? read.value : undefined);
    }
  }
  return verifier.finish();
}

function verifyDatabase(url: string): Promise<Verification> {
  return withJournal(url, async (run) => {
    const verifier = new JournalVerifier();
    for await (const batch of exportLines(run)) batch.forEach((line) => verifier.add(line));
    return verifier.finish();
  });
}

/** Nothing to look at proves nothing. */
function isSound({ rows, faults }: Verification): boolean {
  return rows > 0 && faults.length === 0;
}

function resultInWords({ rows, subjects, faults }: Verification): string {
  const read = `${rows} rows of ${subjects} records`;
  if (rows === 0) return 'Nothing was verified: there were no rows.';
  if (faults.length > 0) return `Not sound: ${faults.length} faults in ${read}.`;
  return `Sound: ${read}; every row gives its leaf hash and no row is missing between others.`;
}
