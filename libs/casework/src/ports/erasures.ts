import type {
  CaseId,
  Erasure,
  ErasureId,
  HoldId,
  Instant,
  LegalHold,
  PersonId,
  RecordStanding,
  RetentionSchedule,
} from '#libs/domain';

export interface DatedSchedule {
  readonly schedule: RetentionSchedule;
  readonly effectiveFrom: Instant;
}

/** How long records are kept, and what is known of one without opening it. */
export interface RetentionStore {
  /** The newest version that is in force. */
  scheduleInForce(at: Instant): Promise<RetentionSchedule>;
  /** The newest version, in force or not. */
  newestSchedule(): Promise<DatedSchedule>;
  /** In the transaction that approves it. */
  appendSchedule(version: DatedSchedule): Promise<void>;
  /** The record behind the reference, or the id, of any of their cases; null when there is none that the actor keeps. */
  standingOf(asked: string): Promise<RecordStanding | null>;
  /** People whose every case ended before then, the longest ended first. */
  ended(page: { readonly before: Instant; readonly limit: number }): Promise<readonly RecordStanding[]>;
}

export interface HoldStore {
  insert(hold: LegalHold): Promise<void>;
  find(id: HoldId): Promise<LegalHold | null>;
  lock(id: HoldId): Promise<LegalHold | null>;
  /** Saves who lifted a locked hold and moves its revision on. */
  saveLifted(hold: LegalHold): Promise<void>;
}

export interface ErasureStore {
  /** False when an erasure of this person stands already. */
  insert(erasure: Erasure): Promise<boolean>;
  lock(id: ErasureId): Promise<Erasure | null>;
  /** What the schedule suggested of this person and nobody has decided about. */
  lockSuggested(personId: PersonId): Promise<Erasure | null>;
  /** Saves what was decided about a locked erasure and moves its revision on. */
  saveDecision(erasure: Erasure): Promise<void>;
  /** Whether somebody said since then that this person's record is still needed. */
  declinedSince(options: { personId: PersonId; since: Instant }): Promise<boolean>;
  /** For the worker: locks one that was decided or begun, and that nothing stands against which needs the record. */
  lockReady(): Promise<Erasure | null>;
  /** From here on there is only the way to the end. */
  begin(erasure: Erasure): Promise<void>;
  /** Everybody whose key goes: the person, and whoever they named. */
  subjectsOf(id: ErasureId): Promise<readonly string[]>;
  /** Deletes every sealed row and mark, and says that it is done. */
  finish(id: ErasureId): Promise<void>;
  /** Open cases of people who were erased: a restored backup may bring some. */
  openCasesOfErased(options: { limit: number }): Promise<readonly CaseId[]>;
}

/** One line of the ledger that is kept outside both databases. */
export interface ErasedSubject {
  readonly subjectId: string;
  readonly erasureId: ErasureId;
  readonly erasedAt: Instant;
}

/** Where erasures are written down beside the databases, so that no restored backup can have forgotten them. */
export interface OutsideLedger {
  /** Resolves when the lines are on disk; a line that is there already is not written twice. */
  note(subjects: readonly ErasedSubject[]): Promise<void>;
}
