import { kindsIn, shapeOf, type FaultKind } from './fault-kinds';
import type { ChaosOptions } from './options';
import { randomFrom, type Random } from './random';

export interface Fault {
  readonly number: number;
  readonly kind: FaultKind;
  /** Milliseconds after the first fault could have come. */
  readonly atMs: number;
  /** 0 for a fault of a moment. */
  readonly lastsMs: number;
  /** Which of several alike, and which of two ways: a number to take the remainder of. */
  readonly choice: number;
}

const LONG_STOP_MS = 90_000;
const LONG_SHARE = 0.05;
const GAP_MS = { least: 800, most: 3_600 };
const SHORT = { gapMs: { least: 500, most: 1_700 }, longestMs: 3_000 };

/**
 * The faults of a seed: every kind that the queue mode can meet once, as far as the number reaches, the others by
 * weight, in an order of the seed's own. Faults do not wait for one another: one may begin while others last.
 */
export function scheduleOf(
  options: Pick<ChaosOptions, 'faults' | 'seed' | 'queue' | 'short'>,
): readonly Fault[] {
  const { faults, seed, queue, short } = options;
  const random = randomFrom(seed);
  const kinds = kindsIn(queue);
  const first = random.shuffled(kinds).slice(0, faults);
  const rest = Array.from({ length: faults - first.length }, () => byWeight(kinds, random));
  const order = random.shuffled([...first, ...rest]);
  const long = short ? new Set<number>() : longOnes(order, random);
  const gap = short ? SHORT.gapMs : GAP_MS;
  let atMs = 0;
  return order.map((kind, number) => {
    atMs += random.between(gap.least, gap.most);
    const lastsMs = long.has(number) ? LONG_STOP_MS : lastsOf(kind, { random, short });
    return { number, kind, atMs, lastsMs, choice: random.between(0, 999) };
  });
}

/** Not among the last ones: a run would only wait for them. */
function longOnes(order: readonly FaultKind[], random: Random): ReadonlySet<number> {
  const able = order.flatMap((kind, number) =>
    shapeOf(kind).mayBeLong && number < order.length * 0.8 ? [number] : [],
  );
  return new Set(random.shuffled(able).slice(0, Math.floor(order.length * LONG_SHARE)));
}

function byWeight(kinds: readonly FaultKind[], random: Random): FaultKind {
  const all = kinds.reduce((sum, kind) => sum + shapeOf(kind).weight, 0);
  let left = random.next() * all;
  return kinds.find((kind) => (left -= shapeOf(kind).weight) < 0) ?? random.oneOf(kinds);
}

function lastsOf(kind: FaultKind, { random, short }: { random: Random; short: boolean }): number {
  const { lasts } = shapeOf(kind);
  if (lasts === undefined) return 0;
  const [least, most] = lasts;
  return random.between(least, short ? Math.min(most, SHORT.longestMs) : most);
}
