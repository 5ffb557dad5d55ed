import { Module } from '@nestjs/common';
import { BoardReader } from './board/board-reader';
import { CaseReader } from './cases/case-reader';
import { DESCRIBED_CONTROLLERS } from './controllers';
import { OpenApiController } from './openapi/openapi.controller';
import { Cursors } from './paging/cursors';
import { ReferralReader } from './referrals/referral-reader';

/** The JSON API: the same use cases and rules as the pages, for programs. */
@Module({
  controllers: [...DESCRIBED_CONTROLLERS, OpenApiController],
  providers: [Cursors, ReferralReader, CaseReader, BoardReader],
})
export class ApiV1Module {}
