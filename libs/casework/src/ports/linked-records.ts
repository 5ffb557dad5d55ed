import type { CaseId, ConsentEntryId, MessageEnd, PersonId, PersonMessageId, RouteId } from '#libs/domain';
import type { ContactStopRecord } from './person-messages';

/** A message of a linked record that was taken back. */
export interface LinkedCancellation {
  readonly messageId: PersonMessageId;
  readonly caseId: CaseId;
  readonly because: MessageEnd;
}

/**
 * Carries what stands on one record to those linked with it, whether or not the actor may see them, in the transaction
 * that recorded it. Each answers which messages it took back. Nothing is made up: what does not stand is not carried.
 */
export interface LinkedRecordStore {
  /** The stop in force of this person. */
  stop(personId: PersonId): Promise<readonly LinkedCancellation[]>;
  /** A route that is on hold or out of use, where a linked record has a number or address in common. */
  holdRoutes(routeId: RouteId): Promise<readonly LinkedCancellation[]>;
  /** A "no" to one way of being contacted. */
  refuse(entryId: ConsentEntryId): Promise<readonly LinkedCancellation[]>;
  /** For leads: a case of each record linked with this person, open before closed, of the actor's agency. */
  casesOf(personId: PersonId): Promise<readonly CaseId[]>;
  /** For the worker: stops that were carried over and not worked off on the cases of their person. */
  stopsToSettle(limit: number): Promise<readonly string[]>;
  /** Locks one of them; null when it is worked off or lifted, or another worker is at it. */
  lockStop(id: string): Promise<ContactStopRecord | null>;
  settleStop(id: string): Promise<void>;
  /** For the worker: open cases of linked people that are being tried although no route may be called. */
  casesWithoutRoute(limit: number): Promise<readonly CaseId[]>;
}
