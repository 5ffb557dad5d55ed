import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AnswerEquality, ReadEquality, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { EQUALITY_REFUSALS } from '../../../pages/equality/equality.copy';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AnswerEqualityBody } from './equality.dto';
import { CaseEqualityView, caseEqualityView, EqualityAnsweredView } from './equality.view';

const REFUSALS = {
  'no-such-answer': { ...EQUALITY_REFUSALS['no-such-answer'], field: 'answers' },
} as const;

/** The equality questions of one person: asked and read by responders alone, never by the police. */
@ApiTags('equality')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/equality')
export class EqualityApiController {
  constructor(
    private readonly readEquality: ReadEquality,
    private readonly answerEquality: AnswerEquality,
  ) {}

  @ForAct('see-equality')
  @Answers({
    id: 'readCaseEquality',
    summary: 'The equality answers of a person',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: CaseEqualityView,
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
  ): Promise<CaseEqualityView> {
    const found = await this.readEquality.execute(actor, id);
    if (found.kind === 'not-found') throw notFound();
    return caseEqualityView(id, found.entries, actor);
  }

  @ForAct('ask-equality')
  @ActAnswers({
    id: 'answerEquality',
    summary: 'Keep what the person answered, or why there is no answer',
    type: EqualityAnsweredView,
    status: 201,
  })
  @Post()
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { answers }: AnswerEqualityBody,
  ): Promise<EqualityAnsweredView> {
    const given = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
    done(await this.answerEquality.execute(actor, { caseId, answers: given }, repeatable), REFUSALS);
    return { caseId };
  }
}
