import type { RouteId } from '../ids';
import type { OpeningHours } from '../time';

export const CHANNELS = ['call', 'text', 'voicemail', 'email', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Unknown is no (P5). */
export type Permission = 'yes' | 'no' | 'unknown';

export type RouteState = 'active' | 'suspended' | 'quarantined';

/** A way to reach the person, without its value: the number itself stays in the vault. */
export interface Route {
  readonly id: RouteId;
  readonly kind: 'mobile' | 'landline' | 'work' | 'email' | 'third-party';
  readonly permissions: Readonly<Record<Channel, Permission>>;
  readonly state: RouteState;
}

/** A route that somebody may be called on at all: in use, and known to be safe to call. Unknown is no (P5). */
export function callable({ state, permissions }: Pick<Route, 'state' | 'permissions'>): boolean {
  return state === 'active' && permissions.call === 'yes';
}

/** One version of the safe-contact card (practice §4), as far as rules need it. */
export interface SafeContactCard {
  readonly version: number;
  readonly routes: readonly Route[];
  /** When calls are safe, as weekly local hours; null means the person named no times. */
  readonly windows: OpeningHours | null;
  /** Set by a stop word or a death: nothing leaves for anyone on this card. */
  readonly stopped: boolean;
}
