import { Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AcknowledgeUrgentPage, type Repeatable } from '#libs/casework';
import { isoOf, type StaffActor, type UrgentPageId } from '#libs/domain';
import { PostgresUnitOfWork, urgentPageBoard } from '#libs/persistence';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../access/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { PAGE_REFUSALS } from './urgent-page.copy';
import { UrgentPageAnsweredView, UrgentPagesView, urgentPageView } from './urgent-page.view';

/** Far more than ever wait at once; whoever has this many answers the oldest first. */
const MOST_SHOWN = 50;

@ApiTags('urgent pages')
@ApiBearerAuth('bearer')
@Controller('/api/v1/urgent-pages')
export class UrgentPagesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly acknowledgePage: AcknowledgeUrgentPage,
  ) {}

  @ForAct('see-urgent-pages')
  @Answers({ id: 'listUrgentPages', summary: 'Urgent pages that nobody has answered', type: UrgentPagesView })
  @Get()
  list(@CurrentActor() actor: StaffActor): Promise<UrgentPagesView> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const rows = await urgentPageBoard(manager, { limit: MOST_SHOWN });
      return { asAt: isoOf(now), items: rows.map((row) => urgentPageView(row, actor)) };
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
