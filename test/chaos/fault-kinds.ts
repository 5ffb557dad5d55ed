import type { QueueMode } from './options';

/** How often a kind comes beside the others, and how long it lasts in milliseconds where it lasts at all. */
interface FaultShape {
  readonly weight: number;
  readonly lasts?: readonly [least: number, most: number];
  /** A process that is stopped may stay so for a minute and a half, over other faults. */
  readonly mayBeLong?: true;
  readonly modes?: readonly QueueMode[];
}

const REDIS = { modes: ['redis'] } as const;

export const FAULT_KINDS = {
  'worker-kill': { weight: 14 },
  'worker-stop': { weight: 8, lasts: [1_000, 8_000], mayBeLong: true },
  'all-workers-kill': { weight: 4 },
  'worker-clock': { weight: 4 },
  'web-kill': { weight: 6 },
  'web-stop': { weight: 4, lasts: [1_000, 8_000], mayBeLong: true },
  'rolling-deploy': { weight: 2 },
  'connections-cut': { weight: 8 },
  'connections-silent': { weight: 5, lasts: [1_000, 8_000] },
  'postgres-backends-ended': { weight: 8 },
  'postgres-backend-kill': { weight: 4 },
  'postgres-backend-stop': { weight: 3, lasts: [1_000, 5_000], mayBeLong: true },
  'postgres-immediate-stop': { weight: 5, lasts: [0, 3_000] },
  'disk-full': { weight: 2, lasts: [1_000, 4_000] },
  'redis-kill': { weight: 5, lasts: [0, 4_000], ...REDIS },
  'redis-stop': { weight: 3, lasts: [1_000, 8_000], mayBeLong: true, ...REDIS },
  'redis-flush': { weight: 5, ...REDIS },
  'redis-old-dump': { weight: 4, lasts: [0, 2_000], ...REDIS },
  'redis-out-of-memory': { weight: 4, lasts: [1_000, 6_000], ...REDIS },
  'redis-read-only': { weight: 4, lasts: [1_000, 6_000], ...REDIS },
  'redis-slow': { weight: 4, lasts: [1_000, 5_000], ...REDIS },
} as const satisfies Readonly<Record<string, FaultShape>>;

export type FaultKind = keyof typeof FAULT_KINDS;

export function shapeOf(kind: FaultKind): FaultShape {
  return FAULT_KINDS[kind];
}

/** The kinds that a queue mode can meet. */
export function kindsIn(mode: QueueMode): readonly FaultKind[] {
  const all = Object.keys(FAULT_KINDS) as FaultKind[];
  return all.filter((kind) => shapeOf(kind).modes?.includes(mode) ?? true);
}
