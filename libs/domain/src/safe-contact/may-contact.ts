import type { RouteId } from '../ids';
import { calendarOf, isOpen, type Instant } from '../time';
import type { Channel, SafeContactCard } from './card';

export type ContactRefusal =
  | 'stopped'
  | 'unknown-route'
  | 'route-suspended'
  | 'route-quarantined'
  | 'not-permitted'
  | 'permission-unknown'
  | 'outside-safe-times';

export type ContactDecision =
  { readonly kind: 'may' } | { readonly kind: 'may-not'; readonly reason: ContactRefusal };

/**
 * Whether anything may leave for this route on this channel at this instant (DESIGN §5, P5). Default deny:
 * a route that is not, right now, known to be safe is refused.
 */
export function mayContact(options: {
  card: SafeContactCard;
  routeId: RouteId;
  channel: Channel;
  now: Instant;
}): ContactDecision {
  const { card, routeId, channel, now } = options;
  const route = card.routes.find(({ id }) => id === routeId);
  if (card.stopped) return refuse('stopped');
  if (!route) return refuse('unknown-route');
  if (route.state === 'suspended') return refuse('route-suspended');
  if (route.state === 'quarantined') return refuse('route-quarantined');
  const permission = route.permissions[channel];
  if (permission !== 'yes') return refuse(permission === 'no' ? 'not-permitted' : 'permission-unknown');
  return windowOpen(card, now) ? { kind: 'may' } : refuse('outside-safe-times');
}

function windowOpen({ windows }: SafeContactCard, now: Instant): boolean {
  if (windows === null) return true;
  const built = calendarOf(windows);
  return built.kind === 'built' && isOpen(built.calendar, now);
}

function refuse(reason: ContactRefusal): ContactDecision {
  return { kind: 'may-not', reason };
}
