import { CompareSuspects, type Vault } from '#libs/casework';
import {
  markPeopleForTheWall,
  SystemIds,
  type JournalConsumer,
  type PostgresUnitOfWork,
  type PostgresWallWork,
} from '#libs/persistence';
import type { DataSource } from 'typeorm';

const IDLE_MILLISECONDS = 1_000;

/** Keeps the wall's marks of people up to date and holds what looks like a suspect for the duty lead. */
export class SuspectWatch {
  constructor(
    private readonly marks: JournalConsumer,
    private readonly compare: CompareSuspects,
  ) {}

  async round(): Promise<number> {
    const marked = await this.marks.step();
    const compared = await this.compare.execute();
    return marked + compared > 0 ? 0 : IDLE_MILLISECONDS;
  }
}

export function suspectWatchOf(parts: {
  readonly source: DataSource;
  readonly work: PostgresUnitOfWork;
  readonly wall: PostgresWallWork;
  readonly vault: Vault;
}): SuspectWatch {
  const compare = new CompareSuspects(parts.work, parts.wall, new SystemIds());
  return new SuspectWatch(markPeopleForTheWall(parts), compare);
}
