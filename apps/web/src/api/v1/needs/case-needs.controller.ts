import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RaiseRisk, ReadSupportWords, RecordNeeds, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { needsOfCase } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CareReader } from '../cases/care-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { NEEDS_REFUSALS } from './needs.copy';
import { RaiseRiskBody, RecordNeedsBody } from './needs.dto';
import { CaseNeedsView, caseNeedsView, NeedsRecordedView, RiskRaisedView } from './needs.view';

/** What somebody needs, area by area, and the risks that somebody saw. */
@ApiTags('needs and risks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class CaseNeedsController {
  constructor(
    private readonly care: CareReader,
    private readonly readWords: ReadSupportWords,
    private readonly recordNeeds: RecordNeeds,
    private readonly raiseRisk: RaiseRisk,
  ) {}

  @ForAct('see-needs', 'keep-shared-care')
  @Answers({
    id: 'readCaseNeeds',
    summary: 'What a case says of needs and risks',
    description: 'Each reading of sealed words is written to the access log before the answer leaves.',
    type: CaseNeedsView,
  })
  @Get('/needs')
  async read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: CaseId): Promise<CaseNeedsView> {
    const found = await this.care.with(actor, { id, act: 'see-needs' }, async (manager, one) => ({
      ...one,
      needs: await needsOfCase(manager, one.caseId),
    }));
    const recordIds = found.needs.risks.map((risk) => risk.id);
    const words = await this.readWords.execute(actor, { caseId: id, recordIds, act: 'see-needs' });
    if (words.kind === 'not-found') throw notFound();
    return caseNeedsView(found, words, actor);
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @ActAnswers({
    id: 'recordNeeds',
    summary: 'Record a going through of the areas of need',
    type: NeedsRecordedView,
    status: 201,
  })
  @Post('/needs')
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { answers, happenedAt }: RecordNeedsBody,
  ): Promise<NeedsRecordedView> {
    const given = Object.fromEntries(answers.map(({ area, answer }) => [area, answer]));
    const input = { caseId, answers: given, happenedAt: instant(happenedAt) };
    done(await this.recordNeeds.execute(actor, input, repeatable), NEEDS_REFUSALS.record);
    return { caseId };
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @ActAnswers({
    id: 'raiseRisk',
    summary: 'Record a risk',
    description:
      'Suicide or self-harm, danger now, a child at risk and medical need page whoever is on call at once, and open a task due within minutes.',
    type: RiskRaisedView,
    status: 201,
  })
  @Post('/risks')
  async raise(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { risk, words, reviewOn }: RaiseRiskBody,
  ): Promise<RiskRaisedView> {
    const input = { caseId, risk, words: maybeTextOf(words), reviewOn };
    const { riskId } = done(await this.raiseRisk.execute(actor, input, repeatable), NEEDS_REFUSALS.raise);
    return { caseId, riskId };
  }
}
