import type {
  AppointmentId,
  CaseEnding,
  CaseId,
  DeathId,
  DeathRecord,
  EndingId,
  Instant,
  PayloadObject,
  PersonId,
  SubjectKind,
  SupportKind,
  UnderWay,
  UserId,
} from '#libs/domain';

/** The episode before this one, of the same person. */
export interface LastEpisode {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly reason: CaseEnding['reason'];
  readonly endedAt: Instant;
  readonly sameWorker: CaseEnding['sameWorker'];
  readonly workerUserId: UserId | null;
}

/** Something that a death stopped, as the journal tells it. */
export interface Stopped {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly caseId: CaseId;
  readonly type: string;
  readonly reason: string | null;
  readonly payload: PayloadObject;
}

export interface EndingStore {
  /** What is under way on a case besides its clocks, as far as the actor may see it. */
  underWay(caseId: CaseId): Promise<Omit<UnderWay, 'runningClocks'>>;
  /** Kinds of support that a service began to give on this case. */
  received(caseId: CaseId): Promise<readonly SupportKind[]>;
  /** Whether anybody spoke with the person on any of their cases. */
  spokenWith(personId: PersonId): Promise<boolean>;
  /** The ending that stands; null while the case is open, and for one that ended otherwise. */
  standing(caseId: CaseId): Promise<CaseEnding | null>;
  insert(ending: CaseEnding): Promise<void>;
  undo(options: { readonly id: EndingId; readonly by: UserId; readonly at: Instant }): Promise<void>;
  /** How the person's episode before this case ended; null for a first one. */
  lastEpisode(caseId: CaseId): Promise<LastEpisode | null>;
}

export interface DeathStore {
  /** The death that stands for a person; null when none was recorded, or it was a mistake. */
  standing(personId: PersonId): Promise<DeathRecord | null>;
  insert(death: DeathRecord): Promise<void>;
  lock(id: DeathId): Promise<DeathRecord | null>;
  /** Saves that it was recorded by mistake. */
  correct(death: DeathRecord): Promise<void>;
  /** Stops what is under way on every case of the person, at the desk and at services; answers with each. */
  stopAll(options: { readonly personId: PersonId; readonly by: UserId | null }): Promise<readonly Stopped[]>;
  /** Cancels appointments that lie ahead at the desk. */
  cancelAppointments(options: {
    readonly personId: PersonId;
    readonly by: UserId;
    readonly at: Instant;
  }): Promise<readonly { readonly id: AppointmentId; readonly caseId: CaseId }[]>;
  /** Every case of the person that the actor may see. */
  casesOf(personId: PersonId): Promise<readonly CaseId[]>;
  /** Keeps the record from all but duty leads and the data-protection officer. The last step of its transaction. */
  restrict(id: DeathId): Promise<void>;
  /** After `correct`: lifts the stop and opens the record again. */
  takeBack(id: DeathId): Promise<void>;
}
