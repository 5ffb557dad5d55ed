import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CloseCase, CorrectDeath, ReadEnding, RecordDeath, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CORRECT_REFUSALS, DEATH_REFUSALS, END_REFUSALS } from './ending.copy';
import { CloseCaseBody, CorrectDeathBody, RecordDeathBody } from './ending.dto';
import {
  CaseEndedView,
  caseEndingView,
  CaseEndingView,
  DeathCorrectedView,
  DeathRecordedView,
} from './ending.view';

/** How a case ends, and a death, which ends everything. */
@ApiTags('endings')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class EndingsApiController {
  constructor(
    private readonly readEnding: ReadEnding,
    private readonly closeCase: CloseCase,
    private readonly recordDeath: RecordDeath,
    private readonly correctDeath: CorrectDeath,
  ) {}

  @ForAct('see-ending')
  @Answers({
    id: 'readCaseEnding',
    summary: 'How a case ended, or what stands in the way of its ending; and the episode before it',
    type: CaseEndingView,
  })
  @Get('/ending')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
  ): Promise<CaseEndingView> {
    const read = await this.readEnding.execute(actor, { caseId: id });
    if (read.kind === 'not-found') throw notFound();
    return caseEndingView(actor, read);
  }

  @ForAct('end-case')
  @ActAnswers({
    id: 'endCase',
    summary: 'End an episode of support, with what the person wants afterwards',
    description:
      'Support that a service has begun goes on. A clock of first contact with time left is never cancelled.',
    type: CaseEndedView,
    ifMatch: true,
  })
  @Post('/ending')
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @IfMatch() revision: number,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { checkInOn, saidHow, seen, ...body }: CloseCaseBody,
  ): Promise<CaseEndedView> {
    const input = {
      ...body,
      caseId: id,
      revision,
      checkInOn: checkInOn ?? null,
      saidHow: saidHow ?? null,
      seen: seen ?? false,
    };
    const { caseId } = done(await this.closeCase.execute(actor, input, repeatable), END_REFUSALS);
    return { caseId };
  }

  @ForAct('record-death')
  @ActAnswers({
    id: 'recordDeath',
    summary: 'Record that the person has died: everything stops at once',
    description: 'From its commit only duty leads and the data-protection officer can open the record.',
    type: DeathRecordedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/death')
  async die(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @IfMatch() revision: number,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { toldBy, diedOn, family }: RecordDeathBody,
  ): Promise<DeathRecordedView> {
    const input = { caseId: id, revision, toldBy, diedOn: diedOn ?? null, family };
    const { deathId } = done(await this.recordDeath.execute(actor, input, repeatable), DEATH_REFUSALS);
    return { deathId };
  }

  @ForAct('correct-death')
  @ActAnswers({
    id: 'correctDeath',
    summary: 'Take back a death that was recorded by mistake: the case goes on with the clocks it always had',
    type: DeathCorrectedView,
  })
  @Post('/death/correction')
  async correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { because }: CorrectDeathBody,
  ): Promise<DeathCorrectedView> {
    const corrected = await this.correctDeath.execute(actor, { caseId: id, because }, repeatable);
    return { reopened: [...done(corrected, CORRECT_REFUSALS).reopened] };
  }
}
