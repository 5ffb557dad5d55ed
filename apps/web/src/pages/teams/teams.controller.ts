import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepTeam, type TeamChange } from '#libs/casework';
import type { StaffActor, TeamId } from '#libs/domain';
import type { TeamListRow } from '#libs/persistence';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { StaffReading } from '../staff/staff-reading';
import { readRevision } from '../stale-forms/read-revision';
import { REFUSALS, TEAMS } from './teams.copy';
import { readTeam, type TeamRaw } from './team.form';
import { teamPage, teamsPage } from './teams.page';

@Controller('/teams')
export class TeamsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: StaffReading,
    private readonly keepTeam: KeepTeam,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-staff')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { teams } = await this.reading.places(actor);
    return this.pages.show(reply, 'pages/teams/teams.njk', teamsPage(teams, takeNotice(request)));
  }

  @ForAct('keep-staff')
  @Get('/new')
  async openNew(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.draw({ reply, actor, team: null, raw: { name: '', agencyId: '', revision: '' } });
  }

  @ForAct('keep-staff')
  @Post('/new')
  async add(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.save({ request, reply, actor, team: null });
  }

  @ForAct('keep-staff')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const team = await this.teamOf(actor, id as TeamId);
    const raw = { name: team.name, agencyId: team.agencyId, revision: String(team.revision) };
    return this.draw({ reply, actor, team, raw });
  }

  @ForAct('keep-staff')
  @Post('/:id')
  async rename(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.save({ request, reply, actor, team: await this.teamOf(actor, id as TeamId) });
  }

  private async teamOf(actor: StaffActor, id: TeamId): Promise<TeamListRow> {
    const team = (await this.reading.places(actor)).teams.find(({ teamId }) => teamId === id);
    if (team === undefined) throw notFound();
    return team;
  }

  private async save({
    request,
    reply,
    actor,
    team,
  }: {
    request: FastifyRequest;
    reply: FastifyReply;
    actor: StaffActor;
    team: TeamListRow | null;
  }): Promise<FastifyReply> {
    const { agencies } = await this.reading.places(actor);
    const form = readTeam(request.body, team?.agencyId ?? null, agencies);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw({ reply, actor, team, raw, errors, idempotencyKey });
    if (form.kind === 'invalid') return again(form.errors);
    const { agencyId, name } = form.input;
    const change: TeamChange =
      team === null
        ? { kind: 'add', agencyId, name }
        : { kind: 'rename', teamId: team.teamId, revision: readRevision(raw.revision), name };
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.keepTeam.execute(actor, change, act));
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, TEAMS.saved);
        return this.pages.redirect(reply, '/teams');
      case 'refused':
        return again(refusalErrors(outcome, REFUSALS, 'name'));
      case 'stale':
        throw new Problem('conflict', { detail: TEAMS.stale });
      case 'not-found':
        throw notFound();
    }
  }

  private async draw(options: {
    reply: FastifyReply;
    actor: StaffActor;
    team: TeamListRow | null;
    raw: TeamRaw;
    errors?: readonly FieldError[];
    idempotencyKey?: string;
  }): Promise<FastifyReply> {
    const { reply, actor, team, raw, errors = [], idempotencyKey } = options;
    const { agencies } = await this.reading.places(actor);
    const page = teamPage({ team, agencies, raw, errors, idempotencyKey });
    return this.pages.show(reply, 'pages/teams/team.njk', page, errors.length === 0 ? 200 : 400);
  }
}
