import { PassThrough, type Readable, type Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { journalEnvironment, withLocalInstance, type RawEnvironment } from '#libs/config';
import {
  exportLines,
  faultInWords,
  JournalVerifier,
  withJournal,
  type Verification,
} from '#libs/persistence';
import { isUnreadable, verifyFolder, verifyReceiptFile } from '../audit-export/verify-folder';
import { splitLines } from '../working-time/split-lines';
import { parseStrictJson } from '../working-time/strict-json';

export interface VerifyParts {
  readonly args: readonly string[];
  readonly input: Readable;
  readonly output: Writable;
  readonly environment: RawEnvironment;
  /** Where a long run says how far it is; nowhere when left out. */
  readonly notices?: Writable;
}

const USAGE = `usage: waymark verify <folder> [--key public.pem] [--head head.json]   checks an export for auditors
       waymark verify --receipt receipt.json [--key public.pem] [--head head.json]
       waymark verify < export.jsonl
       waymark verify --database   reads the journal of WORKER_DATABASE_URL
`;

const OPTIONS = {
  database: { type: 'boolean' },
  receipt: { type: 'string' },
  key: { type: 'string', multiple: true },
  head: { type: 'string', multiple: true },
} as const;

/**
 * Says whether the journal is whole and unaltered, naming every row that is not. 0 when it is, 1 when it is not, 2 for
 * wrong arguments, 3 when a file cannot be read as what it should be.
 */
export async function runVerify(parts: VerifyParts): Promise<number> {
  const { args, input, output, environment, notices = new PassThrough().resume() } = parts;
  const asked = read(args);
  if (asked === null) {
    output.write(USAGE);
    return 2;
  }
  const { folder, receipt, database, held } = asked;
  try {
    if (folder !== undefined) return await verifyFolder(folder, { held, output, notices });
    if (receipt !== undefined) return await verifyReceiptFile(receipt, { held, output });
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    output.write(`${error.message}\n`);
    return 3;
  }
  const verification = database
    ? await verifyDatabase(journalEnvironment(withLocalInstance(environment)).workerDatabaseUrl)
    : await verifyExport(input);
  for (const fault of verification.faults) output.write(`${faultInWords(fault)}\n`);
  output.write(`${resultInWords(verification)}\n`);
  return isSound(verification) ? 0 : 1;
}

/** Null when the arguments do not go together. */
function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { database = false, receipt, key = [], head = [] } = values;
    const [folder] = positionals;
    const whats = [folder !== undefined, receipt !== undefined, database].filter(Boolean).length;
    const sealed = folder !== undefined || receipt !== undefined;
    if (positionals.length > 1 || whats > 1 || (!sealed && key.length + head.length > 0)) return null;
    return { folder, receipt, database, held: { keyFiles: key, headFiles: head } };
  } catch {
    return null;
  }
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
