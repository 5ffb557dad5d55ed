import type { Actor, DomainEvent, Instant } from '#libs/domain';
import type { AccessLog } from './access-log';
import type { AlertStore } from './alerts';
import type { CaseStore } from './cases';
import type { ChangeProposalStore, RuleVersionStore } from './change-proposals';
import type { CheckStore } from './checks';
import type { ClaimStore } from './claims';
import type { ConsentStore, OverrideStore, ShareStore } from './consent';
import type { AttemptStore, ExceptionStore } from './contact-attempts';
import type { AttemptPolicyStore, ExhaustedStore, InterpreterStore } from './contact-needs';
import type { CallBackStore, FollowUpStore } from './conversations';
import type { BreachStore, InformationRequestStore } from './data-protection';
import type { DeadlineStore } from './deadlines';
import type { DeclinedOfferStore } from './declined-offers';
import type { DirectoryStore } from './directory';
import type { DraftStore } from './drafts';
import type { DutyStore } from './duties';
import type { ErasureStore, HoldStore, RetentionStore } from './erasures';
import type { HandoverStore } from './handovers';
import type { LeaveStore } from './leave';
import type { LinkedRecordStore } from './linked-records';
import type { MatchStore, PersonSearchStore } from './matching';
import type { MessageTemplateStore } from './message-templates';
import type { OnCallStore } from './on-call';
import type { OverdueStore } from './overdue';
import type { ContactStopStore, PersonMessageStore, SafetyReviewStore } from './person-messages';
import type { PersonStore } from './person';
import type { PlanStore } from './plan';
import type { PoliceTaskStore } from './police-tasks';
import type { PolicyStore } from './policies';
import type { RedirectStore } from './redirects';
import type { ReferralStore } from './referrals';
import type { SwapStore } from './rota';
import type { RoutingStore } from './routing';
import type { SafeContactStore } from './safe-contact';
import type { AgeStore, SafeguardingStore } from './safeguarding';
import type { ServiceRequestStore } from './service-requests';
import type { SetAsideStore } from './set-aside';
import type { StaffStore } from './staff';
import type { PathwayStore, SupportStore } from './support';
import type { TrackStore } from './tracks';
import type { UrgentPageStore } from './urgent-pages';
import type { WaitingReleaseStore } from './waiting-lists';
import type { BreakGlassStore, WallStore } from './walls';

/** Appends what happened, in the same transaction as the change (DESIGN §2). */
export interface Journal {
  append(events: readonly DomainEvent[]): Promise<void>;
}

/**
 * One unit of work. `now` is the service's clock as the database told it when the work began; it is the only
 * clock a use case knows. Stores write through this transaction and nothing else.
 */
export interface Transaction {
  readonly actor: Actor;
  readonly now: Instant;
  readonly journal: Journal;
  readonly accessLog: AccessLog;
  readonly referrals: ReferralStore;
  readonly cases: CaseStore;
  readonly routing: RoutingStore;
  readonly safeContact: SafeContactStore;
  readonly deadlines: DeadlineStore;
  readonly informationRequests: InformationRequestStore;
  readonly breaches: BreachStore;
  readonly declinedOffers: DeclinedOfferStore;
  readonly redirects: RedirectStore;
  readonly directory: DirectoryStore;
  readonly drafts: DraftStore;
  readonly duties: DutyStore;
  readonly attempts: AttemptStore;
  readonly exceptions: ExceptionStore;
  readonly followUps: FollowUpStore;
  readonly callBacks: CallBackStore;
  readonly interpreters: InterpreterStore;
  readonly exhausted: ExhaustedStore;
  readonly attemptPolicies: AttemptPolicyStore;
  readonly checks: CheckStore;
  readonly alerts: AlertStore;
  readonly claims: ClaimStore;
  readonly handovers: HandoverStore;
  readonly leaves: LeaveStore;
  readonly linkedRecords: LinkedRecordStore;
  readonly matches: MatchStore;
  readonly messageTemplates: MessageTemplateStore;
  readonly onCall: OnCallStore;
  readonly overdue: OverdueStore;
  readonly contactStops: ContactStopStore;
  readonly personMessages: PersonMessageStore;
  readonly people: PersonStore;
  readonly plans: PlanStore;
  readonly policeTasks: PoliceTaskStore;
  readonly policies: PolicyStore;
  readonly proposals: ChangeProposalStore;
  readonly ruleVersions: RuleVersionStore;
  readonly safeguarding: SafeguardingStore;
  readonly ages: AgeStore;
  readonly safetyReviews: SafetyReviewStore;
  readonly serviceRequests: ServiceRequestStore;
  readonly searches: PersonSearchStore;
  readonly setAside: SetAsideStore;
  readonly staff: StaffStore;
  readonly swaps: SwapStore;
  readonly support: SupportStore;
  readonly pathways: PathwayStore;
  readonly tracks: TrackStore;
  readonly urgentPages: UrgentPageStore;
  readonly waitingReleases: WaitingReleaseStore;
  readonly walls: WallStore;
  readonly breakGlass: BreakGlassStore;
  readonly consents: ConsentStore;
  readonly overrides: OverrideStore;
  readonly shares: ShareStore;
  readonly retention: RetentionStore;
  readonly holds: HoldStore;
  readonly erasures: ErasureStore;
}
