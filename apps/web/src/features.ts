import type { Type } from '@nestjs/common';
import { ApiV1Module } from './api/v1/api-v1.module';
import { WatchModule } from './demo-clock/watch.module';
import { AlertsModule } from './pages/alerts/alerts.module';
import { AppointmentsModule } from './pages/appointments/appointments.module';
import { AuditModule } from './pages/audit/audit.module';
import { BoardModule } from './pages/board/board.module';
import { CallBacksModule } from './pages/call-backs/call-backs.module';
import { CallGridModule } from './pages/call-grid/call-grid.module';
import { CallPanelModule } from './pages/call-panel/call-panel.module';
import { CasesModule } from './pages/cases/cases.module';
import { ChangeProposalsModule } from './pages/change-proposals/change-proposals.module';
import { ChecksModule } from './pages/checks/checks.module';
import { CodeFiguresModule } from './pages/code-figures/code-figures.module';
import { ComplaintsModule } from './pages/complaints/complaints.module';
import { ConsentModule } from './pages/consent/consent.module';
import { ContactAttemptsModule } from './pages/contact-attempts/contact-attempts.module';
import { ContactExceptionsModule } from './pages/contact-exceptions/contact-exceptions.module';
import { CorrectedStartModule } from './pages/corrected-start/corrected-start.module';
import { CoverageModule } from './pages/coverage/coverage.module';
import { DataProtectionModule } from './pages/data-protection/data-protection.module';
import { DeclinedOffersModule } from './pages/declined-offers/declined-offers.module';
import { DirectoryModule } from './pages/directory/directory.module';
import { DoorsModule } from './pages/doors/doors.module';
import { DraftsModule } from './pages/drafts/drafts.module';
import { EqualityModule } from './pages/equality/equality.module';
import { EndingsModule } from './pages/endings/endings.module';
import { ErasureModule } from './pages/erasure/erasure.module';
import { ExhaustedModule } from './pages/exhausted/exhausted.module';
import { FeedbackModule } from './pages/feedback/feedback.module';
import { FigureSamplesModule } from './pages/figure-samples/figure-samples.module';
import { HandoversModule } from './pages/handovers/handovers.module';
import { InterpretersModule } from './pages/interpreters/interpreters.module';
import { LiveFiguresModule } from './pages/live-figures/live-figures.module';
import { MeasuresModule } from './pages/measures/measures.module';
import { MessageTemplatesModule } from './pages/message-templates/message-templates.module';
import { NotesModule } from './pages/notes/notes.module';
import { PersonMessagesModule } from './pages/person-messages/person-messages.module';
import { NeedsModule } from './pages/needs/needs.module';
import { OutcomesModule } from './pages/outcomes/outcomes.module';
import { LeaveModule } from './pages/leave/leave.module';
import { MatchingModule } from './pages/matching/matching.module';
import { PersonSearchModule } from './pages/person-search/person-search.module';
import { PersonModule } from './pages/person/person.module';
import { DutiesModule } from './pages/duties/duties.module';
import { VictimsCodeModule } from './pages/victims-code/victims-code.module';
import { PlanModule } from './pages/plan/plan.module';
import { TracksModule } from './pages/tracks/tracks.module';
import { PoliceTasksModule } from './pages/police-tasks/police-tasks.module';
import { PoliciesModule } from './pages/policies/policies.module';
import { PromiseModule } from './pages/promise/promise.module';
import { ProviderModule } from './pages/provider/provider.module';
import { ReachModule } from './pages/reach/reach.module';
import { RedirectsModule } from './pages/redirects/redirects.module';
import { ReferralsModule } from './pages/referrals/referrals.module';
import { RetentionModule } from './pages/retention/retention.module';
import { ReviewsModule } from './pages/reviews/reviews.module';
import { RotaModule } from './pages/rota/rota.module';
import { RoutingModule } from './pages/routing/routing.module';
import { SafeContactModule } from './pages/safe-contact/safe-contact.module';
import { SafeRoutesModule } from './pages/safe-routes/safe-routes.module';
import { SafeguardingModule } from './pages/safeguarding/safeguarding.module';
import { ServiceRequestsModule } from './pages/service-requests/service-requests.module';
import { SharesModule } from './pages/shares/shares.module';
import { SnapshotsModule } from './pages/snapshots/snapshots.module';
import { StaffModule } from './pages/staff/staff.module';
import { StopContactModule } from './pages/stop-contact/stop-contact.module';
import { TeamsModule } from './pages/teams/teams.module';
import { UrgentPagesModule } from './pages/urgent-pages/urgent-pages.module';
import { BreakGlassModule } from './pages/break-glass/break-glass.module';
import { SupportModule } from './pages/support/support.module';
import { SuspectsModule } from './pages/suspects/suspects.module';
import { WallsModule } from './pages/walls/walls.module';
import { WallBoardModule } from './pages/wall-board/wall-board.module';

/** Every feature of the pages and the API, one module each, from A to Z. */
export const FEATURES: readonly Type[] = [
  AlertsModule,
  ApiV1Module,
  AppointmentsModule,
  AuditModule,
  BoardModule,
  CallBacksModule,
  CallGridModule,
  CallPanelModule,
  CasesModule,
  ChangeProposalsModule,
  ChecksModule,
  ComplaintsModule,
  CodeFiguresModule,
  ConsentModule,
  ContactAttemptsModule,
  ContactExceptionsModule,
  CorrectedStartModule,
  CoverageModule,
  DataProtectionModule,
  DeclinedOffersModule,
  DirectoryModule,
  DoorsModule,
  DraftsModule,
  EqualityModule,
  EndingsModule,
  ErasureModule,
  ExhaustedModule,
  FeedbackModule,
  FigureSamplesModule,
  HandoversModule,
  InterpretersModule,
  LeaveModule,
  LiveFiguresModule,
  MeasuresModule,
  MessageTemplatesModule,
  NotesModule,
  PersonMessagesModule,
  MatchingModule,
  NeedsModule,
  OutcomesModule,
  PersonSearchModule,
  PersonModule,
  DutiesModule,
  VictimsCodeModule,
  PlanModule,
  TracksModule,
  PoliceTasksModule,
  PoliciesModule,
  PromiseModule,
  ProviderModule,
  ReachModule,
  RedirectsModule,
  ReferralsModule,
  RetentionModule,
  ReviewsModule,
  RotaModule,
  RoutingModule,
  SafeContactModule,
  SafeRoutesModule,
  SafeguardingModule,
  ServiceRequestsModule,
  SharesModule,
  SnapshotsModule,
  StaffModule,
  StopContactModule,
  SupportModule,
  TeamsModule,
  UrgentPagesModule,
  BreakGlassModule,
  WallBoardModule,
  SuspectsModule,
  WallsModule,
  WatchModule,
];
