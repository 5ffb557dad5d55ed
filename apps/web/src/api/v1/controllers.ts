import type { Type } from '@nestjs/common';
import { AlertsController } from './alerts/alerts.controller';
import { BoardController } from './cases/board.controller';
import { CaseActsController } from './cases/case-acts.controller';
import { CaseController } from './cases/case.controller';
import { ContactActsController } from './cases/contact-acts.controller';
import { ChecksController } from './checks/checks.controller';
import { PromiseController } from './figures/promise.controller';
import { PoliciesController } from './policies/policies.controller';
import { CorrectedStartController } from './referrals/corrected-start.controller';
import { ReferralsController } from './referrals/referrals.controller';
import { SubmitReferralController } from './referrals/submit-referral.controller';

/** Every controller of the API; all but its own description are described in it. */
export const DESCRIBED_CONTROLLERS: readonly Type[] = [
  SubmitReferralController,
  ReferralsController,
  CorrectedStartController,
  BoardController,
  CaseController,
  CaseActsController,
  ContactActsController,
  AlertsController,
  ChecksController,
  PromiseController,
  PoliciesController,
];
