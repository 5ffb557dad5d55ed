import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeBreach, type ChangeBreachInput, type Repeatable } from '#libs/casework';
import type { BreachId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { BREACH_REFUSALS } from '../../../pages/data-protection/breach.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AssessBreachBody } from './breach.dto';
import { BreachView, breachView } from './breach.view';

@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/breaches/:id')
export class BreachActsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly changeBreach: ChangeBreach,
  ) {}

  @ForAct('keep-breaches')
  @ActAnswers({ id: 'assessBreach', summary: 'Judge the risk to people', type: BreachView, ifMatch: true })
  @Post('/assessment')
  assess(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { risk, peopleAffected }: AssessBreachBody,
  ): Promise<BreachView> {
    return this.change(actor, { id, revision, change: { kind: 'assess', risk, peopleAffected } }, repeatable);
  }

  @ForAct('keep-breaches')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'noteRegulatorTold',
    summary: 'Record that the regulator was told',
    type: BreachView,
    ifMatch: true,
  })
  @Post('/regulator-told')
  regulatorTold(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<BreachView> {
    return this.change(actor, { id, revision, change: { kind: 'report' } }, repeatable);
  }

  @ForAct('keep-breaches')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'notePeopleTold',
    summary: 'Record that the people it is about were told',
    type: BreachView,
    ifMatch: true,
  })
  @Post('/people-told')
  peopleTold(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<BreachView> {
    return this.change(actor, { id, revision, change: { kind: 'tell-people' } }, repeatable);
  }

  @ForAct('keep-breaches')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'closeBreach',
    summary: 'Close a breach of which everything is done',
    type: BreachView,
    ifMatch: true,
  })
  @Post('/closing')
  close(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<BreachView> {
    return this.change(actor, { id, revision, change: { kind: 'close' } }, repeatable);
  }

  private async change(
    actor: StaffActor,
    { id, revision, change }: { id: string } & Pick<ChangeBreachInput, 'revision' | 'change'>,
    repeatable: Repeatable,
  ): Promise<BreachView> {
    const breachId = id as BreachId;
    done(await this.changeBreach.execute(actor, { breachId, revision, change }, repeatable), BREACH_REFUSALS);
    return this.unitOfWork.run(actor, async (tx) => {
      const breach = await tx.breaches.find(breachId);
      if (breach === null) throw notFound();
      return breachView(breach, tx.now);
    });
  }
}
