import { Body, Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AssignCases, ChangeLeave, PlanLeave, type LeaveChange, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type LeaveId, type StaffActor, type UserId } from '#libs/domain';
import { countUncovered, liveLeave, PostgresUnitOfWork } from '#libs/persistence';
import { IfMatch, readIfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ASSIGN_REFUSALS } from '../handovers/handover.copy';
import { AssignCasesBody } from '../handovers/handover.dto';
import { CasesOfferedView } from '../handovers/handover.view';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CHANGE_LEAVE_REFUSALS, PLAN_LEAVE_REFUSALS } from './leave.copy';
import { LeaveBody } from './leave.dto';
import { LeaveChangedView, leaveListView, LeaveListView, LeavePlannedView } from './leave.view';

@ApiTags('leave')
@ApiBearerAuth('bearer')
@Controller('/api/v1/leave')
export class LeaveApiController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly planLeave: PlanLeave,
    private readonly changeLeave: ChangeLeave,
    private readonly assignCases: AssignCases,
  ) {}

  @ForAct('see-leave')
  @Answers({ id: 'listLeave', summary: 'Who is away when, and what has no cover', type: LeaveListView })
  @Get()
  list(@CurrentActor() actor: StaffActor): Promise<LeaveListView> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const read = { leaves: await liveLeave(manager), uncovered: await countUncovered(manager) };
      return leaveListView(read, { actor, now });
    });
  }

  @ForAct('keep-own-leave')
  @ActAnswers({
    id: 'planLeave',
    summary: 'Plan leave',
    description: 'Nothing moves: offer the cases to colleagues.',
    type: LeavePlannedView,
    status: 201,
  })
  @Post()
  async plan(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { userId, fromAt, toAt }: LeaveBody,
  ): Promise<LeavePlannedView> {
    const input = { userId: userId as UserId, fromAt: instant(fromAt), toAt: instant(toAt) };
    const { leaveId } = done(await this.planLeave.execute(actor, input, repeatable), PLAN_LEAVE_REFUSALS);
    return { leaveId };
  }

  @ForAct('keep-own-leave')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'cancelLeave',
    summary: 'Cancel leave that has not begun',
    type: LeaveChangedView,
    ifMatch: true,
  })
  @Post('/:id/cancel')
  cancel(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<LeaveChangedView> {
    return this.change(actor, { leaveId: id as LeaveId, revision, change: 'cancel' }, repeatable);
  }

  @ForAct('keep-own-leave')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'comeBackFromLeave',
    summary: 'End leave now; cases that colleagues took on for it are offered back',
    type: LeaveChangedView,
    ifMatch: true,
  })
  @Post('/:id/come-back')
  comeBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<LeaveChangedView> {
    return this.change(actor, { leaveId: id as LeaveId, revision, change: 'come-back' }, repeatable);
  }

  @ForAct('hand-over-cases')
  @ActAnswers({
    id: 'offerCover',
    summary: 'Offer cases to a colleague while their owner is away',
    description: 'Each case is decided on its own, and comes back when the leave is over.',
    type: CasesOfferedView,
    status: 201,
  })
  @Post('/:id/cover')
  async cover(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { toUserId, cases }: AssignCasesBody,
  ): Promise<CasesOfferedView> {
    const input = {
      toUserId: toUserId as UserId,
      leaveId: id as LeaveId,
      cases: cases.map(({ caseId, etag }) => ({ caseId: caseId as CaseId, revision: readIfMatch(etag) })),
    };
    const { rows } = done(await this.assignCases.execute(actor, input, repeatable), ASSIGN_REFUSALS);
    return { rows };
  }

  private async change(
    actor: StaffActor,
    change: LeaveChange,
    repeatable: Repeatable,
  ): Promise<LeaveChangedView> {
    const changed = done(await this.changeLeave.execute(actor, change, repeatable), CHANGE_LEAVE_REFUSALS);
    return { offeredBack: changed.offeredBack };
  }
}
