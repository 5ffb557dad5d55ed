import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InviteStaff } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../sign-in/with-fresh-factor.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { StaffReading } from './staff-reading';
import { INVITE, INVITE_REFUSALS } from './staff.copy';
import { NO_TEAM, readAgency, readInvite } from './staff.form';
import { agencyChoicePage, invitePage, staffPage } from './staff.page';

const BLANK = { name: '', email: '', subject: '', role: '', teamId: '' };

@Controller('/staff')
export class StaffController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: StaffReading,
    private readonly inviteStaff: InviteStaff,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-staff')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { rows, ...read } = await this.reading.list(actor);
    const { timezone } = this.settings.area;
    const page = staffPage(rows, { ...read, timezone, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/staff/staff.njk', page);
  }

  /** An organisation is chosen first, because it decides which roles and teams there are. */
  @ForAct('keep-staff')
  @WithFreshFactor()
  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Query('agency') given: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { agencies, teams } = await this.reading.places(actor);
    const agency = readAgency(given, agencies);
    if (agency === undefined) {
      const errors = given === undefined ? [] : [{ field: 'agency', message: INVITE.agencyMissing }];
      const page = agencyChoicePage(agencies, errors);
      return this.pages.show(reply, 'pages/staff/agency.njk', page, given === undefined ? 200 : 400);
    }
    const raw = { ...BLANK, agencyId: agency.agencyId, teamId: teams.length === 0 ? NO_TEAM : '' };
    return this.pages.show(reply, 'pages/staff/invite.njk', invitePage({ agency, teams, raw, errors: [] }));
  }

  @ForAct('keep-staff')
  @WithFreshFactor()
  @Post('/new')
  async invite(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { agencies, teams } = await this.reading.places(actor);
    const form = readInvite(request.body, agencies);
    const { raw, idempotencyKey, agency } = form;
    if (agency === undefined) throw notFound();
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(
        reply,
        'pages/staff/invite.njk',
        invitePage({ agency, teams, raw, errors, idempotencyKey }),
        400,
      );
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { ...form.input, identityProvider: this.settings.oidc.provider };
    const outcome = resultOfForm(await this.inviteStaff.execute(actor, input, act));
    switch (outcome.kind) {
      case 'invited':
        leaveNotice(request, INVITE.saved);
        return this.pages.redirect(reply, '/staff');
      case 'refused':
        return again(refusalErrors(outcome, INVITE_REFUSALS, 'role'));
      case 'not-found':
        throw notFound();
    }
  }
}
