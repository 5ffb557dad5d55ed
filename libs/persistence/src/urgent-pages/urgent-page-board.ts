import type { CaseId, Instant, PageLevel, PageReason, UrgentPageId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';

/** An urgent page that nobody has answered, for the people with the duty. */
export interface UrgentPageBoardRow {
  readonly pageId: UrgentPageId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly reasons: readonly PageReason[];
  readonly raisedAt: Instant;
  readonly pagedUserId: UserId | null;
  readonly onCallUserId: UserId | null;
  /** The level told last; null for a moment, until the first step is taken. */
  readonly level: PageLevel | null;
  readonly stepsTaken: number;
  readonly lastStepAt: Instant | null;
  readonly nextStepAt: Instant | null;
  readonly riskAcknowledgedAt: Instant | null;
  readonly revision: number;
}

/** Where a page of urgent pages ends. */
export type UrgentPageCursor = Pick<UrgentPageBoardRow, 'raisedAt' | 'pageId'>;

/** Oldest first. Row-level security keeps every other agency's out. */
export async function urgentPageBoard(
  manager: EntityManager,
  { limit, after = null }: { limit: number; after?: UrgentPageCursor | null },
): Promise<readonly UrgentPageBoardRow[]> {
  const rows = await manager.query<RawRow[]>(
    `select p.page_id, p.case_id, p.reference, p.reasons, p.raised_at, p.paged_user_id, s.user_id as on_call_user_id,
       p.level, p.steps_taken, p.last_step_at, p.next_step_at, p.revision, k.acknowledged_at as risk_acknowledged_at
     from app.urgent_page p
     left join app.urgent_page_risk k using (page_id)
     left join app.on_call_shift s on s.team_id = p.team_id and s.removed_at is null
       and s.from_at <= app.service_now() and s.to_at > app.service_now()
     where p.state = 'open' and ($2::uuid is null or (p.raised_at, p.page_id) > ($3::timestamptz, $2::uuid))
     order by p.raised_at, p.page_id limit $1`,
    [limit, after?.pageId ?? null, after === null ? null : new Date(after.raisedAt)],
  );
  return rows.map((row) => ({
    pageId: row.page_id,
    caseId: row.case_id,
    reference: row.reference,
    reasons: row.reasons,
    raisedAt: instantOf(row.raised_at),
    pagedUserId: row.paged_user_id,
    onCallUserId: row.on_call_user_id,
    level: row.level,
    stepsTaken: row.steps_taken,
    lastStepAt: maybeInstantOf(row.last_step_at),
    nextStepAt: maybeInstantOf(row.next_step_at),
    riskAcknowledgedAt: maybeInstantOf(row.risk_acknowledged_at),
    revision: row.revision,
  }));
}

/** How many pages wait for an answer, for the line that leads to them. */
export async function openUrgentPages(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ n: number }[]>(
    `select count(*)::integer as n from app.urgent_page where state = 'open'`,
  );
  return row?.n ?? 0;
}

interface RawRow {
  readonly page_id: UrgentPageId;
  readonly case_id: CaseId;
  readonly reference: string;
  readonly reasons: readonly PageReason[];
  readonly raised_at: Date;
  readonly paged_user_id: UserId | null;
  readonly on_call_user_id: UserId | null;
  readonly level: PageLevel | null;
  readonly steps_taken: number;
  readonly last_step_at: Date | null;
  readonly next_step_at: Date | null;
  readonly risk_acknowledged_at: Date | null;
  readonly revision: number;
}
