import { AskAboutOneService, CompareSuspects, type Vault } from '#libs/casework';
import {
  markPeopleForTheWall,
  SystemIds,
  type JournalConsumer,
  type PostgresUnitOfWork,
  type PostgresWallWork,
} from '#libs/persistence';
import type { DataSource } from 'typeorm';

const IDLE_MILLISECONDS = 1_000;

/** Keeps the wall's marks of people up to date and holds for the duty lead what looks like a suspect, or brings two together. */
export class SuspectWatch {
  constructor(
    private readonly marks: JournalConsumer,
    private readonly compare: CompareSuspects,
    private readonly oneService: AskAboutOneService,
  ) {}

  async round(): Promise<number> {
    const marked = await this.marks.step();
    const compared = await this.compare.execute();
    const asked = await this.oneService.execute();
    return marked + compared + asked > 0 ? 0 : IDLE_MILLISECONDS;
  }
}

export function suspectWatchOf(parts: {
  readonly source: DataSource;
  readonly work: PostgresUnitOfWork;
  readonly wall: PostgresWallWork;
  readonly vault: Vault;
}): SuspectWatch {
  const compare = new CompareSuspects(parts.work, parts.wall, new SystemIds());
  const oneService = new AskAboutOneService(parts.work, parts.wall);
  return new SuspectWatch(markPeopleForTheWall(parts), compare, oneService);
}
