import type { SetAsideStore, WorkedRow, WorkKind } from '#libs/casework';
import type { EntityManager } from 'typeorm';

/** Half a minute after the first failure, twice as long after every other, and never longer than an hour. */
const NOTE = `
  insert into app.set_aside_work as s (kind, row_id, tries, fault, failed_at, retry_at)
  values ($1, $2, 1, $3, now(), now() + interval '30 seconds')
  on conflict (kind, row_id) do update set tries = s.tries + 1, fault = excluded.fault, failed_at = now(),
    retry_at = now() + least(interval '30 seconds' * power(2, least(s.tries, 7)), interval '1 hour')`;

export class PostgresSetAsideStore implements SetAsideStore {
  constructor(private readonly manager: EntityManager) {}

  async note({ kind, id, fault }: WorkedRow & { readonly fault: string }): Promise<void> {
    await this.manager.query(NOTE, [kind, id, fault]);
  }

  async clear({ kind, ids }: { readonly kind: WorkKind; readonly ids: readonly string[] }): Promise<void> {
    await this.manager.query('delete from app.set_aside_work where kind = $1 and row_id = any($2::uuid[])', [
      kind,
      ids,
    ]);
  }
}
