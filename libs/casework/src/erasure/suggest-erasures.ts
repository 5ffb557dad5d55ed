import {
  hindranceToErase,
  isNeeded,
  keptUntil,
  retentionOutcomeOf,
  type Erasure,
  type ErasureId,
  type Instant,
  type RecordStanding,
  type RetentionSchedule,
  type ServiceActor,
} from '#libs/domain';
import type { Ids, Transaction, UnitOfWork } from '../ports';
import { erasureEvent } from './erasure-event';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };
/** Whoever said that a record is still needed is asked again after a year. */
const ASK_AGAIN_DAYS = 365;
const DAY = 86_400_000;

/** Suggests what the schedule says may go. A suggestion erases nothing: two people decide (law.md §8.2). */
export class SuggestErasures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** Answers how many were suggested. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const schedule = await tx.retention.scheduleInForce(tx.now);
      const shortest = Math.min(...schedule.rules.map(({ years }) => years));
      const before = new Date(tx.now);
      before.setUTCFullYear(before.getUTCFullYear() - shortest);
      const ended = await tx.retention.ended({ before: before.getTime() as Instant, limit });
      let suggested = 0;
      for (const standing of ended) {
        if (await this.suggest(tx, { standing, schedule })) suggested += 1;
      }
      return suggested;
    });
  }

  private async suggest(
    tx: Transaction,
    { standing, schedule }: { standing: RecordStanding; schedule: RetentionSchedule },
  ): Promise<boolean> {
    const { personId, caseId, reference, handlingAgencyId, endedAt } = standing;
    if (endedAt === null || standing.erasure !== null || hindranceToErase(standing) !== null) return false;
    if (isNeeded(standing)) return false;
    const outcome = retentionOutcomeOf(standing);
    const { at: due } = keptUntil(schedule, { outcome, endedAt });
    if (due > tx.now) return false;
    const since = (tx.now - ASK_AGAIN_DAYS * DAY) as Instant;
    if (await tx.erasures.declinedSince({ personId, since })) return false;
    const erasure: Erasure = {
      id: this.ids.next<ErasureId>(),
      personId,
      caseId,
      reference,
      handlingAgencyId,
      cause: 'retention',
      requestId: null,
      outcome,
      ruleVersion: schedule.version,
      dueOn: new Date(due).toISOString().slice(0, 10),
      state: 'suggested',
      suggestedAt: tx.now,
      proposedBy: null,
      proposedAt: null,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      doneAt: null,
      revision: 1,
    };
    if (!(await tx.erasures.insert(erasure))) return false;
    await tx.journal.append([erasureEvent(erasure, { type: 'suggested', at: tx.now })]);
    return true;
  }
}
