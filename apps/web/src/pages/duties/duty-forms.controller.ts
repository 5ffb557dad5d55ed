import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GrantEnhancedRights, KeepDuty, RecordCodeEvent, type KeepDutyOutcome } from '#libs/casework';
import type { CaseId, DutyId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { buttonNamed, formNamed } from './duty-acts';
import { dutyFormPage, enhancedFormPage, eventFormPage } from './duty-forms.page';
import { readDutyForm, readEnhancedForm, readEventForm, type DutyRaw } from './duty.form';
import { RightsReading, rowOf } from './rights-reading';
import {
  BUTTONS,
  DUTY_REFUSALS,
  ENHANCED,
  ENHANCED_REFUSALS,
  EVENT_REFUSALS,
  FORMS,
  NEW_EVENT,
  RIGHTS,
  type ButtonName,
} from './rights.copy';

const TEMPLATE = 'pages/duties/form.njk';

/** What the desk records about the rights of a case. */
@Controller('/cases/:id/rights')
export class DutyFormsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RightsReading,
    private readonly keepDuty: KeepDuty,
    private readonly recordEvent: RecordCodeEvent,
    private readonly grantEnhanced: GrantEnhancedRights,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-rights')
  @Get('/events/new')
  async openEvent(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place, now, timezone } = await this.place(actor, id);
    const raw = { event: '', ...momentNow('at', { now, timezone }) };
    return this.pages.show(reply, TEMPLATE, eventFormPage(place, { raw, errors: [] }));
  }

  @ForAct('keep-rights')
  @Post('/events/new')
  @HttpCode(303)
  async saveEvent(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place, timezone } = await this.place(actor, id);
    const form = readEventForm(request.body, timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, eventFormPage(place, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordEvent.execute(actor, { caseId: id, ...form.input }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, EVENT_REFUSALS));
    leaveNotice(request, NEW_EVENT.saved);
    return this.pages.redirect(reply, place.base);
  }

  @ForAct('keep-rights')
  @Get('/enhanced')
  async openEnhanced(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place } = await this.place(actor, id);
    return this.pages.show(reply, TEMPLATE, enhancedFormPage(place, { raw: { category: '' }, errors: [] }));
  }

  @ForAct('keep-rights')
  @Post('/enhanced')
  @HttpCode(303)
  async saveEnhanced(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place } = await this.place(actor, id);
    const form = readEnhancedForm(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, enhancedFormPage(place, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const { category } = form;
    const outcome = resultOfForm(await this.grantEnhanced.execute(actor, { caseId: id, category }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, ENHANCED_REFUSALS));
    leaveNotice(request, ENHANCED.saved);
    return this.pages.redirect(reply, place.base);
  }

  @ForAct('keep-rights')
  @Get('/:duty/:act')
  async openForm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('duty', SafeIdPipe) dutyId: DutyId,
    @Param('act') typed: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = formNamed(typed);
    const { place, duty, right, now, timezone } = await this.placeOf(actor, { id, dutyId });
    const raw: DutyRaw = {
      evidence: '',
      early: '',
      choice: '',
      how: '',
      reason: '',
      revision: String(duty.revision),
      ...momentNow('at', { now, timezone }),
    };
    const where = { ...place, right, form, path: `${dutyId}/${form}` };
    return this.pages.show(reply, TEMPLATE, dutyFormPage(where, { raw, errors: [] }));
  }

  @ForAct('keep-rights')
  @Post('/:duty/:act')
  @HttpCode(303)
  async saveForm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('duty', SafeIdPipe) dutyId: DutyId,
    @Param('act') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const button = buttonNamed(typed);
    const form = button === null ? formNamed(typed) : null;
    const { place, right, timezone } = await this.placeOf(actor, { id, dutyId });
    if (form === null)
      return this.press(
        actor,
        { button: button as ButtonName, dutyId, base: place.base },
        { request, reply },
      );
    const read = readDutyForm(request.body, { form, timezone });
    const { raw, idempotencyKey, revision } = read;
    const where = { ...place, right, form, path: `${dutyId}/${form}` };
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, dutyFormPage(where, { raw, errors, idempotencyKey }), 400);
    if (read.kind === 'invalid') return again(read.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.keepDuty.execute(actor, { dutyId, revision, act: read.act }, act),
    );
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, DUTY_REFUSALS));
    requireKept(outcome);
    leaveNotice(request, FORMS[form].saved);
    return this.pages.redirect(reply, place.base);
  }

  private async press(
    actor: StaffActor,
    { button, dutyId, base }: { readonly button: ButtonName; readonly dutyId: DutyId; readonly base: string },
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const outcome = resultOfForm(
      await this.keepDuty.execute(actor, { dutyId, revision, act: { kind: button } }, act),
    );
    if (outcome.kind === 'refused') return refuse(outcome, DUTY_REFUSALS);
    requireKept(outcome);
    leaveNotice(request, BUTTONS[button]);
    return this.pages.redirect(reply, base);
  }

  private async place(actor: StaffActor, id: CaseId) {
    const parts = await this.reading.ofCase(actor, 'keep-rights', id);
    const place = { base: `/cases/${id}/rights`, reference: parts.summary.reference };
    return { ...parts, place };
  }

  private async placeOf(actor: StaffActor, { id, dutyId }: { readonly id: CaseId; readonly dutyId: DutyId }) {
    const parts = await this.place(actor, id);
    const duty = parts.duties.find((one) => one.id === dutyId);
    if (!duty) throw notFound();
    return { ...parts, duty, right: rowOf(parts.versions, duty)?.title ?? duty.entitlementId };
  }
}

function requireKept(outcome: Exclude<KeepDutyOutcome, { kind: 'refused' }>): void {
  if (outcome.kind === 'not-found') throw notFound();
  if (outcome.kind === 'stale') throw new Problem('conflict', { detail: RIGHTS.stale });
}
