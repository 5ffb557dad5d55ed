import type { Instant, PersonId, RouteId, RouteState, SafeContactCard } from '#libs/domain';

export interface SealedRecord {
  readonly recordId: string;
  readonly kind: 'identity' | 'contact-route' | 'safe-contact-words' | 'crime-reference' | 'referrer';
  readonly sealed: Buffer;
}

export interface SafeContactStore {
  /** The card in force, its routes in the order in which they should be tried. */
  cardOf(personId: PersonId): Promise<SafeContactCard>;
  changeRoute(change: { routeId: RouteId; state: RouteState; at: Instant }): Promise<void>;
  /** Sealed records of a person; opening them is the vault's business, logging it the use case's. */
  sealedOf(personId: PersonId, recordIds: readonly string[]): Promise<readonly SealedRecord[]>;
}
