import type { NoteTransaction, NoteWork, NoteWorks, Once } from '#libs/casework';
import type { Actor, NoteWall, RecordWall } from '#libs/domain';
import {
  claimsOf,
  PostgresAccessLog,
  PostgresJournal,
  PostgresNoteStore,
  PostgresTherapyMilestoneStore,
} from '#libs/persistence';
import type { SeedingSession } from './seeding-session';

/** The unit of work of one wall of notes in the telling: on that wall's own role, in the batches of everybody else. */
class SeedingNoteWork implements NoteWork {
  constructor(
    private readonly session: SeedingSession,
    private readonly wall: RecordWall,
  ) {}

  async run<Result>(actor: Actor, work: (tx: NoteTransaction) => Promise<Result>): Promise<Result> {
    const { manager } = this.session;
    const now = await this.session.begin(`waymark_${this.wall}_notes`, claimsOf(actor));
    return work({
      actor,
      now,
      journal: new PostgresJournal(manager, actor, now),
      accessLog: new PostgresAccessLog(manager, actor, now),
      notes: new PostgresNoteStore(manager, this.wall as NoteWall),
      milestones: new PostgresTherapyMilestoneStore(manager),
    });
  }

  async once<Result extends object>(
    { actor }: { readonly actor: Actor },
    work: (tx: NoteTransaction) => Promise<Result>,
  ): Promise<Once<Result>> {
    return { kind: 'done', result: await this.run(actor, work) };
  }
}

export function seedingNoteWorks(session: SeedingSession): NoteWorks {
  return {
    contact: new SeedingNoteWork(session, 'contact'),
    advocacy: new SeedingNoteWork(session, 'advocacy'),
    supervision: new SeedingNoteWork(session, 'supervision'),
    therapy: new SeedingNoteWork(session, 'therapy'),
  };
}
