import type { Type } from '@nestjs/common';
import { AlertsController } from './alerts/alerts.controller';
import { BoardCountsController } from './board/board-counts.controller';
import { BoardController } from './board/board.controller';
import { CaseActsController } from './cases/case-acts.controller';
import { CaseController } from './cases/case.controller';
import { ContactActsController } from './cases/contact-acts.controller';
import { ChecksController } from './checks/checks.controller';
import { ClaimsController } from './claims/claims.controller';
import { ContactNeedsController } from './contact/contact-needs.controller';
import { ContactStandingController } from './contact/contact-standing.controller';
import { ConversationsController } from './contact/conversations.controller';
import { DeclinedOffersController } from './declined-offers/declined-offers.controller';
import { DraftsController } from './drafts/drafts.controller';
import { PromiseController } from './figures/promise.controller';
import { HandoverAnswersController } from './handovers/handover-answers.controller';
import { HandoversController } from './handovers/handovers.controller';
import { CaseTasksController } from './police-tasks/case-tasks.controller';
import { TeamTasksController } from './police-tasks/team-tasks.controller';
import { MessageTemplatesController } from './policies/message-templates.controller';
import { PoliciesController } from './policies/policies.controller';
import { ProposalsController } from './proposals/proposals.controller';
import { ProposeController } from './proposals/propose.controller';
import { RedirectsController } from './redirects/redirects.controller';
import { CorrectedStartController } from './referrals/corrected-start.controller';
import { ReferralsController } from './referrals/referrals.controller';
import { SubmitReferralController } from './referrals/submit-referral.controller';
import { RotaController } from './rota/rota.controller';
import { CardController } from './safe-contact/card.controller';
import { RoutesController } from './safe-contact/routes.controller';
import { StaffController } from './staff/staff.controller';
import { TeamsController } from './staff/teams.controller';
import { RiskController } from './urgent-pages/risk.controller';
import { UrgentPagesController } from './urgent-pages/urgent-pages.controller';

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
  PromiseController,
  PoliciesController,
  MessageTemplatesController,
  ProposalsController,
  ProposeController,
  RotaController,
  StaffController,
  TeamsController,
];
