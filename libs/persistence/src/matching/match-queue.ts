import type { DataSource } from 'typeorm';
import { JournalConsumer } from '../journal-tail';

/** After these something new may be compared: a way to reach the person, a crime number, or their agreement. */
const LEARNT: ReadonlySet<string> = new Set([
  'referral.submitted',
  'route.added',
  'card.changed',
  'police-task.answered',
  'case.told-the-police',
  'case.crime-number-checked',
  'consent.given',
  'override.at-referral',
  'override.confirmed',
]);

/** Queues each new referral to be matched once it is in: the journal says so, and nobody who refers waits for it. */
export class MatchQueue {
  private readonly consumer: JournalConsumer;

  constructor(source: DataSource) {
    this.consumer = new JournalConsumer(source, {
      consumer: 'matching',
      handle: async (manager, entries) => {
        const caseIds = entries.flatMap(({ type, caseId }) =>
          LEARNT.has(type) && caseId !== null ? [caseId] : [],
        );
        if (caseIds.length === 0) return;
        await manager.query(
          `insert into app.match_task (referral_id, asked_at)
           select referral_id, app.service_now() from app.case_file where case_id = any($1::uuid[])
           on conflict do nothing`,
          [caseIds],
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
