import type { Once, WallTransaction, WallWork } from '#libs/casework';
import type { Actor } from '#libs/domain';
import {
  claimsOf,
  PostgresAccessLog,
  PostgresConflictStore,
  PostgresJournal,
  PostgresSuspectStore,
} from '#libs/persistence';
import type { SeedingSession } from './seeding-session';

/** The wall's unit of work of the telling: on the wall's own role, in the batches of everybody else. */
export class SeedingWallWork implements WallWork {
  constructor(private readonly session: SeedingSession) {}

  async run<Result>(actor: Actor, work: (tx: WallTransaction) => Promise<Result>): Promise<Result> {
    const { manager } = this.session;
    const now = await this.session.begin('waymark_wall', claimsOf(actor));
    return work({
      actor,
      now,
      journal: new PostgresJournal(manager, actor, now),
      accessLog: new PostgresAccessLog(manager, actor, now),
      suspects: new PostgresSuspectStore(manager),
      conflicts: new PostgresConflictStore(manager),
    });
  }

  async once<Result extends object>(
    { actor }: { readonly actor: Actor },
    work: (tx: WallTransaction) => Promise<Result>,
  ): Promise<Once<Result>> {
    return { kind: 'done', result: await this.run(actor, work) };
  }
}
