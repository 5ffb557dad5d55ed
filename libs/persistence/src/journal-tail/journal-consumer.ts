import type { DataSource, EntityManager } from 'typeorm';
import { BEGINNING, type JournalPlace } from './journal-place';
import { readJournal, type JournalEntry } from './read-journal';

export interface JournalConsumerOptions {
  /** Names the cursor: two consumers with one name share the work, never a batch. */
  readonly consumer: string;
  readonly limit?: number;
  /** Writes what follows from the entries, through this manager and nothing else. */
  readonly handle: (manager: EntityManager, entries: readonly JournalEntry[]) => Promise<void>;
}

const BATCH = 500;

/**
 * A reader of the journal whose work is in the database: its cursor moves in the transaction of that work, so every
 * entry takes effect once, whatever dies in between.
 */
export class JournalConsumer {
  constructor(
    private readonly source: DataSource,
    private readonly options: JournalConsumerOptions,
  ) {}

  /** Handles one batch. Returns how many entries it had: 0 when there is nothing to do or another worker does it. */
  async step(): Promise<number> {
    const limit = this.options.limit ?? BATCH;
    // Looking first costs a read; locking the cursor would cost a write each time nothing has happened.
    const waiting = await readJournal(this.source.manager, { after: await this.cursor(), limit: 1 });
    if (waiting.length === 0) return 0;
    return this.source.transaction(async (manager) => {
      const after = await this.lockCursor(manager);
      if (after === null) return 0;
      const entries = await readJournal(manager, { after, limit });
      const last = entries.at(-1);
      if (!last) return 0;
      await this.options.handle(manager, entries);
      await this.moveCursor(manager, last.place);
      return entries.length;
    });
  }

  /** Does other work of this consumer while nobody handles a batch. Returns 0 when somebody does. */
  exclusively(work: (manager: EntityManager) => Promise<number>): Promise<number> {
    return this.source.transaction(async (manager) =>
      (await this.lockCursor(manager)) === null ? 0 : work(manager),
    );
  }

  /** Reads on until nothing is left; returns how many entries there were. */
  async catchUp(): Promise<number> {
    let handled = 0;
    for (let step = await this.step(); step > 0; step = await this.step()) handled += step;
    return handled;
  }

  /** Puts the cursor back to the beginning, together with `reset` of what was built so far. */
  startAgain(reset: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.source.transaction(async (manager) => {
      await this.moveCursor(manager, BEGINNING);
      await reset(manager);
    });
  }

  private async cursor(): Promise<JournalPlace> {
    const [row] = await this.source.query<JournalPlace[]>(SELECT, [this.options.consumer]);
    return row ?? BEGINNING;
  }

  private async lockCursor(manager: EntityManager): Promise<JournalPlace | null> {
    const { consumer } = this.options;
    await manager.query(
      `insert into app.journal_cursor (consumer, era, transaction_id, position, moved_at)
       values ($1, $2, $3::xid8, $4, now()) on conflict (consumer) do nothing`,
      [consumer, BEGINNING.era, BEGINNING.transactionId, BEGINNING.position],
    );
    const [row] = await manager.query<JournalPlace[]>(`${SELECT} for update skip locked`, [consumer]);
    return row ?? null;
  }

  private async moveCursor(manager: EntityManager, place: JournalPlace): Promise<void> {
    await manager.query(
      `insert into app.journal_cursor (consumer, era, transaction_id, position, moved_at)
       values ($1, $2, $3::xid8, $4, now())
       on conflict (consumer) do update set era = excluded.era, transaction_id = excluded.transaction_id,
         position = excluded.position, moved_at = excluded.moved_at`,
      [this.options.consumer, place.era, place.transactionId, place.position],
    );
  }
}

const SELECT = `select era, transaction_id::text as "transactionId", position::text as position
  from app.journal_cursor where consumer = $1`;
