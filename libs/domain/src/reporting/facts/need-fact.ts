import type { RequestDecline } from '../../service-requests';
import type { StrandPlace } from './strand-place';

/** Why support that was asked for could not begin. What a service tells the lead alone is told as another reason. */
export const UNMET_REASONS = [
  'list-closed',
  'outside-its-rules',
  'not-yet',
  'other-reason',
  'no-service',
  'no-answer',
  'no-worker',
] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];

/** Where a need stands: with a reason where it could not begin. */
export const NEED_STATES = ['begun', 'in-hand', 'taken-back', ...UNMET_REASONS] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** One request that was made for a need. */
export interface NeedRequest {
  readonly id: string;
  readonly stands: 'asked' | 'accepted' | 'begun' | 'refused' | 'taken-back';
  /** Why it was refused; of one that is still live, why it is stuck. Null where nothing stops it. */
  readonly reason: UnmetReason | null;
}

/**
 * One kind of support that somebody asked for, through every service that was asked in turn. `value` is the kind of
 * support, and the month that in which it was first asked for.
 */
export interface NeedFact extends StrandPlace {
  readonly kind: 'need';
  readonly state: NeedState;
  /** In the order in which they last changed. */
  readonly evidence: readonly NeedRequest[];
}

/**
 * Where a need stands. It could not begin when a service said no or nobody acted in time, and no service has said yes
 * since. A need that nobody goes on with is taken back: by the person, or by what happened to them.
 *
 * Example: a closed list, and then another service that says yes, is in hand; a closed list alone is `list-closed`.
 */
export function needState(requests: readonly NeedRequest[]): NeedState {
  if (requests.some(({ stands }) => stands === 'begun')) return 'begun';
  const live = requests.filter(({ stands }) => stands === 'asked' || stands === 'accepted');
  if (live.some(({ stands, reason }) => stands === 'accepted' && reason === null)) return 'in-hand';
  if (live.length === 0 && requests.some(({ stands }) => stands === 'taken-back')) return 'taken-back';
  return requests.findLast(({ reason }) => reason !== null)?.reason ?? 'in-hand';
}

/** What a refusal of a service counts as; null where it is the person's own choice. */
export function unmetBy(decline: string | null): UnmetReason | null {
  return decline !== null && Object.hasOwn(BY_DECLINE, decline)
    ? BY_DECLINE[decline as RequestDecline]
    : 'other-reason';
}

const BY_DECLINE: Readonly<Record<RequestDecline, UnmetReason | null>> = {
  'list-closed': 'list-closed',
  'out-of-area': 'outside-its-rules',
  age: 'outside-its-rules',
  'not-yet-safe': 'not-yet',
  'not-steady-enough': 'not-yet',
  'criminal-case-advice': 'other-reason',
  'told-to-the-lead': 'other-reason',
  'open-elsewhere': 'other-reason',
  'not-enough-known': 'other-reason',
  'person-chose-otherwise': null,
};
