import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OfferPlanLead } from '#libs/casework';
import type { AgencyId, CaseId, PlanContactId, PlanLeadId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { contactEvent, deskEvent } from './plan-acts';
import { PlanForms, type PlanPlace } from './plan-forms';
import { PlanReading } from './plan-reading';
import { planPage } from './plan.page';
import { LEAD_DONE, OFFER_REFUSALS, PLAN } from './plan.copy';

/** The plan of a case, for whoever handles it. */
@Controller('/cases/:id/plan')
export class PlanController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: PlanReading,
    private readonly forms: PlanForms,
    private readonly offerLead: OfferPlanLead,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-plan')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.ofCase(actor, 'see-plan', id);
    const page = planPage(parts, { notice: takeNotice(request), errors: [] });
    return this.pages.show(reply, 'pages/plan/plan.njk', page);
  }

  @ForAct('keep-plan')
  @Post('/lead')
  @HttpCode(303)
  async offer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['agencyId'] });
    const again = async (errors: readonly FieldError[]) => {
      const parts = await this.reading.ofCase(actor, 'keep-plan', id);
      const page = planPage(parts, { notice: null, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/plan/plan.njk', page, 400);
    };
    if (!isSafeId(raw.agencyId)) return again([{ field: 'agencyId', message: PLAN.offerMissing }]);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, agencyId: raw.agencyId as string as AgencyId };
    const outcome = resultOfForm(await this.offerLead.execute(actor, input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, OFFER_REFUSALS));
    leaveNotice(request, LEAD_DONE.offered);
    return this.pages.redirect(reply, `/cases/${id}/plan`);
  }

  @ForAct('keep-plan')
  @Post('/lead/:lead/:event')
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('lead', SafeIdPipe) leadId: PlanLeadId,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.place(actor, id);
    return this.forms.move(place, { leadId, event: deskEvent(event) }, { request, reply });
  }

  @ForAct('keep-plan')
  @Get('/contacts/new')
  async openContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { now, timezone, ...place } = await this.place(actor, id);
    const raw = { way: '', ...momentNow('at', { now, timezone }), atTime: '' };
    return this.forms.openContact(place, raw, reply);
  }

  @ForAct('keep-plan')
  @Post('/contacts/new')
  async addContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.forms.addContact(await this.place(actor, id), { request, reply });
  }

  @ForAct('keep-plan')
  @Post('/contacts/:contact/:event')
  async closeContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('contact', SafeIdPipe) contactId: PlanContactId,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.place(actor, id);
    return this.forms.closeContact(place, { contactId, event: contactEvent(event) }, { request, reply });
  }

  @ForAct('keep-plan')
  @Get('/told')
  async openTold(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { told, ...place } = await this.place(actor, id);
    const ticked = told.filter(({ agencyId }) => agencyId === actor.agencyId).map(({ topic }) => topic);
    return this.forms.openTold(place, ticked, reply);
  }

  @ForAct('keep-plan')
  @Post('/told')
  async saveTold(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.forms.saveTold(await this.place(actor, id), { request, reply });
  }

  private async place(actor: StaffActor, id: CaseId) {
    const { summary, plan, now, timezone } = await this.reading.ofCase(actor, 'keep-plan', id);
    const place: PlanPlace = {
      actor,
      door: { kind: 'case', caseId: id },
      base: `/cases/${id}/plan`,
      reference: summary.reference,
    };
    return { ...place, told: plan.told, now, timezone };
  }
}
