import type {
  BreachId,
  BreachRecord,
  CaseId,
  InformationRequest,
  InformationRequestId,
  Instant,
  ItemDecision,
  PayloadObject,
  PersonId,
  UserId,
  VictimInformation,
  WithholdReason,
} from '#libs/domain';

/** Every row about somebody as the database holds it; opening what is sealed in it is the vault's business. */
export interface RowAbout {
  /** The table. */
  readonly source: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** A hash of the row as it stands, for tables whose rows have no key of one column. */
  readonly digest: string;
}

/** One item of a pack that may tell about somebody else, and what was decided about it. */
export interface PackItem {
  readonly requestId: InformationRequestId;
  /** Table and key of the row, so that the decision stays with it when the rows are read again. */
  readonly key: string;
  readonly sealedKind: string | null;
  readonly personId: PersonId;
  readonly decision: ItemDecision | null;
  readonly reason: WithholdReason | null;
  /** The sealed words that stand in its place; of a reworded one alone. */
  readonly wordsId: string | null;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly revision: number;
}

export interface ReleaseRecord extends VictimInformation {
  readonly requestId: InformationRequestId;
  readonly notifiedAt: Instant | null;
  readonly viewTakenBy: UserId | null;
  readonly viewTakenAt: Instant | null;
  readonly legalHold: boolean;
  readonly revision: number;
}

export interface SealedRequest {
  readonly recordId: InformationRequestId | BreachId;
  /** Under whose key it is sealed; null when under its own. */
  readonly personId: PersonId | null;
  readonly sealed: Buffer;
}

export interface Rectified {
  readonly id: string;
  readonly requestId: InformationRequestId;
  readonly personId: PersonId;
  readonly field: 'full-name' | 'name-to-ask-for' | 'date-of-birth' | 'other';
  readonly outcome: 'corrected' | 'note-added';
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

/** How the erasure ended that a request waits for. */
export interface ErasureEnd {
  readonly state: 'done' | 'declined' | 'withdrawn';
  /** Why the record was kept. */
  readonly reason: string | null;
}

export interface InformationRequestStore {
  /** The case of this reference, when the desk's agency handles it and nothing keeps it from the actor. */
  findPerson(reference: string): Promise<{ readonly caseId: CaseId; readonly personId: PersonId } | null>;
  insert(request: InformationRequest): Promise<void>;
  find(id: InformationRequestId): Promise<InformationRequest | null>;
  /** Locks one that is still open; null when there is none that the actor may change. */
  lock(id: InformationRequestId): Promise<InformationRequest | null>;
  /** For the worker: requests that wait for an erasure which has ended. */
  decidedByErasure(options: { limit: number }): Promise<readonly InformationRequestId[]>;
  /** How it ended; null while it has not. */
  endOfErasure(id: InformationRequestId): Promise<ErasureEnd | null>;
  /** Saves a locked request; its revision grows by one. */
  save(request: InformationRequest): Promise<void>;
  /** Appends a version of the clock with everything it was worked out from (P2). */
  addClock(version: { request: InformationRequest; inputs: PayloadObject; at: Instant }): Promise<void>;
  /** SHA-256, hexadecimal. */
  hashOf(content: string): string;
  seal(record: SealedRequest & { readonly at: Instant }): Promise<void>;
  sealedOf(id: InformationRequestId | BreachId): Promise<SealedRequest | null>;
  /** Every row about the person of a request; nothing unless it is theirs, open and past the identity check. */
  rowsAbout(id: InformationRequestId): Promise<readonly RowAbout[]>;
  addItems(items: readonly Pick<PackItem, 'requestId' | 'key' | 'sealedKind' | 'personId'>[]): Promise<void>;
  itemsOf(id: InformationRequestId): Promise<readonly PackItem[]>;
  lockItem(id: InformationRequestId, key: string): Promise<PackItem | null>;
  saveItem(item: PackItem): Promise<void>;
  /** The request under which the person is restricted now. */
  restrictedBy(personId: PersonId): Promise<InformationRequestId | null>;
  insertRelease(release: ReleaseRecord): Promise<void>;
  releaseOf(id: InformationRequestId): Promise<ReleaseRecord | null>;
  saveRelease(release: ReleaseRecord): Promise<void>;
  /** Puts an identity sealed anew into its place; a correction keeps what stood there. */
  putIdentity(record: { personId: PersonId; sealed: Buffer; at: Instant }): Promise<void>;
  addRectified(rectified: Rectified): Promise<void>;
  /** Restricts the person of a request, or lifts it. */
  restrict(change: { request: InformationRequest; at: Instant | null }): Promise<void>;
}

export interface BreachStore {
  insert(breach: BreachRecord): Promise<void>;
  find(id: BreachId): Promise<BreachRecord | null>;
  lock(id: BreachId): Promise<BreachRecord | null>;
  save(breach: BreachRecord): Promise<void>;
}
