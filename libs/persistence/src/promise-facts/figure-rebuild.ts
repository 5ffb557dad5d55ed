import type { DataSource } from 'typeorm';
import { BEGINNING, readJournal, type JournalPlace } from '../journal-tail';
import { cursorOf, factsConsumer } from './facts-consumer';
import { figureBuild, otherSide, type RebuildProgress, type Side } from './figure-build';
import { turnRecords } from './project-entries';

export interface RebuildOptions {
  /** Told after every batch. */
  readonly progress?: (progress: RebuildProgress) => void;
  /** Rows of the journal in one transaction. */
  readonly limit?: number;
}

const BATCH = 5_000;
const TABLES = [
  'referral_fact',
  'promise_fact',
  'pathway_fact',
  'strand_fact',
  'complaint_fact',
  'rollup',
] as const;

/** Builds the figures anew beside those that are read, and swaps them when the journal has been read to its end. */
export class FigureRebuild {
  constructor(
    private readonly source: DataSource,
    private readonly options: RebuildOptions,
  ) {}

  /** Returns how many rows of the journal were read. Throws when another rebuild is under way. */
  async run(): Promise<number> {
    const session = this.source.createQueryRunner();
    try {
      const [lock] = (await session.query(LOCK)) as { alone: boolean }[];
      if (lock?.alone !== true) throw new RebuildUnderWayError();
      return await this.build();
    } finally {
      await session.query(UNLOCK);
      await session.release();
    }
  }

  private async build(): Promise<number> {
    const side = await this.begin();
    const limit = this.options.limit ?? BATCH;
    const consumer = factsConsumer(this.source, { side, limit });
    let read = 0;
    do {
      for (let step = await consumer.step(); step > 0; step = await consumer.step()) {
        read += step;
        await this.tell(step);
      }
      while ((await consumer.exclusively((manager) => turnRecords(manager, side))) > 0);
    } while (!(await this.swap(side)));
    await this.empty(otherSide(side));
    return read;
  }

  /** The side to build, empty but for what an earlier rebuild that was broken off had read. */
  private async begin(): Promise<Side> {
    const { live, building } = await figureBuild(this.source);
    if (building !== null) return building;
    const side = otherSide(live);
    await this.empty(side);
    await this.source.query(
      `update report.figure_build set building_side = $1, rows_read = 0, begun_at = now(),
         rows_all = (select count(*) from app.journal) where building_side is null`,
      [side],
    );
    return side;
  }

  private async tell(step: number): Promise<void> {
    await this.source.query('update report.figure_build set rows_read = rows_read + $1', [step]);
    const { progress } = await figureBuild(this.source);
    if (progress !== null) this.options.progress?.(progress);
  }

  /** Swaps unless there is more to read by now: nobody keeps either side while this looks. */
  private swap(side: Side): Promise<boolean> {
    return this.source.transaction(async (manager) => {
      const { building } = await figureBuild(manager, 'for update');
      if (building !== side) return true;
      const [after] = await manager.query<JournalPlace[]>(PLACE, [cursorOf(side)]);
      const left = await readJournal(manager, { after: after ?? BEGINNING, limit: 1 });
      if (left.length > 0) return false;
      await manager.query(
        `update report.figure_build set live_side = $1, building_side = null, swapped_at = now()`,
        [side],
      );
      return true;
    });
  }

  private empty(side: Side): Promise<void> {
    return factsConsumer(this.source, { side }).startAgain(async (manager) => {
      await manager.query(`truncate ${TABLES.map((table) => `report.${table}_${side}`).join(', ')}`);
    });
  }
}

/** Somebody is rebuilding the figures already: two would wait for each other at every batch. */
export class RebuildUnderWayError extends Error {
  constructor() {
    super('the figures are being rebuilt already');
  }
}

const LOCK = `select pg_try_advisory_lock(hashtext('report.figure_build')) as alone`;
/** Does nothing where the lock is another's. */
const UNLOCK = `select pg_advisory_unlock(hashtext('report.figure_build'))
  where exists (select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())`;
const PLACE = `select era, transaction_id::text as "transactionId", position::text as position
  from app.journal_cursor where consumer = $1`;
