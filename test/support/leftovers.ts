import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedPostmaster, stopPostmaster } from '../../apps/local/src/postgres';
import { FOLDER_PREFIX } from './cluster';

/** A run that was killed leaves its server behind; the next run stops it and takes the folder away. */
export async function removeLeftovers(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const name of folders.filter((folder) => !isAlive(ownerOf(folder)))) {
    const folder = join(tmpdir(), name);
    const postmaster = recordedPostmaster(join(folder, 'cluster'));
    if (postmaster !== undefined) await stopPostmaster(postmaster.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownerOf(folder: string): number {
  return Number.parseInt(folder.slice(FOLDER_PREFIX.length), 10);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
