import { parseArgs } from 'node:util';

export const QUEUE_MODES = ['redis', 'postgres', 'none'] as const;
export type QueueMode = (typeof QUEUE_MODES)[number];

export interface ChaosOptions {
  readonly faults: number;
  readonly seed: number;
  readonly queue: QueueMode;
  /** Stops of seconds instead of a minute and a half: for a run beside the tests. */
  readonly short: boolean;
  /** Where the state of each seed is kept; a seed that is finished there is not run again. */
  readonly data: string;
  /** Runs a seed that is finished too, and keeps no state. */
  readonly fresh: boolean;
  /** Runs nothing and writes the figures of the seeds that are finished into this file. */
  readonly collect: string | null;
  /** Keeps the databases and logs of a run that did not pass. */
  readonly keep: boolean;
}

export const USAGE = `usage: npm run chaos -- [--faults 100] [--seed 1] [--queue redis|postgres|none] [--short]
                       [--data <folder>] [--fresh] [--keep]
       npm run chaos -- --collect <file> [--data <folder>]`;

/** Null when the arguments do not go together. */
export function optionsFrom(args: readonly string[]): ChaosOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        faults: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        queue: { type: 'string', default: 'redis' },
        short: { type: 'boolean', default: false },
        data: { type: 'string', default: '.waymark/chaos' },
        fresh: { type: 'boolean', default: false },
        collect: { type: 'string' },
        keep: { type: 'boolean', default: false },
      },
    });
    const queue = QUEUE_MODES.find((mode) => mode === values.queue);
    const [faults, seed] = [Number(values.faults), Number(values.seed)];
    const numbers = Number.isInteger(faults) && faults > 0 && Number.isInteger(seed) && seed >= 0;
    if (queue === undefined || !numbers) return null;
    const { short, data, fresh, keep, collect = null } = values;
    return { faults, seed, queue, short, data, fresh, keep, collect };
  } catch {
    return null;
  }
}
