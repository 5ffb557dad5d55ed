import { Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AcknowledgeUrgentPage, type Repeatable } from '#libs/casework';
import { isoOf, type StaffActor, type UrgentPageId } from '#libs/domain';
import { PostgresUnitOfWork, urgentPageBoard, type UrgentPageCursor } from '#libs/persistence';
import { IfMatch } from '../../../request-reading/entity-tag';
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
import { PAGE_REFUSALS } from './urgent-page.copy';
import { UrgentPageAnsweredView, UrgentPagesView, urgentPageView } from './urgent-page.view';

const LIST = 'urgent pages';

@ApiTags('urgent pages')
@ApiBearerAuth('bearer')
@Controller('/api/v1/urgent-pages')
export class UrgentPagesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly acknowledgePage: AcknowledgeUrgentPage,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-urgent-pages')
  @Answers({
    id: 'listUrgentPages',
    summary: 'Urgent pages that nobody has answered',
    type: UrgentPagesView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<UrgentPagesView> {
    const limit = limitOf(query);
    const after = this.cursors.read<UrgentPageCursor>(LIST, query.cursor);
    return this.unitOfWork.read(actor, async (manager, now) => {
      const rows = await urgentPageBoard(manager, { limit: limit + 1, after });
      const page = pageOf(rows, {
        limit,
        item: (row) => urgentPageView(row, actor),
        cursor: ({ raisedAt, pageId }) => this.cursors.write<UrgentPageCursor>(LIST, { raisedAt, pageId }),
      });
      return { asAt: isoOf(now), ...page };
    });
  }

  @ForAct('answer-urgent-page')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'acknowledgeUrgentPage',
    summary: 'Say "I have this"',
    description: 'Nobody is paged about it any more. It does not say that anybody was called.',
    type: UrgentPageAnsweredView,
    ifMatch: true,
  })
  @Post('/:id/acknowledge')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<UrgentPageAnsweredView> {
    const request = { pageId: id as UrgentPageId, revision };
    const { caseId, reference } = done(
      await this.acknowledgePage.execute(actor, request, repeatable),
      PAGE_REFUSALS,
    );
    return { id, caseId, reference };
  }
}
