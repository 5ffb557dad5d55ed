import { defaultArea } from '#libs/config';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeCluster } from './postgres';
import { StartProblem } from './problem';

/** Raised when an older version could no longer read the folder. */
const VERSION = 1;
const VERSION_FILE = 'version.json';
const OWNER_FILE = 'supervisor.pid';

export const POSTGRES_FOLDER = 'postgres';

/** Everything this program ever puts there; `--fresh` removes these and nothing else. */
const CONTENTS = [
  POSTGRES_FOLDER,
  'logs',
  'secrets.json',
  'master.key',
  'signing-keys.json',
  'ports.json',
  'instance.json',
  'migrated',
  OWNER_FILE,
  VERSION_FILE,
];

/** Root lets the account of the database pass through; the files inside are private either way. */
const FOLDER_MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Ours to use until the answer is called. A file left by a killed owner names a process that is gone. */
export function takeDataFolder(folder: string, area: string): () => void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  requireUnowned(folder);
  requireReadable(folder, area);
  const file = join(folder, OWNER_FILE);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** For `--fresh`: whatever its version, but not under the feet of an instance that runs. */
export async function emptyDataFolder(folder: string): Promise<void> {
  if (!existsSync(join(folder, VERSION_FILE))) return;
  requireUnowned(folder);
  await removeCluster(join(folder, POSTGRES_FOLDER));
  for (const name of CONTENTS) rmSync(join(folder, name), { recursive: true, force: true });
}

function requireUnowned(folder: string): void {
  const file = join(folder, OWNER_FILE);
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (owner === process.pid || !isSupervisor(owner)) return;
  throw new StartProblem(
    `Waymark already runs from ${folder} (process ${owner}); stop it, or set WAYMARK_DATA.`,
  );
}

function requireReadable(folder: string, area: string): void {
  const file = join(folder, VERSION_FILE);
  if (existsSync(file)) return requireSame(folder, file, area);
  if (readdirSync(folder).length > 0) {
    throw new StartProblem(
      `${folder} is not empty and not a Waymark data folder; choose another as WAYMARK_DATA.`,
    );
  }
  writeFileSync(file, JSON.stringify({ version: VERSION, area }));
}

/** A folder of before areas could be chosen holds the one that there was. */
function requireSame(folder: string, file: string, area: string): void {
  const made = JSON.parse(readFileSync(file, 'utf8')) as { version: number; area?: string };
  if (made.version > VERSION)
    throw new StartProblem(
      `${folder} was made by a newer version of Waymark; use that version, another WAYMARK_DATA, or start with --fresh.`,
    );
  const { area: held = defaultArea() } = made;
  if (held !== area)
    throw new StartProblem(
      `${folder} holds ${held}, and ${area} was asked for: start with --area ${held}, use --fresh, or name another folder as WAYMARK_DATA.`,
    );
}

function isSupervisor(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // Process numbers are used again: another program may have this one by now.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/local');
  } catch {
    return false;
  }
}
