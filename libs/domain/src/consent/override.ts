import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { HOUR, plus, type Instant } from '../time';
import type { DataClass, Purpose, Recipient } from './codes';
import type { ShareQuestion } from './may-share';
import type { OverrideState } from './override-machine';

export type OverrideId = Brand<string, 'OverrideId'>;

/** The grounds on which something may be shared without consent, each with its longest time (law.md §3, §7, §8.1). */
export const LEGAL_BASES = {
  'child-at-risk': {
    longestHours: 168,
    source: 'Children Act 2004, section 11; Working together to safeguard children',
  },
  'adult-at-risk': { longestHours: 168, source: 'Care Act 2014, section 42' },
  'vital-interests': { longestHours: 72, source: 'UK GDPR, articles 6(1)(d) and 9(2)(c)' },
  'serious-crime': {
    longestHours: 72,
    source: 'Data Protection Act 2018, schedule 1, paragraph 10',
  },
  'court-order': { longestHours: 672, source: 'UK GDPR, article 6(1)(c): the order itself' },
  'legal-duty': { longestHours: 168, source: 'UK GDPR, article 6(1)(c): the Act that asks for it' },
} as const satisfies Readonly<Record<string, { readonly longestHours: number; readonly source: string }>>;
export type LegalBasis = keyof typeof LEGAL_BASES;
export const LEGAL_BASIS_CODES = Object.keys(LEGAL_BASES) as readonly LegalBasis[];

/** For how long one may be asked for. */
export const OVERRIDE_HOURS = [4, 24, 72, 168, 672] as const;

/** What the review found, and whether the person was told. */
export const REVIEW_FINDINGS = ['was-needed', 'should-not-have-been'] as const;
export type ReviewFinding = (typeof REVIEW_FINDINGS)[number];

export interface ConsentOverride {
  readonly id: OverrideId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  /** `referral`: the police sent identity without agreement; it stands at once and is reviewed like any other. */
  readonly origin: 'case' | 'referral';
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly dataClasses: readonly DataClass[];
  readonly basis: LegalBasis;
  readonly hours: number;
  readonly state: OverrideState;
  readonly askedBy: UserId;
  readonly askedAt: Instant;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly reviewDueAt: Instant | null;
  readonly reviewedBy: UserId | null;
  readonly reviewedAt: Instant | null;
  readonly finding: ReviewFinding | null;
  readonly personTold: boolean | null;
  readonly revision: number;
}

/** In force at this instant, whoever noticed or did not: at the limit it is over even if nobody acts. */
export function overrideStands(
  { state, endsAt }: Pick<ConsentOverride, 'state' | 'endsAt'>,
  now: Instant,
): boolean {
  return state === 'in-force' && endsAt !== null && now < endsAt;
}

export function overrideCovers(
  override: Pick<ConsentOverride, 'state' | 'endsAt' | 'recipient' | 'purpose' | 'dataClasses'>,
  { recipient, purpose, dataClass }: ShareQuestion,
  now: Instant,
): boolean {
  return (
    overrideStands(override, now) &&
    override.recipient === recipient &&
    override.purpose === purpose &&
    override.dataClasses.includes(dataClass)
  );
}

export type OverrideAskRefusal = 'too-long' | 'nothing-to-share' | 'why-needed';

/** Why an override may not be asked for like this; null when it may. `necessity` is read for being there only. */
export function overrideFault(asked: {
  basis: LegalBasis;
  hours: number;
  dataClasses: readonly DataClass[];
  necessity: string;
}): OverrideAskRefusal | null {
  if (asked.dataClasses.length === 0) return 'nothing-to-share';
  if (asked.necessity.trim() === '') return 'why-needed';
  return asked.hours > LEGAL_BASES[asked.basis].longestHours ? 'too-long' : null;
}

export type OverrideDecideRefusal = 'same-person' | 'already-decided';

/** A second person lets an override stand, from now until its limit; the first never does so alone. */
export function decideOverride(
  override: ConsentOverride,
  decided: { by: UserId; confirm: boolean; now: Instant; reviewDueAt: Instant },
):
  | { readonly kind: 'decided'; readonly override: ConsentOverride }
  | { readonly kind: 'refused'; readonly reason: OverrideDecideRefusal } {
  const { by, confirm, now, reviewDueAt } = decided;
  if (override.state !== 'waiting') return { kind: 'refused', reason: 'already-decided' };
  if (override.askedBy === by) return { kind: 'refused', reason: 'same-person' };
  const by2 = { decidedBy: by, decidedAt: now };
  if (!confirm) return { kind: 'decided', override: { ...override, ...by2, state: 'declined' } };
  const endsAt = plus(now, override.hours * HOUR);
  return { kind: 'decided', override: { ...override, ...by2, state: 'in-force', endsAt, reviewDueAt } };
}

export type OverrideReviewRefusal = 'same-person' | 'not-in-force-yet' | 'already-reviewed';

/** Whoever asked does not review; neither does whoever never saw it stand. */
export function reviewOverride(
  override: ConsentOverride,
  review: { by: UserId; finding: ReviewFinding; personTold: boolean; now: Instant },
):
  | { readonly kind: 'reviewed'; readonly override: ConsentOverride }
  | { readonly kind: 'refused'; readonly reason: OverrideReviewRefusal } {
  const { by, finding, personTold, now } = review;
  if (override.reviewedAt !== null) return { kind: 'refused', reason: 'already-reviewed' };
  if (override.reviewDueAt === null) return { kind: 'refused', reason: 'not-in-force-yet' };
  if (override.askedBy === by) return { kind: 'refused', reason: 'same-person' };
  return {
    kind: 'reviewed',
    override: { ...override, reviewedBy: by, reviewedAt: now, finding, personTold },
  };
}

/** Red on the page: the review is late. */
export function reviewIsLate(
  { reviewDueAt, reviewedAt }: Pick<ConsentOverride, 'reviewDueAt' | 'reviewedAt'>,
  now: Instant,
): boolean {
  return reviewDueAt !== null && reviewedAt === null && now > reviewDueAt;
}

/** Ends one that stands: by hand, or because its time is over, which is then as of its limit. */
export function endOverride(override: ConsentOverride, now: Instant): ConsentOverride {
  if (override.state !== 'in-force') return override;
  const limit = override.endsAt ?? now;
  return { ...override, state: 'ended', endedAt: now < limit ? now : limit };
}
