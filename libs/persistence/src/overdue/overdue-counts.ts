import type { EntityManager } from 'typeorm';

/** How much of each kind the reader may see and has seen its time pass. */
export interface OverdueCounts {
  readonly safeguarding: number;
  readonly overrides: number;
  readonly openings: number;
  /** Of the open safety reviews: those whose time has passed. */
  readonly safetyReviews: number;
}

/** Row-level security keeps every other agency's out, and whatever stands behind a wall. */
export async function overdueCounts(manager: EntityManager): Promise<OverdueCounts> {
  const [row] = await manager.query<OverdueCounts[]>(
    `select
       (select count(*)::integer from app.safeguarding_task
        where settled_at is null and due_at < app.service_now()) as safeguarding,
       (select count(*)::integer from app.consent_override where reviewed_at is null and state <> 'declined'
          and review_due_at < app.service_now()) as overrides,
       (select count(*)::integer from app.break_glass
        where review is null and review_due_at < app.service_now() and user_id <> app.claim_user()) as openings,
       (select count(*)::integer from app.safety_review
        where state = 'open' and due_at < app.service_now()) as "safetyReviews"`,
  );
  if (!row) throw new Error('the database counted nothing');
  return row;
}
