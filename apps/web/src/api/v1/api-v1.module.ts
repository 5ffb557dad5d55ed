import { Module } from '@nestjs/common';
import { BoardReader } from './board/board-reader';
import { CaseReader } from './cases/case-reader';
import { DESCRIBED_CONTROLLERS } from './controllers';
import { RequestDesk } from './data-protection/request-desk';
import { OpenApiController } from './openapi/openapi.controller';
import { Cursors } from './paging/cursors';
import { CardWriter } from './safe-contact/card-writer';
import { ReferralReader } from './referrals/referral-reader';

/** The JSON API: the same use cases and rules as the pages, for programs. */
@Module({
  controllers: [...DESCRIBED_CONTROLLERS, OpenApiController],
  providers: [Cursors, ReferralReader, CaseReader, BoardReader, RequestDesk, CardWriter],
})
export class ApiV1Module {}
