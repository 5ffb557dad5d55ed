import type { DataSource } from 'typeorm';
import { JournalConsumer } from '../journal-tail';

/** Queues each new referral to be matched once it is in: the journal says so, and nobody who refers waits for it. */
export class MatchQueue {
  private readonly consumer: JournalConsumer;

  constructor(source: DataSource) {
    this.consumer = new JournalConsumer(source, {
      consumer: 'matching',
      handle: async (manager, entries) => {
        const referred = entries.filter(({ type }) => type === 'referral.submitted');
        if (referred.length === 0) return;
        await manager.query(
          `insert into app.match_task (referral_id, asked_at)
           select * from unnest($1::uuid[], $2::timestamptz[]) on conflict do nothing`,
          [referred.map(({ subject }) => subject.id), referred.map(({ recordedAt }) => new Date(recordedAt))],
        );
      },
    });
  }

  /** Reads one batch of the journal; 0 when nothing is left to read. */
  step(): Promise<number> {
    return this.consumer.step();
  }

  catchUp(): Promise<number> {
    return this.consumer.catchUp();
  }
}
