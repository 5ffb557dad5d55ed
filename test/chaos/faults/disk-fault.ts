import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Harm, Outcome } from '../injector';
import type { Fault } from '../schedule';

/** Fills the volume under PostgreSQL to its last byte, and gives the room back. */
export function diskFault({ lastsMs }: Fault, { system: { servers }, turns }: Harm): Promise<Outcome> {
  const { volume } = servers;
  if (volume === null) return Promise.resolve('no small volume can be mounted here');
  return turns.take('postgres', async () => {
    const ballast = join(volume, 'ballast');
    // It ends with an error when there is no more room, which is what it is for.
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4M'], { stdio: 'ignore' });
    await pause(lastsMs);
    rmSync(ballast, { force: true });
    return null;
  });
}
