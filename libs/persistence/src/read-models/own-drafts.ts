import type { DraftId, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** An unfinished referral on its author's list: times alone, so nobody is named. */
export interface OwnDraft {
  readonly draftId: DraftId;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
}

/** The actor's own drafts that can still be sent, newest first. Row-level security keeps everybody else's out. */
export async function ownDrafts(manager: EntityManager): Promise<readonly OwnDraft[]> {
  const rows = await manager.query<{ draft_id: DraftId; started_at: Date; expires_at: Date }[]>(
    `select draft_id, started_at, expires_at from app.referral_draft
     where state = 'open' and expires_at > app.service_now() order by changed_at desc, draft_id limit 20`,
  );
  return rows.map((row) => ({
    draftId: row.draft_id,
    startedAt: instantOf(row.started_at),
    expiresAt: instantOf(row.expires_at),
  }));
}
