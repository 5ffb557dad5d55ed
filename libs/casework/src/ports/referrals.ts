import type {
  AgeBand,
  AgencyId,
  Agreement,
  AlternativeKind,
  CaseId,
  Danger,
  Deadline,
  DeadlineInputs,
  Feedback,
  IncidentId,
  Instant,
  LanguageNeed,
  LateReportReason,
  OffenceGroup,
  OpeningHours,
  PersonId,
  ReceivedVia,
  ReferralId,
  ReferralState,
  ReportChannel,
  Relationship,
  ReportId,
  Route,
  Source,
  SuspectAccess,
  TeamId,
  UserId,
  WhenBand,
  Workplaces,
} from '#libs/domain';
import type { CaseRecord } from './cases';
import type { SealedRecord } from './safe-contact';

export interface ReferralRecord {
  readonly id: ReferralId;
  readonly reference: string;
  readonly personId: PersonId;
  readonly reportId: ReportId;
  readonly source: Source;
  readonly receivedVia: ReceivedVia;
  readonly state: ReferralState;
  readonly referringAgencyId: AgencyId;
  readonly referringTeamId: TeamId | null;
  readonly referredBy: UserId;
  readonly handlingAgencyId: AgencyId;
  readonly district: string | null;
  readonly dangers: readonly Danger[];
  readonly agreement: Agreement;
  /** What stands in for a safe route, and by when the referrer asks again. */
  readonly alternative: AlternativeKind | null;
  readonly alternativeByAt: Instant | null;
  readonly feedback: Feedback;
  readonly submittedAt: Instant;
  /** The honest time for the call that the receipt gave; null when none could be given. */
  readonly callFromAt: Instant | null;
  readonly revision: number;
}

export interface ReportRecord {
  readonly id: ReportId;
  readonly personId: PersonId;
  readonly channel: ReportChannel;
  /** When the person reported to the police, or when another referral reached us: where the clock starts. */
  readonly reportedAt: Instant;
  /** Set when the report was already more than seven days old. */
  readonly lateReason: LateReportReason | null;
  readonly victimAgreedAt: Instant | null;
}

/** Everything one submitted referral writes, in one statement. */
export interface Intake {
  readonly person: {
    readonly id: PersonId;
    readonly ageBand: AgeBand;
    /** As young as they can have been when it happened; null when there is no telling. */
    readonly ageAtIncident: AgeBand | null;
    readonly languageNeed: LanguageNeed;
  };
  readonly report: ReportRecord;
  readonly incident: {
    readonly id: IncidentId;
    readonly offenceGroup: OffenceGroup;
    readonly whenBand: WhenBand;
    readonly relationship: Relationship;
    readonly suspectAccess: readonly SuspectAccess[];
  };
  readonly referral: ReferralRecord;
  readonly caseFile: CaseRecord;
  readonly routes: readonly Route[];
  readonly windows: OpeningHours | null;
  readonly sealed: readonly SealedRecord[];
  readonly deadlines: readonly { readonly deadline: Deadline; readonly inputs: DeadlineInputs }[];
}

export interface ReferralStore {
  insert(intake: Intake): Promise<void>;
  find(id: ReferralId): Promise<ReferralRecord | null>;
  reportOf(id: ReferralId): Promise<ReportRecord>;
  correctReportedAt(change: { reportId: ReportId; reportedAt: Instant }): Promise<void>;
  changeState(change: { id: ReferralId; state: ReferralState }): Promise<void>;
  /** The person has agreed to be called, as the referrer says. */
  recordAgreement(change: { id: ReferralId; reportId: ReportId; at: Instant }): Promise<void>;
  /** The honest time for the call, once it is known after all. */
  tellCallTime(change: { id: ReferralId; callFromAt: Instant | null }): Promise<void>;
  /** Also to whoever sent a duplicate of it: there is one contact task, and each is told of it as of their own (P7). */
  giveFeedback(change: { id: ReferralId; feedback: Feedback }): Promise<void>;
  /** The agency and team that take first contact on. */
  desk(): Promise<{
    readonly agencyId: AgencyId;
    readonly teamId: TeamId;
    readonly referencePrefix: string;
    /** Beginnings of words that name the services and places of the area: no message holds one (P5). */
    readonly tellingWords: readonly string[];
  }>;
  /** The agencies and teams that a declared workplace may mean. */
  workplaces(): Promise<Workplaces>;
  /** Whether there is such a district today: councils are made anew, and old codes end (docs/area-packs.md). */
  districtExists(code: string): Promise<boolean>;
  /** When the clock of a referral started, and the case it runs for; open to the referrer, who sees no case. */
  startOf(id: ReferralId): Promise<{ readonly caseId: CaseId; readonly reportedAt: Instant }>;
}
