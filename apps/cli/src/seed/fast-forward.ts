import { FireDeadlines, type Ids, type UnitOfWork } from '#libs/casework';
import { plus, type Instant } from '#libs/domain';
import type { SeedingSession } from './seeding-session';
import type { Timetable } from './timetable';

/**
 * Moves a database that has not been opened yet through its own past: the clock is set, and every timer that falls
 * due on the way fires at its own instant, by the same use case as in production.
 */
export class FastForward {
  private readonly fire: FireDeadlines;

  constructor(
    private readonly session: SeedingSession,
    private readonly timetable: Timetable,
    work: UnitOfWork,
    ids: Ids,
  ) {
    this.fire = new FireDeadlines(work, ids);
  }

  /** Goes to an instant; time that is already past is passed over, for a clock does not go back. */
  async to(target: Instant): Promise<void> {
    for (
      let next = this.timetable.nextUntil(target);
      next !== null;
      next = this.timetable.nextUntil(target)
    ) {
      this.session.setClock(plus(next, SETTLED));
      const fired = await this.fire.execute({
        wakeUps: null,
        via: 'sweep',
        limit: 500,
        graceMilliseconds: 0,
      });
      if (fired === 0) throw new Error('the timetable knows a timer that the database does not');
      await this.session.pause();
    }
    this.session.setClock(target);
  }
}

/** The clock moves by whole seconds: a timer is due for certain one second after its instant. */
const SETTLED = 1_000;
