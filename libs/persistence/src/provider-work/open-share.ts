import type { CaseId, ShareId, SharePurpose } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** What is open to the reader's agency of a case, for one purpose: what acceptance opened, or the desk before it. */
export async function openShareOf(
  manager: EntityManager,
  { caseId, purpose }: { readonly caseId: CaseId; readonly purpose: SharePurpose },
): Promise<ShareId | null> {
  const [row] = await manager.query<{ share_id: ShareId }[]>(
    `select share_id from app.share
     where case_id = $1 and purpose = $2 and agency_id = app.claim_agency() and state = 'open'`,
    [caseId, purpose],
  );
  return row?.share_id ?? null;
}
