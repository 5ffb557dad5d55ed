import type { RedirectRecord, RedirectStore, SealedRecord } from '#libs/casework';
import type { CaseId, Instant, PersonId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { RedirectRow } from './redirect.row';

export class PostgresRedirectStore implements RedirectStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: RedirectRecord): Promise<void> {
    await this.manager.insert(RedirectRow, record);
  }

  lockWaiting(caseId: CaseId): Promise<RedirectRecord | null> {
    return this.manager.findOne(RedirectRow, {
      where: { caseId, state: 'waiting' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async save(record: RedirectRecord): Promise<void> {
    const { id, state, acknowledgedHow, acknowledgedAt, endedBy, endedAt, revision } = record;
    await this.manager.update(
      RedirectRow,
      { id },
      { state, acknowledgedHow, acknowledgedAt, endedBy, endedAt, revision: revision + 1 },
    );
  }

  async seal(options: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void> {
    const { personId, record, at } = options;
    await this.manager.query(
      `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
       values ($1, $2, $3, $4, $5)`,
      [record.recordId, record.kind, personId, record.sealed, dateOf(at)],
    );
  }
}
