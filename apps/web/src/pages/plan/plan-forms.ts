import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClosePlanContact, KeepTold, MovePlanLead, PlanNextContact, type PlanDoor } from '#libs/casework';
import type {
  PlanContactEvent,
  PlanContactId,
  PlanLeadEvent,
  PlanLeadId,
  StaffActor,
  ToldTopic,
} from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readContact, readTold, type ContactRaw } from './plan.form';
import { newContactPage, toldPage } from './plan-forms.page';
import {
  CLOSE_REFUSALS,
  CONTACT_DONE,
  CONTACT_REFUSALS,
  KEEP_TOLD,
  LEAD_DONE,
  LEAD_REFUSALS,
  NEW_CONTACT,
  STALE,
} from './plan.copy';

/** One plan and whoever writes in it: the desk through its case, or a service through a share. */
export interface PlanPlace {
  readonly actor: StaffActor;
  readonly door: PlanDoor;
  /** The address of the plan's page; its forms are below it. */
  readonly base: string;
  readonly reference: string;
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The forms of a plan, which are the same for the desk and for a service. */
@Injectable()
export class PlanForms {
  constructor(
    private readonly pages: Pages,
    private readonly planContact: PlanNextContact,
    private readonly closePlanned: ClosePlanContact,
    private readonly keepTold: KeepTold,
    private readonly moveLead: MovePlanLead,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  openContact(place: PlanPlace, raw: ContactRaw, reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'pages/plan/new-contact.njk', newContactPage(place, { raw, errors: [] }));
  }

  async addContact(place: PlanPlace, { request, reply }: Exchange): Promise<FastifyReply> {
    const form = readContact(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => {
      const page = newContactPage(place, { raw, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/plan/new-contact.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { door: place.door, ...form.input };
    const outcome = resultOfForm(await this.planContact.execute(place.actor, input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, CONTACT_REFUSALS));
    leaveNotice(request, NEW_CONTACT.saved);
    return this.pages.redirect(reply, place.base);
  }

  async closeContact(
    place: PlanPlace,
    { contactId, event }: { readonly contactId: PlanContactId; readonly event: PlanContactEvent },
    { request, reply }: Exchange,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const change = { door: place.door, contactId, event };
    const outcome = resultOfForm(await this.closePlanned.execute(place.actor, change, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, CLOSE_REFUSALS);
    leaveNotice(request, CONTACT_DONE[event]);
    return this.pages.redirect(reply, place.base);
  }

  openTold(place: PlanPlace, ticked: readonly ToldTopic[], reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'pages/plan/told.njk', toldPage(place, { ticked, errors: [] }));
  }

  async saveTold(place: PlanPlace, { request, reply }: Exchange): Promise<FastifyReply> {
    const { raw, topics, errors, idempotencyKey } = readTold(request.body);
    if (errors.length > 0) {
      const page = toldPage(place, { ticked: raw.topics, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/plan/told.njk', page, 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.keepTold.execute(place.actor, { door: place.door, topics }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused')
      return refuse(outcome, { 'case-closed': CONTACT_REFUSALS['case-closed'] });
    leaveNotice(request, KEEP_TOLD.saved);
    return this.pages.redirect(reply, place.base);
  }

  async move(
    place: PlanPlace,
    { leadId, event }: { readonly leadId: PlanLeadId; readonly event: PlanLeadEvent },
    { request, reply }: Exchange,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const outcome = resultOfForm(await this.moveLead.execute(place.actor, { leadId, revision, event }, act));
    switch (outcome.kind) {
      case 'moved':
        leaveNotice(request, LEAD_DONE[event]);
        return this.pages.redirect(reply, place.base);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: STALE });
      case 'refused':
        return refuse(outcome, LEAD_REFUSALS);
    }
  }
}
