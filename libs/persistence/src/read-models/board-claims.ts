import type { CaseId, Instant, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** Who is on a case now, with the moment they said so told by the service's clock, as pages tell every time. */
export interface ClaimOnCase {
  readonly reference: string;
  readonly userId: UserId;
  readonly since: Instant;
}

export async function claimOnCase(manager: EntityManager, caseId: CaseId): Promise<ClaimOnCase | null> {
  const [row] = await manager.query<{ reference: string; user_id: UserId; since: Date }[]>(
    `select c.reference, k.user_id, app.service_now() - (now() - k.claimed_at) as since
     from app.case_claim k join app.case_file c on c.case_id = k.case_id
     where k.case_id = $1 and k.until_at > now()`,
    [caseId],
  );
  return row ? { reference: row.reference, userId: row.user_id, since: instantOf(row.since) } : null;
}
