import type { Instant, PersonId, Route, RouteId, RouteState, SafeContactCard } from '#libs/domain';

export interface SealedRecord {
  readonly recordId: string;
  readonly kind:
    | 'identity'
    | 'contact-route'
    | 'safe-contact-words'
    | 'crime-reference'
    | 'referrer'
    | 'redirect-acknowledgement'
    | 'match-note'
    | 'age-correction'
    | 'competence-note'
    | 'break-glass-note'
    | 'legal-hold-note'
    | 'consent-note'
    | 'safeguarding-note'
    | 'routing-note'
    | 'support-note'
    | 'complaint-words'
    | 'sarc-code'
    | 'subject-pack'
    | 'pack-words'
    | 'rectification';
  readonly sealed: Buffer;
}

export interface SafeContactStore {
  /** The card in force, its routes in the order in which they should be tried. */
  cardOf(personId: PersonId): Promise<SafeContactCard>;
  changeRoute(change: { routeId: RouteId; state: RouteState; at: Instant }): Promise<void>;
  /** Whether the card lists somebody who may answer this route. */
  othersMayAnswer(routeId: RouteId): Promise<boolean>;
  setOthersMayAnswer(change: { routeId: RouteId; may: boolean }): Promise<void>;
  /** Puts words sealed anew into their place, in which there may have been none. */
  replaceWords(record: SealedRecord & { readonly personId: PersonId; readonly at: Instant }): Promise<void>;
  /** The sealed identities of these people, in one reading; the record of each is the person's own id. */
  identitiesOf(personIds: readonly PersonId[]): Promise<readonly SealedRecord[]>;
  /** Sealed records of a person; opening them is the vault's business, logging it the use case's. */
  sealedOf(personId: PersonId, recordIds: readonly string[]): Promise<readonly SealedRecord[]>;
  /** Writes the next version of a card; its routes are saved on their own. `part` says what changed, as a code. */
  saveVersion(saved: { personId: PersonId; card: SafeContactCard; part: string; at: Instant }): Promise<void>;
  /** Saves what was said anew of a route: permissions, who may see it, and how long that may be relied on. */
  saveRoute(route: Route): Promise<void>;
  /** Puts a route at the end of the card; its value is sealed with `addSealed`. */
  addRoute(added: { personId: PersonId; route: Route; at: Instant }): Promise<void>;
  /** Saves permissions and state of routes of a locked case. */
  permitRoutes(change: { routes: readonly Route[]; at: Instant }): Promise<void>;
  /** Adds a sealed record; one that is there already stays as it is. */
  addSealed(added: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void>;
}
