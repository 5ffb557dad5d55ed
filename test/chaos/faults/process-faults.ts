import type { Harm, Outcome } from '../injector';
import type { Fault } from '../schedule';

const TEN_MINUTES_MS = 600_000;

/** Ends or halts processes of the product, or puts the clock of one wrong. */
export async function processFault(
  { kind, choice, lastsMs }: Fault,
  { system, turns }: Harm,
): Promise<Outcome> {
  const worker = system.workers[choice % system.workers.length]!.process;
  const web = system.webs[choice % system.webs.length]!.process;
  switch (kind) {
    case 'worker-kill':
      worker.kill();
      return null;
    case 'web-kill':
      web.kill();
      return null;
    case 'all-workers-kill':
      for (const { process } of system.workers) process.kill();
      return null;
    case 'worker-stop':
      await worker.stopFor(lastsMs);
      return null;
    case 'web-stop':
      await web.stopFor(lastsMs);
      return null;
    case 'worker-clock': {
      const skew = choice % 2 === 0 ? TEN_MINUTES_MS : -TEN_MINUTES_MS;
      await worker.replace({ CHAOS_CLOCK_SKEW_MS: String(skew) });
      return null;
    }
    case 'rolling-deploy':
      // One at a time and with the clock right again, as new machines have it.
      await turns.take('deploy', async () => {
        for (const { process } of [...system.webs, ...system.workers]) await process.replace({});
      });
      return null;
    default:
      throw new Error(`${kind} is no fault of a process.`);
  }
}
