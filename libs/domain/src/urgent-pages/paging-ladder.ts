import { plus, SECOND, type Instant } from '../time';

/** Whom a step of a page is for, from nearest to furthest. */
export const PAGE_LEVELS = ['on-call', 'duty-lead', 'service-manager'] as const;
export type PageLevel = (typeof PAGE_LEVELS)[number];

export interface PagingRung {
  readonly level: PageLevel;
  /** How many steps this rung has; the last rung repeats until somebody answers. */
  readonly times: number;
  /** Seconds until the step after each of its steps. */
  readonly everySeconds: number;
}

/** Who is paged, how often and when it steps up: a version of it is kept with each page. */
export interface PagingPolicy {
  readonly version: number;
  readonly rungs: readonly PagingRung[];
}

export interface PagingStep {
  /** Counted from 0; unique for a page, so a step is told once whatever dies in between. */
  readonly step: number;
  readonly level: PageLevel;
  readonly nextAt: Instant;
}

const SOONEST_SECONDS = 60;

/**
 * The step a page is at, counted from when it was raised: after an outage the one step that is due now is taken and
 * those nobody could take are not made up for. With nobody on call the ladder starts at its next rung.
 * Throws for a ladder that has no rung left: the database keeps none without rungs.
 */
export function pagingStep(options: {
  readonly policy: PagingPolicy;
  readonly raisedAt: Instant;
  readonly somebodyOnCall: boolean;
  readonly now: Instant;
}): PagingStep {
  const { policy, raisedAt, somebodyOnCall, now } = options;
  const rungs = usable(policy, somebodyOnCall);
  const last = rungs.at(-1);
  if (last === undefined) throw new Error('a paging ladder needs a rung');
  let step = 0;
  let at = raisedAt;
  for (const { level, times, everySeconds } of rungs.slice(0, -1)) {
    for (let time = 0; time < times; time += 1) {
      const nextAt = plus(at, everySeconds * SECOND);
      if (now < nextAt) return { step, level, nextAt };
      at = nextAt;
      step += 1;
    }
  }
  const passed = Math.floor((now - at) / (last.everySeconds * SECOND));
  return {
    step: step + Math.max(0, passed),
    level: last.level,
    nextAt: plus(at, (Math.max(0, passed) + 1) * last.everySeconds * SECOND),
  };
}

/** Why a ladder cannot be used: a gap shorter than a minute is a mail storm, and each step must reach somebody. */
export function ladderFaults({ rungs }: Pick<PagingPolicy, 'rungs'>): readonly string[] {
  return [
    ...(rungs.some(({ level }) => level !== 'on-call') ? [] : ['nobody-but-on-call']),
    ...(rungs.every(({ everySeconds }) => everySeconds >= SOONEST_SECONDS) ? [] : ['too-often']),
    ...(rungs.every(({ times }) => Number.isInteger(times) && times >= 1) ? [] : ['empty-rung']),
    ...(rungs.every(({ level }, n) => n === 0 || heightOf(level) > heightOf(rungs[n - 1]?.level))
      ? []
      : ['steps-down']),
  ];
}

function usable({ rungs }: PagingPolicy, somebodyOnCall: boolean): readonly PagingRung[] {
  const others = rungs.filter(({ level }) => level !== 'on-call');
  return somebodyOnCall || others.length === 0 ? rungs : others;
}

function heightOf(level: PageLevel | undefined): number {
  return level === undefined ? -1 : PAGE_LEVELS.indexOf(level);
}
