import type { CaseId, Instant, MatchEvidence, MatchReviewId, MatchState } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** A possible match in codes and references: nobody is named until it is opened. */
export interface MatchBoardRow {
  readonly reviewId: MatchReviewId;
  readonly state: MatchState;
  readonly reference: string;
  readonly otherReference: string;
  readonly caseId: CaseId;
  readonly otherCaseId: CaseId;
  readonly danger: boolean;
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
  readonly foundAt: Instant;
}

export interface MatchCursor {
  readonly foundAt: Instant;
  readonly reviewId: MatchReviewId;
}

/** Both cases are joined, so that a pair of which either may not be seen is not there. */
const MATCHES = `
  select m.review_id as "reviewId", m.state, c.reference, o.reference as "otherReference",
    m.case_id as "caseId", m.other_case_id as "otherCaseId", (c.danger or o.danger) as danger, m.score,
    m.evidence, m.found_at as "foundAt"
  from app.match_review m join app.case_file c on c.case_id = m.case_id
  join app.case_file o on o.case_id = m.other_case_id`;

type RawMatch = Omit<MatchBoardRow, 'foundAt' | 'score'> & { readonly foundAt: Date; readonly score: string };

/** Those that wait, oldest first; or with `decided` the latest decisions, newest first, for whoever takes one back. */
export async function matchBoard(
  manager: EntityManager,
  { decided, after, limit }: { decided: boolean; after: MatchCursor | null; limit: number },
): Promise<readonly MatchBoardRow[]> {
  const [state, way, beyond] = decided
    ? ["m.state <> 'waiting'", 'desc', '<']
    : ["m.state = 'waiting'", 'asc', '>'];
  const rows = await manager.query<RawMatch[]>(
    `${MATCHES}
     where ${state} and ($2::uuid is null or (m.found_at, m.review_id) ${beyond} ($3::timestamptz, $2::uuid))
     order by m.found_at ${way}, m.review_id ${way} limit $1`,
    [limit, after?.reviewId ?? null, after === null ? null : new Date(after.foundAt)],
  );
  return rows.map(matchOf);
}

/** Every possible match of the person of one case, whichever of the two it is, newest first. */
export async function caseMatches(manager: EntityManager, caseId: CaseId): Promise<readonly MatchBoardRow[]> {
  const rows = await manager.query<RawMatch[]>(
    `${MATCHES} where $1 in (m.case_id, m.other_case_id) order by m.found_at desc, m.review_id desc`,
    [caseId],
  );
  return rows.map(matchOf);
}

function matchOf(row: RawMatch): MatchBoardRow {
  return { ...row, score: Number(row.score), foundAt: instantOf(row.foundAt) };
}
