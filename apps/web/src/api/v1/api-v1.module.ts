import { Module } from '@nestjs/common';
import { FiguresReader } from '../../pages/live-figures/figures-reader';
import { TaskGround } from '../../pages/support/task-ground';
import { BoardReader } from './board/board-reader';
import { CareReader } from './cases/care-reader';
import { CaseReader } from './cases/case-reader';
import { DESCRIBED_CONTROLLERS } from './controllers';
import { RequestDesk } from './data-protection/request-desk';
import { ServiceReader } from './directory/service-reader';
import { OpenApiController } from './openapi/openapi.controller';
import { Cursors } from './paging/cursors';
import { PlanActs } from './plan/plan-acts';
import { TrackActs } from './tracks/track-acts';
import { TrackLists } from './tracks/track-lists';
import { CardWriter } from './safe-contact/card-writer';
import { ReferralReader } from './referrals/referral-reader';
import { SupportReader } from './support/support-reader';

/** The JSON API: the same use cases and rules as the pages, for programs. */
@Module({
  controllers: [...DESCRIBED_CONTROLLERS, OpenApiController],
  providers: [
    Cursors,
    FiguresReader,
    ReferralReader,
    CareReader,
    CaseReader,
    BoardReader,
    RequestDesk,
    CardWriter,
    PlanActs,
    TrackActs,
    TrackLists,
    ServiceReader,
    SupportReader,
    TaskGround,
  ],
})
export class ApiV1Module {}
