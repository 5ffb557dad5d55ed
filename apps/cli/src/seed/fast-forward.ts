import { FireDeadlines } from '#libs/casework';
import { isoOf, plus, type Instant } from '#libs/domain';
import type { PostgresUnitOfWork, SystemIds } from '#libs/persistence';
import type { Client } from 'pg';

/**
 * Moves a database that has not been opened yet through its own past: the clock is set, and every timer that falls
 * due on the way fires at its own instant, by the same use case as in production.
 */
export class FastForward {
  private readonly fire: FireDeadlines;
  private at: Instant | null = null;

  constructor(
    private readonly migrator: Client,
    workerWork: PostgresUnitOfWork,
    ids: SystemIds,
  ) {
    this.fire = new FireDeadlines(workerWork, ids);
  }

  /** Goes to an instant; time that is already past is passed over, for a clock does not go back. */
  async to(target: Instant): Promise<void> {
    for (let next = await this.nextTimer(target); next !== null; next = await this.nextTimer(target)) {
      await this.set(next);
      await this.fire.execute({ wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 });
    }
    await this.set(target);
  }

  private async nextTimer(target: Instant): Promise<Instant | null> {
    const found = await this.migrator.query<{ next: Date | null }>(
      'select min(next_fire_at) as next from app.deadline where next_fire_at <= $1',
      [isoOf(target)],
    );
    const next = found.rows[0]?.next ?? null;
    return next === null ? null : plus(next.getTime() as Instant, SETTLED);
  }

  private async set(target: Instant): Promise<void> {
    if (this.at !== null && target <= this.at) return;
    this.at = target;
    await this.migrator.query(
      'update app.instance set offset_seconds = ceil(extract(epoch from $1::timestamptz - now()))',
      [isoOf(target)],
    );
  }
}

/** The clock moves by whole seconds: a timer is due for certain one second after its instant. */
const SETTLED = 1_000;
