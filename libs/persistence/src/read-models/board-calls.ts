import type { CaseId, Instant, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** A call that was promised for a time and not made yet. */
export interface PromisedCall {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly at: Instant;
  readonly ownerUserId: UserId | null;
  readonly danger: boolean;
}

/** More than a desk makes in a week; a longer list would be no help on a page. */
const MOST = 2_000;

/** Promised calls between two instants (half-open), in order of time. */
export async function promisedCalls(
  manager: EntityManager,
  { from, to }: { from: Instant; to: Instant },
): Promise<readonly PromisedCall[]> {
  const rows = await manager.query<
    { case_id: CaseId; reference: string; at: Date; owner_user_id: UserId | null; danger: boolean }[]
  >(
    `select c.case_id, c.reference, b.at, c.owner_user_id, c.danger
     from app.call_back b join app.case_file c on c.case_id = b.case_id and c.closed_at is null
     where b.handling_agency_id = (select app.claim_agency()) and b.ended is null and b.at >= $1 and b.at < $2
     order by b.at, c.case_id limit ${MOST}`,
    [dateOf(from), dateOf(to)],
  );
  return rows.map(({ case_id: caseId, reference, at, owner_user_id: ownerUserId, danger }) => ({
    caseId,
    reference,
    at: instantOf(at),
    ownerUserId,
    danger,
  }));
}
