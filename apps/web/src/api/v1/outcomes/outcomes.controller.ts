import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CorrectOutcome, RecordOutcomes, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type OutcomeId, type StaffActor } from '#libs/domain';
import { outcomesOfCase } from '#libs/persistence';
import { CORRECT_REFUSALS, OUTCOME_REFUSALS } from '../../../pages/outcomes/outcomes.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CareReader } from '../cases/care-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { OutcomeAnswerBody, RecordOutcomesBody } from './outcomes.dto';
import { CaseOutcomesView, caseOutcomesView, OutcomesRecordedView } from './outcomes.view';

const GIVEN = {
  'score-missing': { sentence: OUTCOME_REFUSALS['score-missing'].sentence, field: 'given' },
  'score-off-the-scale': { sentence: OUTCOME_REFUSALS['score-off-the-scale'].sentence, field: 'given' },
  'score-not-wanted': { sentence: OUTCOME_REFUSALS['score-not-wanted'].sentence, field: 'given' },
  'measure-twice': { sentence: OUTCOME_REFUSALS['measure-twice'].sentence, field: 'given' },
} as const;
const RECORD = { ...inBody(OUTCOME_REFUSALS, { happenedDay: 'happenedAt' }), ...GIVEN };
const CORRECT = {
  ...inBody(CORRECT_REFUSALS, {}),
  'score-missing': { ...GIVEN['score-missing'], field: 'score' },
  'score-off-the-scale': { ...GIVEN['score-off-the-scale'], field: 'score' },
  'score-not-wanted': { ...GIVEN['score-not-wanted'], field: 'score' },
};

/** The three measures of how support helps, as the person sees it. */
@ApiTags('outcomes')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class OutcomesApiController {
  constructor(
    private readonly care: CareReader,
    private readonly recordOutcomes: RecordOutcomes,
    private readonly correctOutcome: CorrectOutcome,
  ) {}

  @ForAct('see-outcomes', 'keep-shared-care')
  @Answers({
    id: 'readCaseOutcomes',
    summary: 'How it goes for the person, over time',
    type: CaseOutcomesView,
  })
  @Get('/cases/:id/outcomes')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
  ): Promise<CaseOutcomesView> {
    return this.care.with(actor, { id, act: 'see-outcomes' }, async (manager, found) =>
      caseOutcomesView(found, await outcomesOfCase(manager, found.caseId), actor),
    );
  }

  @ForAct('record-outcomes', 'keep-shared-care')
  @ActAnswers({
    id: 'recordOutcomes',
    summary: 'Record what the person said of the measures',
    type: OutcomesRecordedView,
    status: 201,
  })
  @Post('/cases/:id/outcomes')
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { given, happenedAt }: RecordOutcomesBody,
  ): Promise<OutcomesRecordedView> {
    const answers = given.map(({ measure, answer, score }) => ({
      measure,
      answer,
      score: score ?? null,
    }));
    const input = { caseId, given: answers, happenedAt: instant(happenedAt) };
    done(await this.recordOutcomes.execute(actor, input, repeatable), RECORD);
    return { caseId };
  }

  @ForAct('record-outcomes', 'keep-shared-care')
  @ActAnswers({
    id: 'correctOutcome',
    summary: 'Correct an answer: another stands in its place, and both stay',
    type: OutcomesRecordedView,
    status: 201,
  })
  @Post('/outcomes/:id/correct')
  async correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) scoreId: OutcomeId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { answer, score }: OutcomeAnswerBody,
  ): Promise<OutcomesRecordedView> {
    const input = { scoreId, answer, score: score ?? null };
    const { caseId } = done(await this.correctOutcome.execute(actor, input, repeatable), CORRECT);
    return { caseId };
  }
}
