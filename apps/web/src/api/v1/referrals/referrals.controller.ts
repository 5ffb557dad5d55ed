import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, referralStatuses, type ReferralCursor } from '#libs/persistence';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { ReferralReader } from './referral-reader';
import { ReferralPageView, ReferralView, referralView } from './referral.view';

const LIST = 'referrals';

@ApiTags('referrals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/referrals')
export class ReferralsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly referrals: ReferralReader,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-own-referrals')
  @Answers({
    id: 'listReferrals',
    summary: 'The referrals of your team, newest first',
    type: ReferralPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<ReferralPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<ReferralCursor>(LIST, query.cursor);
    const statuses = await this.unitOfWork.read(actor, (manager) =>
      referralStatuses(manager, { after, limit: limit + 1 }),
    );
    return pageOf(statuses, {
      limit,
      item: (status) => referralView(status, actor),
      cursor: ({ submittedAt, referralId }) => this.cursors.write(LIST, { submittedAt, referralId }),
    });
  }

  @ForAct('log-referral')
  @Answers({ id: 'readReferral', summary: 'One referral and what came back', type: ReferralView, etag: true })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralView> {
    const view = referralView(await this.referrals.read(actor, 'log-referral', id), actor);
    reply.header('etag', view.etag);
    return view;
  }
}
