import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadSharedPlan } from '#libs/casework';
import type { PlanContactId, PlanLeadId, ShareId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { contactEvent, serviceEvent } from './plan-acts';
import { PlanForms, type PlanPlace } from './plan-forms';
import { PlanReading } from './plan-reading';
import { sharedPlanPage } from './shared-plan.page';

/** The plan as far as it is shared with the reader's service; without a ground for anything there is none (P6, P7). */
@Controller('/shared/:id/plan')
export class SharedPlanController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: PlanReading,
    private readonly forms: PlanForms,
    private readonly readPlan: ReadSharedPlan,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-shared-plan')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { share, classes } = await this.open(actor, id);
    const parts = await this.reading.ofShare(actor, share.caseId);
    const page = sharedPlanPage(parts, {
      share,
      actor,
      othersShown: classes.includes('support-fact'),
      notice: takeNotice(request),
      timezone: this.settings.area.timezone,
    });
    return this.pages.show(reply, 'pages/plan/shared-plan.njk', page);
  }

  @ForAct('keep-shared-plan')
  @Post('/lead/:lead/:event')
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Param('lead', SafeIdPipe) leadId: PlanLeadId,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.place(actor, id);
    return this.forms.move(place, { leadId, event: serviceEvent(event) }, { request, reply });
  }

  @ForAct('keep-shared-plan')
  @Get('/contacts/new')
  async openContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.place(actor, id);
    const { now } = await this.reading.ofShare(actor, place.caseId);
    const raw = { way: '', ...momentNow('at', { now, timezone: this.settings.area.timezone }), atTime: '' };
    return this.forms.openContact(place, raw, reply);
  }

  @ForAct('keep-shared-plan')
  @Post('/contacts/new')
  async addContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.forms.addContact(await this.place(actor, id), { request, reply });
  }

  @ForAct('keep-shared-plan')
  @Post('/contacts/:contact/:event')
  async closeContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Param('contact', SafeIdPipe) contactId: PlanContactId,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.place(actor, id);
    return this.forms.closeContact(place, { contactId, event: contactEvent(event) }, { request, reply });
  }

  @ForAct('keep-shared-plan')
  @Get('/told')
  async openTold(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.place(actor, id);
    const { plan } = await this.reading.ofShare(actor, place.caseId);
    const ticked = plan.told.filter(({ agencyId }) => agencyId === actor.agencyId).map(({ topic }) => topic);
    return this.forms.openTold(place, ticked, reply);
  }

  @ForAct('keep-shared-plan')
  @Post('/told')
  async saveTold(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.forms.saveTold(await this.place(actor, id), { request, reply });
  }

  /** One access row for each thing shown is committed before anything is read: no row, no page (P8). */
  private async open(actor: StaffActor, id: ShareId) {
    const read = await this.readPlan.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    return read;
  }

  private async place(actor: StaffActor, id: ShareId) {
    const { share } = await this.open(actor, id);
    const place: PlanPlace = {
      actor,
      door: { kind: 'share', shareId: id },
      base: `/shared/${id}/plan`,
      reference: share.reference,
    };
    return { ...place, caseId: share.caseId };
  }
}
