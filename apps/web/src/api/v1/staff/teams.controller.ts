import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { KeepTeam, type Repeatable } from '#libs/casework';
import type { AgencyId, StaffActor, TeamId } from '#libs/domain';
import { PostgresUnitOfWork, teamList } from '#libs/persistence';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { TEAM_REFUSALS } from './staff.copy';
import { AddTeamBody, TeamNameBody } from './staff.dto';
import { TeamKeptView, TeamsView, teamView } from './staff.view';

const LIST = 'teams';

@ApiTags('staff')
@ApiBearerAuth('bearer')
@Controller('/api/v1/teams')
export class TeamsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly keepTeam: KeepTeam,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('keep-staff')
  @Answers({
    id: 'listTeams',
    summary: 'The teams whose people you keep',
    type: TeamsView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<TeamsView> {
    const limit = limitOf(query);
    const after = this.cursors.read<{ teamId: TeamId }>(LIST, query.cursor)?.teamId ?? null;
    return this.unitOfWork.read(actor, async (manager) =>
      pageOf(await teamList(manager, { limit: limit + 1, after }), {
        limit,
        item: (row) => teamView(row, actor),
        cursor: ({ teamId }) => this.cursors.write(LIST, { teamId }),
      }),
    );
  }

  @ForAct('keep-staff')
  @ActAnswers({ id: 'addTeam', summary: 'Add a team to an organisation', type: TeamKeptView, status: 201 })
  @Post()
  async add(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { agencyId, name }: AddTeamBody,
  ): Promise<TeamKeptView> {
    const change = { kind: 'add', agencyId: agencyId as AgencyId, name: textOf(name) } as const;
    const { teamId } = done(await this.keepTeam.execute(actor, change, repeatable), TEAM_REFUSALS);
    return { id: teamId };
  }

  @ForAct('keep-staff')
  @ActAnswers({ id: 'renameTeam', summary: 'Give a team another name', type: TeamKeptView, ifMatch: true })
  @Post('/:id/name')
  async rename(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { name }: TeamNameBody,
  ): Promise<TeamKeptView> {
    const change = { kind: 'rename', teamId: id as TeamId, revision, name: textOf(name) } as const;
    const { teamId } = done(await this.keepTeam.execute(actor, change, repeatable), TEAM_REFUSALS);
    return { id: teamId };
  }
}
