import type { Instant } from '../time';
import { isNeeded, type RecordStanding } from './erasure';
import { retentionOutcomeOf, RETENTION_OUTCOMES, type RetentionOutcome } from './outcome';
import { keptUntil, type RetentionRule, type RetentionSchedule } from './rules';

/** Whether a record may go by now under this schedule. An open case is never due. */
export function isDue(
  schedule: RetentionSchedule,
  { standing, now }: { readonly standing: RecordStanding; readonly now: Instant },
): boolean {
  const { endedAt } = standing;
  if (endedAt === null) return false;
  return keptUntil(schedule, { outcome: retentionOutcomeOf(standing), endedAt }).at <= now;
}

export interface DueRecord {
  readonly standing: RecordStanding;
  readonly outcome: RetentionOutcome;
  readonly dueAt: Instant;
}

export interface RetentionPreview {
  readonly byOutcome: readonly {
    readonly outcome: RetentionOutcome;
    readonly rule: RetentionRule;
    /** Could go: nothing stands in the way. */
    readonly due: number;
    /** Would go, but a hold, an open safeguarding task or an open request needs it. */
    readonly held: number;
  }[];
  /** What could go, the longest due first; records that are needed are counted and not listed. */
  readonly due: readonly DueRecord[];
}

/**
 * Who would go at an instant under this schedule, from what is known of each record without opening it. Open cases and
 * records that are erased, or about to be, are left out.
 */
export function retentionPreview(
  schedule: RetentionSchedule,
  { standings, at }: { readonly standings: readonly RecordStanding[]; readonly at: Instant },
): RetentionPreview {
  const all = standings.flatMap((standing): DueRecord[] => {
    const { endedAt, live, erasure } = standing;
    if (endedAt === null || live || (erasure !== null && erasure !== 'suggested')) return [];
    const outcome = retentionOutcomeOf(standing);
    const dueAt = keptUntil(schedule, { outcome, endedAt }).at;
    return dueAt > at ? [] : [{ standing, outcome, dueAt }];
  });
  const count = (outcome: RetentionOutcome, held: boolean) =>
    all.filter((record) => record.outcome === outcome && isNeeded(record.standing) === held).length;
  return {
    byOutcome: RETENTION_OUTCOMES.map((outcome) => ({
      outcome,
      rule: keptUntil(schedule, { outcome, endedAt: at }).rule,
      due: count(outcome, false),
      held: count(outcome, true),
    })),
    due: all
      .filter(({ standing }) => !isNeeded(standing))
      .sort(
        (one, other) =>
          one.dueAt - other.dueAt || one.standing.reference.localeCompare(other.standing.reference),
      ),
  };
}
