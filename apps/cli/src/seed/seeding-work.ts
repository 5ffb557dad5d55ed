import type { Journal, Once, Transaction, UnitOfWork } from '#libs/casework';
import type { Actor, DomainEvent } from '#libs/domain';
import {
  claimsOf,
  PostgresJournal,
  transactionOf,
  type LastSequences,
  type TransactionParts,
} from '#libs/persistence';
import type { SeedingSession } from './seeding-session';
import type { Timetable } from './timetable';

/**
 * The unit of work of the telling: many acts to a commit, each under its own claims. A story does everything once,
 * so no answers are kept for repeated requests; an act that fails ends the telling, and the database is made again.
 */
export class SeedingWork implements UnitOfWork {
  constructor(
    private readonly session: SeedingSession,
    private readonly timetable: Timetable,
    private readonly parts: TransactionParts,
  ) {}

  /** Nobody else writes, so what was written is what there is; the unique key would say otherwise. */
  private readonly sequences = new Map<string, number>();
  private readonly lastSequences: LastSequences = () => Promise.resolve(this.sequences);

  async run<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const { manager } = this.session;
    const role = actor.kind === 'staff' ? 'waymark_web' : 'waymark_worker';
    const now = await this.session.begin(role, claimsOf(actor));
    const tx = transactionOf({ manager, now, actor, parts: this.parts });
    this.watchTimers(tx);
    const journal = new PagedJournal();
    const result = await work({ ...tx, journal });
    await new PostgresJournal(manager, actor, now, this.lastSequences).append(journal.events);
    return result;
  }

  async once<Result extends object>(
    { actor }: { readonly actor: Actor },
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Once<Result>> {
    return { kind: 'done', result: await this.run(actor, work) };
  }

  /** Deadlines are saved by these two stores and by nobody else. */
  private watchTimers({ deadlines, referrals }: Transaction): void {
    const { timetable } = this;
    const save = deadlines.save.bind(deadlines);
    const insert = referrals.insert.bind(referrals);
    Object.assign(deadlines, {
      save: (changed: Parameters<typeof save>[0]) => {
        timetable.learn(changed);
        return save(changed);
      },
    });
    Object.assign(referrals, {
      insert: (intake: Parameters<typeof insert>[0]) => {
        timetable.learn(intake.deadlines.map(({ deadline }) => deadline));
        return insert(intake);
      },
    });
  }
}

/** Gathers what an act journals, to be appended in its order by one statement as the act ends. */
class PagedJournal implements Journal {
  readonly events: DomainEvent[] = [];

  append(events: readonly DomainEvent[]): Promise<void> {
    this.events.push(...events);
    return Promise.resolve();
  }
}
