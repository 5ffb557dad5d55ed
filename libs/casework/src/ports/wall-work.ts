import type {
  Actor,
  AgencyId,
  AskAgainReason,
  CaseId,
  ConflictId,
  ConflictKey,
  ConflictKeyKind,
  ConflictState,
  Instant,
  PersonId,
  SuspectId,
  UserId,
  Wall,
} from '#libs/domain';
import type { AccessLog } from './access-log';
import type { Journal } from './transaction';
import type { Once, Repeatable } from './unit-of-work';

/** A key as the wall keeps it: hashed with a secret that no other mark is made with. */
export interface WallMark {
  readonly kind: ConflictKeyKind;
  readonly mark: Buffer;
}

export interface WallMarks {
  /** Each once. Fails when the key store is out of reach. */
  of(keys: readonly ConflictKey[]): Promise<readonly WallMark[]>;
  /** Fails while the key store cannot be reached: a person who cannot be opened then is not one who was erased. */
  reach(): Promise<void>;
}

export interface SuspectRecord {
  readonly id: SuspectId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly sealed: Buffer;
  readonly birthKnown: boolean;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

/** The little of a case that a wall use case may see. */
export interface WalledCase {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly ownerUserId: UserId | null;
  readonly closedAt: Instant | null;
}

export interface SuspectStore {
  /** Null for a case that the actor may not see. */
  caseOf(id: CaseId): Promise<WalledCase | null>;
  insert(record: SuspectRecord, marks: readonly WallMark[]): Promise<void>;
  sealedOf(id: SuspectId): Promise<SuspectRecord | null>;
  /** The sealed identities of the people of these cases, to be marked and nothing else. */
  identitiesOf(
    cases: readonly CaseId[],
  ): Promise<readonly { readonly personId: PersonId; readonly sealed: Buffer }[]>;
  /** Keeps the marks of a person of the service, in place of earlier ones; they are compared afresh. */
  markPerson(options: { personId: PersonId; birthKnown: boolean; marks: readonly WallMark[] }): Promise<void>;
  /** Suspects and people not compared yet. Whoever asks compares alone until the transaction ends. */
  lockFresh(limit: number): Promise<FreshMarks>;
  /** Pairs of a suspect and a person, one of them fresh, that share a mark. */
  likePairs(fresh: FreshMarks): Promise<readonly LikePair[]>;
  compared(fresh: FreshMarks): Promise<void>;
}

export interface FreshMarks {
  readonly suspects: readonly SuspectId[];
  readonly people: readonly PersonId[];
}

export interface LikePair {
  readonly suspectId: SuspectId;
  readonly personId: PersonId;
  readonly shared: readonly ConflictKeyKind[];
  readonly bothBirthsKnown: boolean;
  readonly caseId: CaseId;
  readonly otherCaseId: CaseId;
  readonly handlingAgencyId: AgencyId;
}

export interface ConflictRecord {
  readonly id: ConflictId;
  readonly suspectId: SuspectId;
  readonly caseId: CaseId;
  readonly otherPersonId: PersonId;
  readonly otherCaseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly shared: readonly ConflictKeyKind[];
  readonly state: ConflictState;
  readonly foundAt: Instant;
  readonly nextDueAt: Instant | null;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly askedAgainBy: UserId | null;
  readonly askedAgainAt: Instant | null;
  readonly askedAgainBecause: AskAgainReason | null;
  readonly decidedBefore: ConflictState | null;
  readonly revision: number;
}

export interface ConflictStore {
  /** Adds one unless the pair has one already; answers whether it did. */
  hold(record: ConflictRecord): Promise<boolean>;
  find(id: ConflictId): Promise<ConflictRecord | null>;
  lock(id: ConflictId): Promise<ConflictRecord | null>;
  save(record: ConflictRecord): Promise<void>;
  /** Those that wait for the actor's decision, the first due first. */
  waiting(): Promise<readonly ConflictRecord[]>;
  /** Mails the duty leads who may see it that something waits for them, by a reference of its own. */
  tell(conflict: ConflictRecord): Promise<void>;
  /** Tells once more of each whose time has passed, once for each time that was set. */
  tellOfPassed(): Promise<void>;
  /** For the worker: those whose two people one service has though they are kept apart, as long as no lead was asked. */
  atOneService(): Promise<readonly ConflictId[]>;
  /** Those that were decided, the latest first. */
  decided(): Promise<readonly ConflictRecord[]>;
  /** Sets one half of a wall that keeps the workers of two people apart, unless it stands already. */
  keepApart(wall: Wall): Promise<void>;
  /** Takes both halves of the wall between two people down; answers with those that stood. */
  takeDown(between: {
    readonly people: readonly [PersonId, PersonId];
    readonly by: UserId;
    readonly at: Instant;
  }): Promise<readonly Wall[]>;
}

/** A unit of work that runs wholly on the wall's own role: the only one that sees suspects (DESIGN §9). */
export interface WallTransaction {
  readonly actor: Actor;
  readonly now: Instant;
  readonly journal: Journal;
  readonly accessLog: AccessLog;
  readonly suspects: SuspectStore;
  readonly conflicts: ConflictStore;
}

export interface WallWork {
  run<Result>(actor: Actor, work: (tx: WallTransaction) => Promise<Result>): Promise<Result>;
  once<Result extends object>(
    request: {
      readonly actor: Actor;
      readonly repeatable: Repeatable;
      readonly keep: (result: Result) => boolean;
    },
    work: (tx: WallTransaction) => Promise<Result>,
  ): Promise<Once<Result>>;
}
