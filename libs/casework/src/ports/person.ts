import type {
  AgeBand,
  AgencyId,
  AgesAtSteps,
  CaseId,
  CompetenceRecord,
  CompetenceRecordId,
  Instant,
  PersonId,
  WhenBand,
} from '#libs/domain';

/** What ages are worked out from, beside what was said about the birth. */
export interface AgedPerson {
  readonly personId: PersonId;
  readonly bandAtReport: AgeBand;
  readonly bandNow: AgeBand;
  readonly when: WhenBand;
  readonly reportedAt: Instant;
  /** The sealed identity; null when the actor may not read it. */
  readonly identity: Buffer | null;
}

export interface PersonStore {
  /** Locks a person whose age is put right; null when the actor may not. */
  lockAged(personId: PersonId): Promise<AgedPerson | null>;
  /** From this instant on, what they agreed to as an adult carries no share any more. */
  doubtConsents(doubted: { readonly personId: PersonId; readonly at: Instant }): Promise<void>;
  /** Saves ages put right, and has them looked at again. */
  saveAges(saved: { readonly personId: PersonId; readonly ages: AgesAtSteps }): Promise<void>;
  putIdentity(put: {
    readonly personId: PersonId;
    readonly sealed: Buffer;
    readonly at: Instant;
  }): Promise<void>;
  /** Their open cases, as far as the actor may see them. */
  openCasesOf(personId: PersonId): Promise<readonly CaseId[]>;
  /**
   * Whether the person may be a child, for somebody who handles a case of theirs or answers a question about it. Yes
   * for whoever may not know.
   */
  mayBeChild(personId: PersonId): Promise<boolean>;
  /** Adds how competence was judged for one decision; its reasons are sealed under its id. */
  addCompetence(record: CompetenceRecord & { readonly handlingAgencyId: AgencyId }): Promise<void>;
  findCompetence(id: CompetenceRecordId): Promise<CompetenceRecord | null>;
}
