import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RecordFeedback, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { feedbackOfCase } from '#libs/persistence';
import { FEEDBACK_REFUSALS } from '../../../pages/feedback/feedback.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CareReader } from '../cases/care-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { RecordFeedbackBody } from './feedback.dto';
import { CaseFeedbackView, caseFeedbackView, FeedbackRecordedView } from './feedback.view';

const REFUSALS = inBody(FEEDBACK_REFUSALS, {
  happenedDay: 'happenedAt',
  informed: 'informed',
  consent: 'consent',
});

/** What the person of a case says of services, at points of the journey. */
@ApiTags('feedback')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/feedback')
export class FeedbackApiController {
  constructor(
    private readonly care: CareReader,
    private readonly recordFeedback: RecordFeedback,
  ) {}

  @ForAct('see-feedback', 'keep-shared-care')
  @Answers({ id: 'readCaseFeedback', summary: 'What the person says of services', type: CaseFeedbackView })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
  ): Promise<CaseFeedbackView> {
    return this.care.with(actor, { id, act: 'see-feedback' }, async (manager, found) =>
      caseFeedbackView(found, await feedbackOfCase(manager, found.caseId), actor),
    );
  }

  @ForAct('record-feedback', 'keep-shared-care')
  @ActAnswers({
    id: 'recordFeedback',
    summary: 'Record what the person says of services',
    type: FeedbackRecordedView,
    status: 201,
  })
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: RecordFeedbackBody,
  ): Promise<FeedbackRecordedView> {
    const { consent, point, about, informed, updated, supported, happenedAt } = body;
    const answers = { informed, updated, supported };
    const input = { caseId, consent, point, about, answers, happenedAt: instant(happenedAt) };
    done(await this.recordFeedback.execute(actor, input, repeatable), REFUSALS);
    return { caseId };
  }
}
