import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { OpenPack } from '#libs/casework';
import { cliEnvironment, loadAreaPack, withLocalInstance, type CliEnvironment } from '#libs/config';
import type { UserId } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  informationRequestByReference,
  keyRingOf,
  PolicyCache,
  PostgresStaffDirectory,
  PostgresUnitOfWork,
  PostgresVault,
} from '#libs/persistence';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { openedWith, sealedWith, SHORTEST_PASSPHRASE } from './sealed-file';

const OPTIONS = {
  request: { type: 'string' },
  officer: { type: 'string' },
  out: { type: 'string' },
  open: { type: 'string' },
} as const;

const USAGE = `usage: waymark subject-pack --request <reference> --officer <account id> --out <file> < passphrase
       waymark subject-pack --open <file> < passphrase
`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes the sealed pack of a request for a copy into an encrypted file, or opens such a file again. The passphrase
 * comes on standard input: arguments can be read by every process of the machine. The reading is recorded under the
 * data-protection officer in whose name it is done, as on the pages.
 */
export async function runSubjectPack(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { request, officer, out, open } = values;
  if (open !== undefined) return openFile(open, await passphrase());
  if (request === undefined || officer === undefined || out === undefined) return refuse(USAGE, 2);
  if (!UUID.test(officer)) return refuse('--officer is not the id of an account.\n', 2);
  const secret = await passphrase();
  if (secret.length < SHORTEST_PASSPHRASE) {
    return refuse(`Give a passphrase of at least ${SHORTEST_PASSPHRASE} characters on standard input.\n`);
  }
  const opened = await withDesk((desk) => packOf(desk, { reference: request, officer: officer as UserId }));
  if (opened.kind === 'not-opened') return refuse(opened.why);
  try {
    await writeFile(out, await sealedWith(secret, opened.json), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    return refuse(`${out} was not written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.\n`);
  }
  process.stdout.write(`The pack is in ${out}. SHA-256 of its content: ${opened.hash}.\n`);
  return 0;
}

interface Desk {
  readonly work: PostgresUnitOfWork;
  readonly vault: PostgresVault;
  readonly staff: PostgresStaffDirectory;
}

type PackFound =
  | { readonly kind: 'opened'; readonly json: string; readonly hash: string | null }
  | { readonly kind: 'not-opened'; readonly why: string };

async function packOf(
  { work, vault, staff }: Desk,
  { reference, officer }: { reference: string; officer: UserId },
): Promise<PackFound> {
  const actor = await staff.findActive(officer);
  if (actor === null) return { kind: 'not-opened', why: 'No account that works now has this id.\n' };
  const request = await work.read(actor, (manager) => informationRequestByReference(manager, reference));
  const found =
    request === null
      ? null
      : await new OpenPack(work, vault).execute(actor, request.id, { through: 'command-line' });
  if (found === null || found.kind === 'not-found') {
    const why =
      'There is no such request with a pack that is ready. Check the reference; the request must be of the officer’s own agency, its pack sealed and not yet handed over.\n';
    return { kind: 'not-opened', why };
  }
  if (found.kind === 'refused') {
    const why = 'The pack cannot be opened: the keys cannot be reached, or the person was erased.\n';
    return { kind: 'not-opened', why };
  }
  return { kind: 'opened', json: found.json, hash: found.request.packHash };
}

async function withDesk<Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const environment: CliEnvironment = cliEnvironment(withLocalInstance(process.env));
  const keys = new Pool({ connectionString: environment.keysDatabaseUrl, max: 1 });
  const source = await new DataSource(dataSourceOptions(environment.webDatabaseUrl)).initialize();
  const vault = new PostgresVault(keys, keyRingOf(environment.masterKeys));
  const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack(environment.areaPack)) };
  try {
    return await work({
      work: new PostgresUnitOfWork(source, parts),
      vault,
      staff: new PostgresStaffDirectory(source, vault),
    });
  } finally {
    await Promise.all([source.destroy(), keys.end()]);
  }
}

async function openFile(file: string, secret: string): Promise<number> {
  const json = await openedWith(secret, await readFile(file));
  if (json === null) return refuse('It does not open: another passphrase, or the file was changed.\n');
  process.stdout.write(json);
  return 0;
}

async function passphrase(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

function refuse(why: string, code = 1): number {
  process.stderr.write(why);
  return code;
}
