import type { StaffActor } from '../access/actor';
import type { BreakGlassId, CaseId, PersonId, UserId } from '../ids';
import { HOUR, MINUTE, plus, type Instant } from '../time';
import { standsBefore, type WallFacts } from './wall';

/** One case, for one hour. */
export const GLASS_OPEN_FOR = HOUR;
/** How old a second factor may be when somebody opens a case past a wall, exports or erases. */
export const FRESH_FACTOR = 5 * MINUTE;

export const GLASS_REASONS = [
  'danger-to-life',
  'child-at-risk',
  'adult-at-risk',
  'nobody-else-on-duty',
  'person-asked',
] as const;
export type GlassReason = (typeof GLASS_REASONS)[number];

export const GLASS_REVIEWS = ['justified', 'not-justified', 'follow-up-needed'] as const;
export type GlassReview = (typeof GLASS_REVIEWS)[number];

/** One opening: by whom, until when, and what a second person made of it. The written reason is sealed. */
export interface BreakGlass {
  readonly id: BreakGlassId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly reference: string;
  readonly userId: UserId;
  readonly reason: GlassReason;
  readonly grantedAt: Instant;
  readonly untilAt: Instant;
  readonly reviewDueAt: Instant;
  readonly review: GlassReview | null;
  readonly reviewedBy: UserId | null;
  readonly reviewedAt: Instant | null;
  readonly revision: number;
}

/**
 * Whether somebody may open, in an emergency, what these walls keep from them: only staff who handle cases, and never
 * past a wall that stands because of who they are: by name, or as police. Nothing to open is a no.
 */
export function mayBreakGlass(actor: StaffActor, walls: readonly WallFacts[]): boolean {
  if (!['first-responder', 'duty-lead', 'service-manager'].includes(actor.role)) return false;
  const before = walls.filter((wall) => standsBefore(actor, wall));
  return before.length > 0 && before.every(isOpenable);
}

function isOpenable({ kind, target }: WallFacts): boolean {
  if (kind === 'police-family') return false;
  return kind === 'conflict' || target.kind !== 'user';
}

export function glassUntil(grantedAt: Instant): Instant {
  return plus(grantedAt, GLASS_OPEN_FOR);
}

export type ReviewRefusal = 'same-person' | 'already-reviewed';

/** A second person looks at every opening; whoever opened it never reviews it. */
export function reviewRefusal(
  glass: Pick<BreakGlass, 'userId' | 'review'>,
  reviewer: UserId,
): ReviewRefusal | null {
  if (glass.userId === reviewer) return 'same-person';
  return glass.review === null ? null : 'already-reviewed';
}

/** Whether the second factor was used recently enough; one from the future is no proof. Both on the system's clock. */
export function isFresh({
  provenAt,
  now,
  within,
}: {
  provenAt: number;
  now: number;
  within: number;
}): boolean {
  return provenAt <= now + MINUTE && now - provenAt <= within;
}
