import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssignCases } from '#libs/casework';
import type { LeaveId, StaffActor, UserId } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { decidedTitle, decisionLines, REFUSED } from '../board/assign.copy';
import { GivingReading } from '../board/giving-reading';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { LeaveReading } from './leave-reading';
import { readReassign, type ReassignForm } from './reassign.form';
import { confirmPage, pickPage, whosePage } from './reassign.page';
import { REASSIGN } from './leave.copy';

/** Hands on many cases of one colleague, for good or while they are away. A page lists names and effects first. */
@Controller('/handovers/reassign')
export class ReassignController {
  constructor(
    private readonly pages: Pages,
    private readonly giving: GivingReading,
    private readonly leaves: LeaveReading,
    private readonly assignCases: AssignCases,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('hand-over-cases')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Query('of') of: unknown,
    @Query('leave') leave: unknown,
    @Query('asked') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (of === undefined) {
      requireAct(actor, 'keep-leave');
      const { people, nameOf } = await this.leaves.people(actor);
      const page = whosePage({ people, nameOf, reader: actor.userId, missing: asked !== undefined });
      return this.pages.show(reply, 'pages/leave/whose.njk', page, asked === undefined ? 200 : 400);
    }
    if (!isSafeId(of) || !(leave === undefined || isSafeId(leave))) throw notFound();
    const raw = { of, leave: leave ?? '', to: '', cases: [], step: '' };
    return this.pick(actor, { raw, idempotencyKey: '', ticked: [], to: null }, reply);
  }

  /** Nothing is changed yet: which cases, to whom, and what follows from it. */
  @ForAct('hand-over-cases')
  @Post('/check')
  @HttpCode(200)
  check(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readReassign(body);
    const errors = faultsOf(form);
    if (errors.length > 0 || form.raw.step === 'change') return this.pick(actor, form, reply, errors);
    return this.confirm(actor, form, reply);
  }

  @ForAct('hand-over-cases')
  @Post()
  @HttpCode(303)
  async offer(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readReassign(body);
    const { raw, ticked, to, idempotencyKey } = form;
    const errors = faultsOf(form);
    if (errors.length > 0 || to === null) return this.pick(actor, form, reply, errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const cover = raw.leave === '' ? {} : { leaveId: raw.leave as LeaveId };
    const input = { cases: ticked, toUserId: to, ...cover };
    const outcome = resultOfForm(await this.assignCases.execute(actor, input, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, { title: decidedTitle(outcome.rows), lines: decisionLines(outcome.rows) });
        return this.pages.redirect(reply, raw.leave === '' ? '/handovers' : `/leave/${raw.leave}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return this.pick(actor, form, reply, [{ field: 'to', message: REFUSED[outcome.reason] }]);
    }
  }

  private async pick(
    actor: StaffActor,
    form: ReassignForm,
    reply: FastifyReply,
    errors: readonly FieldError[] = [],
  ): Promise<FastifyReply> {
    const page = pickPage({ ...(await this.parts(actor, form)), form, actor, errors });
    return this.pages.show(reply, 'pages/leave/pick.njk', page, errors.length > 0 ? 400 : 200);
  }

  private async confirm(actor: StaffActor, form: ReassignForm, reply: FastifyReply): Promise<FastifyReply> {
    const page = confirmPage({ ...(await this.parts(actor, form)), form, actor });
    return this.pages.show(reply, 'pages/leave/confirm.njk', page);
  }

  /** A responder hands on what is theirs; a duty lead any colleague's. Leave is looked at by its own rule. */
  private async parts(actor: StaffActor, { raw }: ReassignForm) {
    const of = raw.of as UserId;
    if (of !== actor.userId && actor.role !== 'duty-lead') throw notFound();
    const leave = raw.leave === '' ? null : (await this.leaves.one(actor, raw.leave as LeaveId)).leave;
    if (leave !== null && leave.userId !== of) throw notFound();
    const given = await this.giving.read(actor, { ownerUserId: of });
    const nameOf = await this.leaves.nameOf(actor, [of, ...given.receivers, ...given.cases.map(offeredTo)]);
    return { ...given, nameOf, of, leave };
  }
}

function offeredTo({ offered }: { readonly offered: { readonly to: UserId | null } | null }): UserId | null {
  return offered?.to ?? null;
}

function faultsOf({ ticked, to }: ReassignForm): readonly FieldError[] {
  return [
    ...(ticked.length === 0 ? [{ field: 'cases', message: REASSIGN.noneTicked }] : []),
    ...(to === null ? [{ field: 'to', message: REASSIGN.toMissing }] : []),
  ];
}
