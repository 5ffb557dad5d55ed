import type { CaseId, MatchReviewId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** Another case that may be, or is, about the same person; never one that the reader may not see. */
export interface LikeCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly reviewId: MatchReviewId;
  /** A link stands; otherwise somebody has still to decide. */
  readonly linked: boolean;
}

/** Linked cases first, then those that wait for a decision. Row-level security keeps a pair with a wall out. */
export async function likeCases(manager: EntityManager, caseId: CaseId): Promise<readonly LikeCase[]> {
  return manager.query<LikeCase[]>(
    `select o.case_id as "caseId", o.reference, m.review_id as "reviewId", m.state <> 'waiting' as linked
     from app.match_review m
     join app.case_file o on o.case_id in (m.case_id, m.other_case_id) and o.case_id <> $1
     where $1 in (m.case_id, m.other_case_id)
       and (m.state = 'waiting' or exists (
         select 1 from app.person_link l where l.review_id = m.review_id and l.unlinked_at is null
       ))
     order by linked desc, m.found_at, m.review_id limit 20`,
    [caseId],
  );
}
