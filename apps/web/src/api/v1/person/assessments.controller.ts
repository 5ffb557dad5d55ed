import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Assess, OpenAssessment, type AssessInput, type Repeatable } from '#libs/casework';
import type { CaseId, CompetenceRecordId, StaffActor } from '#libs/domain';
import { invalidInput, notFound } from '../../../errors/problem';
import { ASSESS_REFUSALS } from '../../../pages/person/assess.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { maybeTextOf, textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { CLOSED, UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AssessBody } from './assessment.dto';
import { AssessedView, OpenedAssessmentView, openedAssessmentView } from './assessment.view';

const NAMES = { finding: 'finding', assessedDay: 'assessedOn', reviewDay: 'reviewOn' };
const REFUSALS = { ...inBody(ASSESS_REFUSALS, NAMES), 'case-closed': CLOSED, unreadable: UNREADABLE };

/** How decisions of the person were judged, one by one. The latest of each stands in the person of the case. */
@ApiTags('safeguarding')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/person/assessments')
export class AssessmentsController {
  constructor(
    private readonly assess: Assess,
    private readonly openAssessment: OpenAssessment,
  ) {}

  @ForAct('assess-competence')
  @ActAnswers({
    id: 'assessCompetence',
    summary: 'Record how one decision of the person was judged',
    description: 'It is never changed: the latest about a decision counts.',
    type: AssessedView,
    status: 201,
  })
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: AssessBody,
  ): Promise<AssessedView> {
    const input = { caseId: id as CaseId, ...assessmentIn(body) };
    const { recordId } = done(await this.assess.execute(actor, input, repeatable), REFUSALS);
    return { assessmentId: recordId };
  }

  @ForAct('see-person')
  @Answers({
    id: 'readAssessment',
    summary: 'One assessment with its reasons',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedAssessmentView,
  })
  @Get('/:assessmentId')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('assessmentId', SafeIdPipe) assessmentId: string,
  ): Promise<OpenedAssessmentView> {
    const asked = { caseId: id as CaseId, recordId: assessmentId as CompetenceRecordId };
    const opened = await this.openAssessment.execute(actor, asked);
    if (opened.kind === 'not-found') throw notFound();
    return openedAssessmentView(opened);
  }
}

function assessmentIn(body: AssessBody): Omit<AssessInput, 'caseId'> {
  const { decision, finding, assessor, assessorName, assessedOn, reviewOn = null, reasons } = body;
  if (assessor === 'recorder' && assessorName !== undefined)
    throw invalidInput([{ field: 'assessorName', message: 'assessorName is for another professional' }]);
  const who = { assessor, assessorName: maybeTextOf(assessorName) };
  return { decision, finding, ...who, assessedOn, reviewOn, reasons: textOf(reasons) };
}
