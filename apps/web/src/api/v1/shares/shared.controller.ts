import { Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ListSharedCare, NoteShareNotice, ReadShare, type Repeatable } from '#libs/casework';
import type { ShareId, StaffActor } from '#libs/domain';
import {
  PostgresUnitOfWork,
  sharedCodes,
  sharedLines,
  sharedList,
  type SharedCursor,
} from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { sharedRecordView } from './shared-record';
import { SharedRecordView } from './shared-record.view';
import {
  NoticeReadView,
  sharedLineView,
  SharedNoticesView,
  sharedNoticeView,
  SharedPageView,
} from './shared.view';

const LIST = 'shared';

/** What a provider's worker reads: what was shared with their service, while there is a ground for it. */
@ApiTags('shares')
@ApiBearerAuth('bearer')
@Controller('/api/v1/shared')
export class SharedController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly readShare: ReadShare,
    private readonly noteNotice: NoteShareNotice,
    private readonly listCare: ListSharedCare,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-shared')
  @Answers({
    id: 'listShared',
    summary: 'What was shared with your service',
    type: SharedPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<SharedPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<SharedCursor>(LIST, query.cursor);
    return this.unitOfWork.read(actor, async (manager) =>
      pageOf(await sharedLines(manager, { limit: limit + 1, after }), {
        limit,
        item: sharedLineView,
        cursor: ({ openedAt, shareId }) => this.cursors.write<SharedCursor>(LIST, { openedAt, shareId }),
      }),
    );
  }

  @ForAct('see-shared')
  @Answers({
    id: 'listSharedNotices',
    summary: 'What is new, and what was taken back',
    type: SharedNoticesView,
  })
  @Get('/notices')
  notices(@CurrentActor() actor: StaffActor): Promise<SharedNoticesView> {
    return this.unitOfWork.read(actor, async (manager) => {
      const { notices } = await sharedList(manager, actor.agencyId);
      return { items: notices.map(sharedNoticeView) };
    });
  }

  @ForAct('see-shared')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'noteSharedNotice',
    summary: 'Say that you have read that something was shared or taken back',
    type: NoticeReadView,
  })
  @Post('/notices/:id/read')
  async note(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<NoticeReadView> {
    done(await this.noteNotice.execute(actor, id, repeatable), {});
    return { id };
  }

  @ForAct('see-shared')
  @Answers({
    id: 'readShared',
    summary: 'One record as it was shared',
    description: 'Each thing that is shown is written to the access log before the answer leaves.',
    type: SharedRecordView,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<SharedRecordView> {
    const read = await this.readShare.execute(actor, id as ShareId);
    if (read.kind === 'not-found') throw notFound();
    const care = await this.listCare.execute(actor, read.share.caseId);
    return this.unitOfWork.read(actor, async (manager, now) =>
      sharedRecordView(read, await sharedCodes(manager, read.share.personId), { now, care }),
    );
  }
}
