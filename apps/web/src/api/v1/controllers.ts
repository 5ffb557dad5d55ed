import type { Type } from '@nestjs/common';
import { AppointmentActsController } from './appointments/appointment-acts.controller';
import { CaseAppointmentsController } from './appointments/case-appointments.controller';
import { ComplaintsApiController } from './complaints/complaints.controller';
import { EqualityApiController } from './equality/equality.controller';
import { FeedbackApiController } from './feedback/feedback.controller';
import { CaseNeedsController } from './needs/case-needs.controller';
import { RisksController } from './needs/risks.controller';
import { OutcomesApiController } from './outcomes/outcomes.controller';
import { ReviewsApiController } from './reviews/reviews.controller';
import { PlanTasksController } from './support/plan-tasks.controller';
import { AlertsController } from './alerts/alerts.controller';
import { BoardCountsController } from './board/board-counts.controller';
import { BoardController } from './board/board.controller';
import { EmergencyOpeningsController } from './break-glass/emergency-openings.controller';
import { CaseActsController } from './cases/case-acts.controller';
import { CaseController } from './cases/case.controller';
import { ContactActsController } from './cases/contact-acts.controller';
import { ChecksController } from './checks/checks.controller';
import { ClaimsController } from './claims/claims.controller';
import { CaseOverridesController } from './consent/case-overrides.controller';
import { ConsentAnswersController } from './consent/consent-answers.controller';
import { ConsentController } from './consent/consent.controller';
import { OverridesController } from './consent/overrides.controller';
import { ContactNeedsController } from './contact/contact-needs.controller';
import { ContactStandingController } from './contact/contact-standing.controller';
import { ConversationsController } from './contact/conversations.controller';
import { BreachActsController } from './data-protection/breach-acts.controller';
import { BreachesController } from './data-protection/breaches.controller';
import { PackReviewController } from './data-protection/pack-review.controller';
import { PackController } from './data-protection/pack.controller';
import { ReleaseController } from './data-protection/release.controller';
import { RequestClockController } from './data-protection/request-clock.controller';
import { RequestEndController } from './data-protection/request-end.controller';
import { InformationRequestsController } from './data-protection/requests.controller';
import { RightsController } from './data-protection/rights.controller';
import { DeclinedOffersController } from './declined-offers/declined-offers.controller';
import { DirectoryFileController } from './directory/directory-file.controller';
import { ServiceActsController } from './directory/service-acts.controller';
import { ServicesController } from './directory/services.controller';
import { DraftsController } from './drafts/drafts.controller';
import { ErasuresController } from './erasure/erasures.controller';
import { CodeFiguresController } from './figures/code-figures.controller';
import { SnapshotsController } from './figures/snapshots.controller';
import { ReferralCoverageController } from './figures/coverage.controller';
import { ReferralReachController } from './figures/reach.controller';
import { FigureCasesApiController } from './figures/figure-cases.controller';
import { LiveFiguresApiController } from './figures/live-figures.controller';
import { FigureSamplesApiController } from './figures/samples.controller';
import { MeasuresController } from './figures/measures.controller';
import { PromiseController } from './figures/promise.controller';
import { HandoverAnswersController } from './handovers/handover-answers.controller';
import { HandoversController } from './handovers/handovers.controller';
import { CaseMatchesController } from './matching/case-matches.controller';
import { MatchesController } from './matching/matches.controller';
import { PersonTemplatesController } from './message-templates/person-templates.controller';
import { PersonMessagesController } from './person-messages/person-messages.controller';
import { SafetyReviewsController } from './person-messages/safety-reviews.controller';
import { PersonSearchesController } from './person-search/person-searches.controller';
import { AgeController } from './person/age.controller';
import { AssessmentsController } from './person/assessments.controller';
import { PersonController } from './person/person.controller';
import { CaseTasksController } from './police-tasks/case-tasks.controller';
import { TeamTasksController } from './police-tasks/team-tasks.controller';
import { MessageTemplatesController } from './policies/message-templates.controller';
import { EndingsApiController } from './endings/endings.controller';
import { NotesApiController } from './notes/notes.controller';
import { TherapyApiController } from './notes/therapy.controller';
import { CaseDutiesController } from './duties/case-duties.controller';
import { DutiesController } from './duties/duties.controller';
import { CodeVersionsController } from './victims-code/code-versions.controller';
import { CasePlanApiController } from './plan/case-plan.controller';
import { PlanLeadsController } from './plan/plan-leads.controller';
import { SharedPlanApiController } from './plan/shared-plan.controller';
import {
  CaseTracksApiController,
  ReferralTracksApiController,
  SharedTracksApiController,
} from './tracks/track-lists.controllers';
import { RechecksApiController, TracksApiController } from './tracks/tracks.controller';
import { PoliciesController } from './policies/policies.controller';
import { ProposeRetentionController } from './proposals/propose-retention.controller';
import { ProposalsController } from './proposals/proposals.controller';
import { ProposeController } from './proposals/propose.controller';
import { ProviderRequestsController } from './provider/provider-requests.controller';
import { RedirectsController } from './redirects/redirects.controller';
import { CorrectedStartController } from './referrals/corrected-start.controller';
import { ReferralsController } from './referrals/referrals.controller';
import { SubmitReferralController } from './referrals/submit-referral.controller';
import { LegalHoldsController } from './retention/legal-holds.controller';
import { RetentionController } from './retention/retention.controller';
import { LeaveApiController } from './leave/leave.controller';
import { RotaController } from './rota/rota.controller';
import { SwapsApiController } from './rota/swaps.controller';
import { DraftEditsController } from './routing-table/draft-edits.controller';
import { RoutingDraftsApiController } from './routing-table/routing-drafts.controller';
import { RoutingTableApiController } from './routing-table/routing-table.controller';
import { CaseRoutingApiController } from './routing/case-routing.controller';
import { CardAnswersController } from './safe-contact/card-answers.controller';
import { CardHoursController } from './safe-contact/card-hours.controller';
import { CardRoutesController } from './safe-contact/card-routes.controller';
import { CardController } from './safe-contact/card.controller';
import { RoutesController } from './safe-contact/routes.controller';
import { SafeguardingActsController } from './safeguarding/safeguarding-acts.controller';
import { SafeguardingTasksController } from './safeguarding/safeguarding-tasks.controller';
import { CaseRequestsController } from './service-requests/case-requests.controller';
import { RequestActsController } from './service-requests/request-acts.controller';
import { RequestAnswersController } from './service-requests/request-answers.controller';
import { RequestWorkController } from './service-requests/request-work.controller';
import { ServiceRequestsController } from './service-requests/service-requests.controller';
import { CaseSharesController } from './shares/case-shares.controller';
import { SharedController } from './shares/shared.controller';
import { StaffController } from './staff/staff.controller';
import { TeamsController } from './staff/teams.controller';
import { StopContactController } from './stop-contact/stop-contact.controller';
import { ConflictsController } from './suspects/conflicts.controller';
import { SuspectsController } from './suspects/suspects.controller';
import { CaseSupportController } from './support/case-support.controller';
import { DomesticAbuseController } from './support/domestic-abuse.controller';
import { OwnPathwaysApiController } from './support/own-pathways.controller';
import { SupportMovesController } from './support/support-moves.controller';
import { SupportTaskActsController } from './support/support-task-acts.controller';
import { SupportTasksController } from './support/support-tasks.controller';
import { RiskController } from './urgent-pages/risk.controller';
import { UrgentPagesController } from './urgent-pages/urgent-pages.controller';
import { WaitingListsController } from './waiting-lists/waiting-lists.controller';
import { WallsController } from './walls/walls.controller';

/** Every controller of the API; all but its own description are described in it. */
export const DESCRIBED_CONTROLLERS: readonly Type[] = [
  SubmitReferralController,
  ReferralsController,
  CorrectedStartController,
  RiskController,
  DraftsController,
  DeclinedOffersController,
  TeamTasksController,
  BoardController,
  BoardCountsController,
  CaseController,
  CaseActsController,
  ClaimsController,
  RoutesController,
  CardController,
  ContactActsController,
  ContactStandingController,
  ConversationsController,
  ContactNeedsController,
  CaseTasksController,
  RedirectsController,
  HandoversController,
  HandoverAnswersController,
  UrgentPagesController,
  AlertsController,
  ChecksController,
  CodeFiguresController,
  SnapshotsController,
  MeasuresController,
  LiveFiguresApiController,
  FigureSamplesApiController,
  FigureCasesApiController,
  ReferralCoverageController,
  ReferralReachController,
  PromiseController,
  PoliciesController,
  MessageTemplatesController,
  ProposalsController,
  ProposeController,
  ProposeRetentionController,
  LeaveApiController,
  RotaController,
  SwapsApiController,
  StaffController,
  TeamsController,
  CardAnswersController,
  CardHoursController,
  CardRoutesController,
  StopContactController,
  PersonMessagesController,
  SafetyReviewsController,
  PersonSearchesController,
  MatchesController,
  CaseMatchesController,
  ConsentController,
  ConsentAnswersController,
  CaseOverridesController,
  OverridesController,
  CaseSharesController,
  SharedController,
  PersonTemplatesController,
  PersonController,
  AgeController,
  AssessmentsController,
  SafeguardingTasksController,
  SafeguardingActsController,
  WallsController,
  SuspectsController,
  ConflictsController,
  EmergencyOpeningsController,
  InformationRequestsController,
  RequestClockController,
  RequestEndController,
  RightsController,
  PackReviewController,
  PackController,
  ReleaseController,
  BreachesController,
  BreachActsController,
  RetentionController,
  LegalHoldsController,
  ErasuresController,
  ServicesController,
  ServiceActsController,
  DirectoryFileController,
  CaseRoutingApiController,
  RoutingTableApiController,
  RoutingDraftsApiController,
  DraftEditsController,
  EndingsApiController,
  NotesApiController,
  TherapyApiController,
  CaseDutiesController,
  DutiesController,
  CodeVersionsController,
  CasePlanApiController,
  SharedPlanApiController,
  PlanLeadsController,
  CaseTracksApiController,
  SharedTracksApiController,
  ReferralTracksApiController,
  TracksApiController,
  RechecksApiController,
  CaseRequestsController,
  ServiceRequestsController,
  RequestActsController,
  RequestAnswersController,
  RequestWorkController,
  ProviderRequestsController,
  WaitingListsController,
  CaseSupportController,
  DomesticAbuseController,
  SupportMovesController,
  SupportTasksController,
  SupportTaskActsController,
  OwnPathwaysApiController,
  PlanTasksController,
  CaseNeedsController,
  RisksController,
  ReviewsApiController,
  OutcomesApiController,
  CaseAppointmentsController,
  AppointmentActsController,
  FeedbackApiController,
  EqualityApiController,
  ComplaintsApiController,
];
