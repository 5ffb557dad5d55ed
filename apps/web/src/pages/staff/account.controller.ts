import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeStaff, type ChangeStaffOutcome, type StaffChange } from '#libs/casework';
import type { StaffActor, UserId } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../sign-in/with-fresh-factor.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { StaffReading, type AccountRead } from './staff-reading';
import { ACCOUNT, CHANGE_REFUSALS, CLOSE, STAFF } from './staff.copy';
import { NO_TEAM, readRightsForm, type RightsRaw } from './staff.form';
import { accountPage, closePage } from './staff.page';

const TEMPLATE = 'pages/staff/account.njk';

@Controller('/staff/:id')
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: StaffReading,
    private readonly changeStaff: ChangeStaff,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-staff')
  @WithFreshFactor()
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.account(actor, id as UserId);
    const { role, teamId, revision } = read.row;
    const raw = { role, teamId: teamId ?? NO_TEAM, revision: String(revision) };
    return this.draw({ reply, actor, read, raw, notice: takeNotice(request) });
  }

  @ForAct('keep-staff')
  @WithFreshFactor()
  @Post()
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.account(actor, id as UserId);
    const form = readRightsForm(request.body, { kind: read.row.agencyKind });
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw({ reply, actor, read, raw, errors, idempotencyKey, notice: null });
    if (form.kind === 'invalid') return again(form.errors);
    const outcome = await this.act({
      actor,
      request,
      userId: id as UserId,
      form: { raw, idempotencyKey },
      change: { kind: 'rights', ...form.input },
    });
    if (outcome.kind === 'refused' && CHANGE_REFUSALS[outcome.reason].field !== undefined)
      return again(refusalErrors(outcome, CHANGE_REFUSALS, 'role'));
    settled(outcome);
    leaveNotice(request, ACCOUNT.changed);
    return this.pages.redirect(reply, `/staff/${id}`);
  }

  @ForAct('keep-staff')
  @Get('/close')
  async confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { row, profile } = await this.reading.account(actor, id as UserId);
    if (row.userId === actor.userId || row.state === 'disabled') throw notFound();
    const effects = await this.reading.effects(actor, row.userId);
    const page = closePage({ row, name: profile?.name ?? STAFF.unnamed, effects });
    return this.pages.show(reply, 'pages/staff/close.njk', page);
  }

  @ForAct('keep-staff')
  @Post('/close')
  @HttpCode(303)
  async close(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { shiftsFreed } = await this.press(actor, id as UserId, { request, change: { kind: 'disable' } });
    leaveNotice(request, CLOSE.done(shiftsFreed));
    return this.pages.redirect(reply, '/staff');
  }

  @ForAct('keep-staff')
  @WithFreshFactor()
  @Post('/open')
  @HttpCode(303)
  async reopen(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.press(actor, id as UserId, { request, change: { kind: 'enable' } });
    leaveNotice(request, ACCOUNT.reopened);
    return this.pages.redirect(reply, `/staff/${id}`);
  }

  private async press(
    actor: StaffActor,
    userId: UserId,
    { request, change }: { request: FastifyRequest; change: StaffChange },
  ): Promise<Extract<ChangeStaffOutcome, { kind: 'changed' }>> {
    const form = readFields(request.body, { single: ['revision'] });
    return settled(await this.act({ actor, request, userId, form, change }));
  }

  private async act({
    actor,
    request,
    userId,
    form,
    change,
  }: {
    actor: StaffActor;
    request: FastifyRequest;
    userId: UserId;
    form: { raw: { readonly revision: string }; idempotencyKey: string };
    change: StaffChange;
  }): Promise<ChangeStaffOutcome> {
    const { raw, idempotencyKey: key } = form;
    const asked = { userId, revision: readRevision(raw.revision), change };
    const act = this.serverKey.repeatable('form', { request, key, content: { ...raw } });
    return resultOfForm(await this.changeStaff.execute(actor, asked, act));
  }

  private draw(options: {
    reply: FastifyReply;
    actor: StaffActor;
    read: AccountRead;
    raw: RightsRaw;
    errors?: readonly FieldError[];
    idempotencyKey?: string;
    notice: ReturnType<typeof takeNotice>;
  }): Promise<FastifyReply> {
    const { reply, actor, read, raw, errors = [], idempotencyKey, notice } = options;
    const page = accountPage({
      ...read,
      own: read.row.userId === actor.userId,
      timezone: this.settings.area.timezone,
      raw,
      errors,
      idempotencyKey,
      notice,
    });
    return this.pages.show(reply, TEMPLATE, page, errors.length === 0 ? 200 : 400);
  }
}

/** Anything but a change that was made becomes the page that says why. */
function settled(outcome: ChangeStaffOutcome): Extract<ChangeStaffOutcome, { kind: 'changed' }> {
  switch (outcome.kind) {
    case 'changed':
      return outcome;
    case 'refused':
      return refuse(outcome, CHANGE_REFUSALS);
    case 'stale':
      throw new Problem('conflict', { detail: ACCOUNT.stale });
    case 'not-found':
      throw notFound();
  }
}
