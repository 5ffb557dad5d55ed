import {
  instant,
  type AttemptFact,
  type DeadlineInputs,
  type Instant,
  type PastReferral,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** More than any quarter of one county; a preview says so when it reaches it. */
export const MOST_REPLAYED = 20_000;

/**
 * The referrals whose clock ran under a policy and started in a span, for a replay under another version. The
 * database hands out starts, deadlines and rungs, and no id.
 */
export async function pastReferrals(
  manager: EntityManager,
  { policyId, from, to }: { policyId: string; from: Instant; to: Instant },
): Promise<readonly PastReferral[]> {
  const rows = await manager.query<RawPast[]>(
    'select limbs, attempts from app.replay_of_policy($1, $2, $3, $4)',
    [policyId, dateOf(from), dateOf(to), MOST_REPLAYED],
  );
  return rows.map(({ limbs, attempts }) => ({
    limbs: limbs.map((limb) => ({ ...limb, dueAt: instant(limb.dueAt) })),
    attempts: attempts.map((attempt, index) => ({
      id: String(index) as AttemptFact['id'],
      rung: attempt.rung,
      happenedAt: instant(attempt.happenedAt),
      recordedAt: instant(attempt.recordedAt),
      confirmation: attempt.confirmation,
    })),
  }));
}

interface RawPast {
  readonly limbs: readonly {
    readonly limb: string;
    readonly startedAt: Instant;
    readonly dueAt: string;
    readonly cancelled: boolean;
  }[];
  readonly attempts: readonly (Pick<AttemptFact, 'rung' | 'confirmation'> &
    Readonly<Record<'happenedAt' | 'recordedAt', string>>)[];
}

/** A working-day limb that still runs under a calendar, as the preview of a bank holiday needs it. */
export interface RunningClock {
  readonly reference: string;
  readonly limb: string;
  readonly dueAt: Instant;
  readonly inputs: DeadlineInputs;
}

export const MOST_CLOCKS_PREVIEWED = 5_000;

/** Not yet due, earliest first. */
export async function runningClocksOf(
  manager: EntityManager,
  calendarId: string,
): Promise<readonly RunningClock[]> {
  const rows = await manager.query<
    { reference: string; limb: string; due_at: Date; inputs: DeadlineInputs }[]
  >('select reference, limb, due_at, inputs from app.running_clocks_of_calendar($1, $2)', [
    calendarId,
    MOST_CLOCKS_PREVIEWED,
  ]);
  return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: instantOf(due_at) }));
}
