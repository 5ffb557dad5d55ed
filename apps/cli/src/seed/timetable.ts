import type { DeadlineId, Instant } from '#libs/domain';

/** What the telling knows of the timers in the database, learnt from what is saved: it spares a question before every act. */
export class Timetable {
  private readonly fires = new Map<DeadlineId, Instant>();
  private earliest: Instant | null = null;

  learn(deadlines: readonly { readonly id: DeadlineId; readonly nextFireAt: Instant | null }[]): void {
    for (const { id, nextFireAt } of deadlines) {
      if (nextFireAt === null) this.fires.delete(id);
      if (nextFireAt !== null) this.fires.set(id, nextFireAt);
    }
    this.earliest = null;
  }

  /** When the next timer fires, if that is not after an instant. */
  nextUntil(target: Instant): Instant | null {
    if (this.fires.size === 0) return null;
    this.earliest ??= Math.min(...this.fires.values()) as Instant;
    return this.earliest <= target ? this.earliest : null;
  }
}
