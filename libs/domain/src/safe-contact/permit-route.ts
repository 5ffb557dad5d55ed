import type { Instant } from '../time';
import type { Permission, Route } from './card';
import { checkedAgain } from './recheck';

/** Who told us that a way to reach the person is safe. */
export const SAID_BY = ['person', 'police', 'other'] as const;
export type SaidBy = (typeof SAID_BY)[number];

export type PermitRefusal = 'out-of-use' | 'needs-lead';

/**
 * A route with permissions as somebody has just told them. A number on hold comes back into use only through a duty
 * lead, because someone else answered it; one that does not work never does (practice §2.8).
 */
export function permitRoute({
  route,
  permissions,
  mayLift,
  now,
}: {
  route: Route;
  permissions: Readonly<Record<'call' | 'text' | 'voicemail', Permission>>;
  mayLift: boolean;
  now: Instant;
}):
  | { readonly kind: 'permitted'; readonly route: Route }
  | { readonly kind: 'refused'; readonly reason: PermitRefusal } {
  if (route.state === 'quarantined') return { kind: 'refused', reason: 'out-of-use' };
  if (route.state === 'suspended' && !mayLift) return { kind: 'refused', reason: 'needs-lead' };
  const after = { ...route.permissions, ...permissions };
  return { kind: 'permitted', route: { ...checkedAgain(route, now), state: 'active', permissions: after } };
}

/** The person does not want to be contacted: nothing may leave on any way, until they say otherwise. */
export function withoutPermissions(route: Route): Route {
  return { ...route, permissions: { call: 'no', text: 'no', voicemail: 'no', email: 'no', post: 'no' } };
}
