import type { RouteId } from '../ids';
import { calendarOf, isOpen, type Instant } from '../time';
import type { Channel, Route, SafeContactCard } from './card';
import { needsRecheck } from './recheck';

export type ContactRefusal =
  | 'stopped'
  | 'restricted'
  | 'unknown-route'
  | 'route-suspended'
  | 'route-quarantined'
  | 'wrong-kind'
  | 'not-permitted'
  | 'permission-unknown'
  | 'seen-by-others'
  | 'no-wording'
  | 'check-expired'
  | 'outside-safe-times';

export type ContactDecision =
  | {
      readonly kind: 'may';
      /** It is long since anybody asked whether this is still safe: whoever calls asks again first. */
      readonly checkAgain?: true;
    }
  | { readonly kind: 'may-not'; readonly reason: ContactRefusal };

/**
 * Whether anything may leave for this route on this channel at this instant (DESIGN §5, P5). Default deny: a route
 * that is not, right now, known to be safe is refused. A check that has run out counts as unknown for everything that
 * a machine sends; a person who calls is asked to check again, because they can hear who answers (practice §4).
 * For somebody whose record is restricted nothing is sent or left behind (UK GDPR article 18); a call is somebody's own
 * act, and they can ask the person whether it is wanted.
 */
export function mayContact(options: {
  card: SafeContactCard;
  routeId: RouteId;
  channel: Channel;
  now: Instant;
}): ContactDecision {
  const { card, routeId, channel, now } = options;
  if (card.stopped) return refuse('stopped');
  const route = card.routes.find(({ id }) => id === routeId);
  if (!route) return refuse('unknown-route');
  const reason = whyRouteClosed(route, channel) ?? whyMessageClosed({ card, route, channel, now });
  if (reason !== null) return refuse(reason);
  if (!windowOpen(card, now)) return refuse('outside-safe-times');
  return needsRecheck(route, now) ? { kind: 'may', checkAgain: true } : { kind: 'may' };
}

/** What is in the way whatever the hour: the state of the route, what it is, and what was agreed for it. */
function whyRouteClosed(route: Route, channel: Channel): ContactRefusal | null {
  if (route.state === 'suspended') return 'route-suspended';
  if (route.state === 'quarantined') return 'route-quarantined';
  if (!reaches(route, channel)) return 'wrong-kind';
  const permission = route.permissions[channel];
  if (permission === 'yes') return null;
  return permission === 'no' ? 'not-permitted' : 'permission-unknown';
}

/** A message lies there for whoever looks, so it needs more than a call does. */
function whyMessageClosed(options: {
  card: SafeContactCard;
  route: Route;
  channel: Channel;
  now: Instant;
}): ContactRefusal | null {
  const { card, route, channel, now } = options;
  if (channel === 'call') return null;
  if (card.restricted) return 'restricted';
  if (route.seenBy.some((who) => who === 'suspect' || who === 'close-to-suspect')) return 'seen-by-others';
  if (needsRecheck(route, now)) return 'check-expired';
  const written = channel === 'email' || channel === 'text';
  return written && card.wording === null ? 'no-wording' : null;
}

/** A text to a landline is read out to whoever picks up; an address that is for a police check is for nothing else. */
function reaches({ kind, purpose }: Route, channel: Channel): boolean {
  if (purpose === 'police-check') return false;
  switch (channel) {
    case 'email':
      return kind === 'email';
    case 'text':
      return kind === 'mobile';
    case 'post':
      return kind === 'address';
    case 'call':
    case 'voicemail':
      return kind !== 'email' && kind !== 'address';
  }
}

function windowOpen({ windows }: SafeContactCard, now: Instant): boolean {
  if (windows === null) return true;
  const built = calendarOf(windows);
  return built.kind === 'built' && isOpen(built.calendar, now);
}

function refuse(reason: ContactRefusal): ContactDecision {
  return { kind: 'may-not', reason };
}
