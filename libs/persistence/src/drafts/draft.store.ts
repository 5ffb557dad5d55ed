import type { DraftRecord, DraftStore } from '#libs/casework';
import type { DraftId, Instant, ReferralId, TeamId } from '#libs/domain';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { DraftRow } from './draft.row';

export class PostgresDraftStore implements DraftStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Instant,
  ) {}

  async insert(draft: DraftRecord): Promise<void> {
    await this.manager.insert(DraftRow, draft);
  }

  lock(id: DraftId): Promise<DraftRecord | null> {
    return this.manager.findOne(DraftRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  find(id: DraftId): Promise<DraftRecord | null> {
    return this.manager.findOne(DraftRow, { where: { id } });
  }

  async sealedOf(id: DraftId): Promise<Buffer | null> {
    const [row] = await this.manager.query<{ sealed: Buffer }[]>(
      'select sealed from vault.draft_record where draft_id = $1',
      [id],
    );
    return row?.sealed ?? null;
  }

  async save({ id, changedAt, expiresAt, revision }: DraftRecord, sealed: Buffer): Promise<void> {
    await this.manager.update(DraftRow, { id }, { changedAt, expiresAt, revision });
    await this.manager.query(
      `insert into vault.draft_record (draft_id, sealed, sealed_at) values ($1, $2, $3)
       on conflict (draft_id) do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at`,
      [id, sealed, dateOf(this.now)],
    );
  }

  async end({ id, state, referralId, changedAt }: DraftRecord): Promise<void> {
    await this.manager.query('delete from vault.draft_record where draft_id = $1', [id]);
    await this.manager.update(DraftRow, { id }, { state, referralId, changedAt });
  }

  async markCrime({
    teamId,
    mark,
    referralId,
  }: {
    teamId: TeamId;
    mark: Buffer;
    referralId: ReferralId;
  }): Promise<void> {
    await this.manager.query(
      'insert into app.team_crime_mark (team_id, mark, referral_id) values ($1, $2, $3)',
      [teamId, mark, referralId],
    );
  }

  lockExpired(limit: number): Promise<readonly DraftRecord[]> {
    return this.manager.find(DraftRow, {
      where: { state: 'open', expiresAt: LessThanOrEqual(this.now) },
      order: { expiresAt: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  async withKeys(limit: number): Promise<readonly DraftId[]> {
    const rows = await this.manager.query<{ draft_id: DraftId }[]>(
      `select draft_id from app.referral_draft where state <> 'open' and key_destroyed_at is null limit $1`,
      [limit],
    );
    return rows.map(({ draft_id }) => draft_id);
  }

  async keyDestroyed(ids: readonly DraftId[]): Promise<void> {
    await this.manager.query(
      'update app.referral_draft set key_destroyed_at = $2 where draft_id = any($1) and key_destroyed_at is null',
      [ids, dateOf(this.now)],
    );
  }

  async forget(): Promise<void> {
    await this.manager.query(
      'delete from app.referral_draft where key_destroyed_at is not null and expires_at <= $1',
      [dateOf(this.now)],
    );
  }
}
