import { Body, Controller, Get, Inject, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeStaff, InviteStaff, type Repeatable, type StaffChange } from '#libs/casework';
import type { AgencyId, StaffActor, TeamId, UserId } from '#libs/domain';
import { plainAddress } from '#libs/notifications';
import { PostgresUnitOfWork, staffList } from '#libs/persistence';
import { invalidInput } from '../../../errors/problem';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../../sign-in/with-fresh-factor.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { FRESH_SIGN_IN, CHANGE_REFUSALS, INVITE_REFUSALS } from './staff.copy';
import { InviteStaffBody, RightsBody } from './staff.dto';
import { StaffChangedView, StaffInvitedView, StaffPageView, staffView } from './staff.view';

const LIST = 'staff';

@ApiTags('staff')
@ApiBearerAuth('bearer')
@Controller('/api/v1/staff')
export class StaffController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly inviteStaff: InviteStaff,
    private readonly changeStaff: ChangeStaff,
    private readonly cursors: Cursors,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-staff')
  @Answers({
    id: 'listStaff',
    summary: 'The accounts that you keep, without names',
    type: StaffPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<StaffPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<{ userId: UserId }>(LIST, query.cursor)?.userId ?? null;
    return this.unitOfWork.read(actor, async (manager) =>
      pageOf(await staffList(manager, { limit: limit + 1, after }), {
        limit,
        item: (row) => staffView(row, actor),
        cursor: ({ userId }) => this.cursors.write(LIST, { userId }),
      }),
    );
  }

  @ForAct('keep-staff')
  @ActAnswers({
    id: 'inviteStaff',
    summary: 'Open an account for one person',
    description: `Their first sign-in makes it real; it closes by itself when nobody uses it. ${FRESH_SIGN_IN}`,
    type: StaffInvitedView,
    status: 201,
  })
  @WithFreshFactor()
  @Post()
  async invite(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { agencyId, teamId, role, name, email, subject }: InviteStaffBody,
  ): Promise<StaffInvitedView> {
    const address = plainAddress(email);
    if (address === null)
      throw invalidInput([{ field: 'email', message: 'email must be one e-mail address' }]);
    const input = {
      agencyId: agencyId as AgencyId,
      teamId: teamId as TeamId | null,
      role,
      name: textOf(name),
      email: address,
      subject,
      identityProvider: this.settings.oidc.provider,
    };
    const { userId } = done(await this.inviteStaff.execute(actor, input, repeatable), INVITE_REFUSALS);
    return { id: userId };
  }

  @ForAct('keep-staff')
  @ActAnswers({
    id: 'changeRights',
    summary: 'Give an account another role or team',
    description: FRESH_SIGN_IN,
    type: StaffChangedView,
    ifMatch: true,
  })
  @WithFreshFactor()
  @Post('/:id/rights')
  rights(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { role, teamId }: RightsBody,
  ): Promise<StaffChangedView> {
    const change = { kind: 'rights', role, teamId: teamId as TeamId | null } as const;
    return this.change(actor, { id, revision, change }, repeatable);
  }

  @ForAct('keep-staff')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'disableStaff',
    summary: 'Close an account',
    description:
      'It is refused at its next request; its shifts are free and its open cases go back to the team.',
    type: StaffChangedView,
    ifMatch: true,
  })
  @Post('/:id/disable')
  disable(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<StaffChangedView> {
    return this.change(actor, { id, revision, change: { kind: 'disable' } }, repeatable);
  }

  @ForAct('keep-staff')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'enableStaff',
    summary: 'Open a closed account again',
    description: FRESH_SIGN_IN,
    type: StaffChangedView,
    ifMatch: true,
  })
  @WithFreshFactor()
  @Post('/:id/enable')
  enable(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<StaffChangedView> {
    return this.change(actor, { id, revision, change: { kind: 'enable' } }, repeatable);
  }

  private async change(
    actor: StaffActor,
    { id, revision, change }: { id: string; revision: number; change: StaffChange },
    repeatable: Repeatable,
  ): Promise<StaffChangedView> {
    const request = { userId: id as UserId, revision, change };
    const { shiftsFreed } = done(await this.changeStaff.execute(actor, request, repeatable), CHANGE_REFUSALS);
    return { id, shiftsFreed };
  }
}
