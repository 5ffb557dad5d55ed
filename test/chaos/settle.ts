import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosSystem } from './system';

const PATIENCE_MS = 180_000;
const LOOK_EVERY_MS = 500;
const IN_A_ROW = 4;

/** Everything is as it was before the faults: the servers run, every clock is right, every cable carries. */
export async function heal({ servers, redis, webs, workers }: ChaosSystem): Promise<void> {
  if (!servers.isPostgresRunning()) await servers.startPostgresAgain();
  await redis?.startAgain();
  for (const { proxies } of [...webs, ...workers]) proxies.forEach((proxy) => proxy.speak());
  await Promise.all(workers.map(({ process }) => process.replace({})));
}

/** Waits until nothing is overdue and everything is sealed, several looks in a row; answers whether that came. */
export async function settled({ servers }: ChaosSystem, until: { readonly dueBy: number }): Promise<boolean> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let calm = 0; performance.now() < giveUpAt; await pause(LOOK_EVERY_MS)) {
    const [look] = await servers
      .ask<{ calm: boolean }>(
        `select app.service_now() > to_timestamp($1::double precision / 1000)
           and not exists (select 1 from app.deadline where next_fire_at <= app.service_now())
           and not exists (select 1 from app.duty where next_fire_at <= app.service_now())
           and not exists (select 1 from app.journal j
             where not exists (select 1 from app.sealed_leaf l where l.journal_position = j.position))
           as calm`,
        [until.dueBy],
      )
      .catch(() => []);
    calm = look?.calm === true ? calm + 1 : 0;
    if (calm >= IN_A_ROW) return true;
  }
  return false;
}
