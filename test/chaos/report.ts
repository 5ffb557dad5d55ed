import type { Injected } from './injector';
import type { Judgement, Wrongs } from './oracle/judge';
import type { ChaosOptions } from './options';
import type { Refills } from './refills';

/** One line of JSON: milliseconds everywhere. */
export interface Report extends Wrongs {
  readonly command: string;
  readonly queue: string;
  readonly seed: number;
  /** As many as the schedule has, and as many as were really done. */
  readonly faults: number;
  readonly ran: number;
  readonly clocks: number;
  readonly due: number;
  readonly passed: boolean;
  readonly settled: boolean;
  readonly chain: string;
  readonly lateness: Spread;
  readonly refill: Spread & { readonly unfinished: number };
  readonly via: Judgement['via'];
  readonly acknowledged: Judgement['acknowledged'];
  readonly refused: number;
  readonly kinds: Injected['ran'];
  readonly notRun: Injected['notRun'];
  readonly starts: number;
  readonly settledMs: number;
  readonly seconds: number;
  readonly examples: Judgement['examples'];
}

interface Spread {
  readonly count: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

export function reportOf(run: {
  readonly options: ChaosOptions;
  readonly injected: Injected;
  readonly judgement: Judgement;
  readonly chain: { readonly sound: boolean; readonly words: string };
  readonly refills: Pick<Refills, 'milliseconds' | 'unfinished'>;
  readonly isSettled: boolean;
  readonly took: { readonly settledMs: number; readonly wholeMs: number };
  readonly starts: number;
}): Report {
  const { options, injected, judgement, chain, refills, isSettled, took, starts } = run;
  const { faults, seed, queue, short } = options;
  const { wrongs } = judgement;
  const zeros = Object.values(wrongs).every((count) => count === 0);
  const somethingHappened = judgement.due > 0 && judgement.acknowledged.referral > 0;
  return {
    command: `npm run chaos -- --faults ${faults} --seed ${seed} --queue ${queue}${short ? ' --short' : ''}`,
    queue,
    seed,
    faults,
    ran: Object.values(injected.ran).reduce((sum, times) => sum + times, 0),
    clocks: judgement.clocks,
    due: judgement.due,
    ...wrongs,
    passed: zeros && chain.sound && isSettled && somethingHappened && refills.unfinished === 0,
    settled: isSettled,
    chain: chain.sound ? 'sound' : chain.words,
    lateness: spreadOf(judgement.lateness),
    refill: { ...spreadOf(refills.milliseconds), unfinished: refills.unfinished },
    via: judgement.via,
    acknowledged: judgement.acknowledged,
    refused: judgement.refused,
    kinds: injected.ran,
    notRun: injected.notRun,
    starts,
    settledMs: Math.round(took.settledMs),
    seconds: Math.round(took.wholeMs / 1_000),
    examples: judgement.examples,
  };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return value === undefined ? null : Math.round(value);
  };
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
