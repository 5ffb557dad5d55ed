import type { RouteId } from '../ids';
import type { Instant, OpeningHours, Span } from '../time';

export const CHANNELS = ['call', 'text', 'voicemail', 'email', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Unknown is no (P5). */
export const PERMISSIONS = ['yes', 'no', 'unknown'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export type RouteState = 'active' | 'suspended' | 'quarantined';

export const CARD_ROUTE_KINDS = [
  'mobile',
  'landline',
  'work',
  'email',
  'third-party',
  'address',
  'app',
  'in-person',
] as const;
export type RouteKind = (typeof CARD_ROUTE_KINDS)[number];

/** Who might answer or see what comes this way, and whose device, account or bill it is. */
export const SEEN_BY = [
  'suspect',
  'close-to-suspect',
  'household',
  'work',
  'shared-device',
  'shared-account',
  'bill-payer',
] as const;
export type SeenBy = (typeof SEEN_BY)[number];

/** An address for post is never the one for a police check, and neither is a way to get in touch. */
export const ROUTE_PURPOSES = ['contact', 'post', 'police-check'] as const;
export type RoutePurpose = (typeof ROUTE_PURPOSES)[number];

/** A way to reach the person, without its value: the number or address itself stays in the vault. */
export interface Route {
  readonly id: RouteId;
  readonly kind: RouteKind;
  readonly permissions: Readonly<Record<Channel, Permission>>;
  readonly state: RouteState;
  readonly purpose: RoutePurpose;
  readonly seenBy: readonly SeenBy[];
  /** When somebody last said that it is as it is written here. */
  readonly checkedAt: Instant;
  /** From this instant it must be asked again before anybody relies on it: `needsRecheck`. */
  readonly recheckAfter: Instant;
  /** Since when something that happened makes it necessary to ask again, whenever it was asked before; absent or null for most. */
  readonly recheckAskedAt?: Instant | null;
}

/** A route that somebody may be called on at all: in use, and known to be safe to call. Unknown is no (P5). */
export function callable({ state, permissions }: Pick<Route, 'state' | 'permissions'>): boolean {
  return state === 'active' && permissions.call === 'yes';
}

/** Safe or unsafe hours of one date, beside the weekly ones: school holidays, a shift, a day on which he is home. */
export interface DatedException {
  /** `YYYY-MM-DD` in the zone of the card. */
  readonly date: string;
  readonly kind: 'open' | 'never';
  readonly spans: readonly Span[];
}

export const CALLER_IDS = ['show', 'withhold', 'neutral'] as const;
/** What the person may see of our number when it rings. */
export type CallerId = (typeof CALLER_IDS)[number];

export const THIRD_PARTY_RELATIONS = ['family', 'friend', 'support-worker', 'colleague', 'other'] as const;
export const THIRD_PARTY_KNOWS = ['nothing', 'might-ring', 'everything'] as const;

/** Someone the person named, by relation and what they know; the name is sealed. */
export interface ThirdParty {
  readonly relation: (typeof THIRD_PARTY_RELATIONS)[number];
  readonly knows: (typeof THIRD_PARTY_KNOWS)[number];
}

export const LOST_CONTACT_VIAS = ['police-check-address', 'third-party', 'referring-officer'] as const;

/** The person's own word on what may be done when nobody can reach them any more. Unknown is no. */
export interface LostContact {
  readonly policeCheck: Permission;
  /** Whole days without contact before it may be done. */
  readonly afterDays: number | null;
  readonly via: (typeof LOST_CONTACT_VIAS)[number] | null;
}

/** One version of the safe-contact card (practice §4), as far as rules need it. */
export interface SafeContactCard {
  readonly version: number;
  readonly routes: readonly Route[];
  /**
   * When contact is safe: the windows the person named, less the never-times, with the dated exceptions laid in. Every
   * rule asks this. Null when nothing was ruled out. `safeHours` makes it of the three values below.
   */
  readonly windows: OpeningHours | null;
  /** Weekly safe times as the person named them; null when they named none. */
  readonly saidWindows: OpeningHours | null;
  /** Weekly times at which nothing may ever come. */
  readonly never: OpeningHours | null;
  readonly exceptions: readonly DatedException[];
  readonly callerId: CallerId | null;
  /** The approved neutral template that the person chose for messages; null is none, so no message. */
  readonly wording: string | null;
  readonly thirdParty: ThirdParty | null;
  readonly lostContact: LostContact;
  /** Set by a stop word or a death: nothing leaves for anyone on this card. */
  readonly stopped: boolean;
  /** The record is restricted (UK GDPR article 18): nothing is sent, and a lead alone decides about a call. */
  readonly restricted: boolean;
}
