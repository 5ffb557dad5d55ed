import type { OpeningHours } from '../time';
import type {
  CallerId,
  DatedException,
  LostContact,
  Permission,
  Route,
  SafeContactCard,
  SeenBy,
  ThirdParty,
  Channel,
} from './card';
import { newContradictions, type Contradiction } from './contradictions';
import { checkedAgain, recheckAfter } from './recheck';
import { safeHours } from './safe-hours';
import type { RouteId } from '../ids';
import type { Instant } from '../time';

/** One part of the card as somebody has just said it: each is asked, and written, on its own. */
export type CardChange =
  | { readonly part: 'times'; readonly windows: OpeningHours | null; readonly never: OpeningHours | null }
  | { readonly part: 'add-date'; readonly exception: DatedException }
  | { readonly part: 'remove-date'; readonly date: string }
  | { readonly part: 'caller-id'; readonly callerId: CallerId }
  | { readonly part: 'wording'; readonly wording: string | null }
  | { readonly part: 'third-party'; readonly thirdParty: ThirdParty | null }
  | { readonly part: 'lost-contact'; readonly lostContact: LostContact }
  | { readonly part: 'address'; readonly route: Route }
  | {
      readonly part: 'route';
      readonly routeId: RouteId;
      readonly permissions: Readonly<Partial<Record<Channel, Permission>>>;
      readonly seenBy: readonly SeenBy[];
      readonly recheckDays: number;
    };

export type CardRefusal =
  Contradiction | 'unknown-route' | 'out-of-use' | 'on-hold' | 'past-date' | 'unknown-date';

/**
 * The next version of a card, or why it cannot be: a date that is over, a route that is not in use, or a card that
 * would contradict itself. Says nothing of who may change it. `today` is the date in the zone of the card.
 */
export function changeCard({
  card,
  change,
  today,
  timezone,
  now,
}: {
  card: SafeContactCard;
  change: CardChange;
  today: string;
  timezone: string;
  now: Instant;
}):
  | { readonly kind: 'changed'; readonly card: SafeContactCard }
  | { readonly kind: 'refused'; readonly reason: CardRefusal } {
  const refusal = refusalOf(card, change, today);
  if (refusal !== null) return { kind: 'refused', reason: refusal };
  const parts = { ...card, ...partOf(card, change, now) };
  const after = { ...parts, version: card.version + 1, windows: safeHours(parts, timezone) };
  const [reason] = newContradictions(card, after);
  return reason === undefined ? { kind: 'changed', card: after } : { kind: 'refused', reason };
}

function refusalOf(card: SafeContactCard, change: CardChange, today: string): CardRefusal | null {
  switch (change.part) {
    case 'add-date':
      return change.exception.date < today ? 'past-date' : null;
    case 'remove-date':
      return card.exceptions.some(({ date }) => date === change.date) ? null : 'unknown-date';
    case 'route': {
      const route = card.routes.find(({ id }) => id === change.routeId);
      if (route === undefined) return 'unknown-route';
      if (route.state === 'quarantined') return 'out-of-use';
      return route.state === 'suspended' ? 'on-hold' : null;
    }
    default:
      return null;
  }
}

function partOf(card: SafeContactCard, change: CardChange, now: Instant): Partial<SafeContactCard> {
  switch (change.part) {
    case 'times':
      return { saidWindows: change.windows, never: change.never };
    case 'add-date':
      return { exceptions: [...card.exceptions, change.exception] };
    case 'remove-date':
      return { exceptions: card.exceptions.filter(({ date }) => date !== change.date) };
    case 'caller-id':
      return { callerId: change.callerId };
    case 'wording':
      return { wording: change.wording };
    case 'third-party':
      return { thirdParty: change.thirdParty };
    case 'lost-contact':
      return { lostContact: change.lostContact };
    case 'address':
      return { routes: [...card.routes, change.route] };
    case 'route':
      return {
        routes: card.routes.map((route) => (route.id === change.routeId ? told(route, change, now) : route)),
      };
  }
}

/** Whatever was asked anew was checked now. */
function told(route: Route, change: Extract<CardChange, { part: 'route' }>, now: Instant): Route {
  return {
    ...checkedAgain(route, now),
    recheckAfter: recheckAfter(now, change.recheckDays),
    permissions: { ...route.permissions, ...change.permissions },
    seenBy: change.seenBy,
  };
}
