import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AreaPack } from '#libs/config';
import type { Act, CaseId, StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { timeOfDay } from '../../formatting/moments';
import { ServerKey } from '../../security/server-key';
import { Pages } from '../../views/pages';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import { CaseReading } from '../cases/case-reading';
import { requireAct } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice, takeNotice } from '../notices/notice';
import type { CaseForm, FormContext } from '../support/case-form';
import type { FormView } from '../support/form-fields';
import { RECORDS } from './record.copy';

/** One line of a table of records; the first cell is its heading. */
export interface RecordRow {
  readonly cells: readonly string[];
  /** Said beside the heading in red. */
  readonly tag?: string | null;
  readonly acts: readonly { readonly text: string; readonly about: string; readonly href: string }[];
}

export interface RecordSection {
  readonly title: string;
  readonly intro?: string;
  readonly columns: readonly string[];
  readonly rows: readonly RecordRow[];
  readonly nothing: string;
}

/** A page about one side of somebody's support: what is recorded, and what may be added. */
export interface RecordsView {
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly RecordSection[];
  readonly acts: readonly { readonly text: string; readonly href: string }[];
}

export interface FormPlace {
  readonly form: CaseForm;
  readonly context: FormContext;
  /** Where it is sent, where it leads, and what that page is called. */
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  /** Of the record that it changes; null for one that adds. */
  readonly revision: number | null;
}

/** Draws and takes the pages of records of a case: all are listed, asked and saved alike. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  parts(actor: StaffActor, act: Act, id: CaseId) {
    requireAct(actor, act);
    return this.cases.summary(actor, act, id);
  }

  async context(actor: StaffActor, act: Act, caseId: CaseId): Promise<FormContext> {
    const { summary, now, timezone } = await this.parts(actor, act, caseId);
    return { actor, caseId, summary, now, timezone, pack: this.pack, police: [] };
  }

  list(
    reply: FastifyReply,
    { request, parts, view }: { request: FastifyRequest; parts: FrameParts; view: RecordsView },
  ): Promise<FastifyReply> {
    const page = {
      ...RECORDS,
      ...view,
      frame: caseFrame(parts, 'support'),
      backHref: `/cases/${parts.summary.caseId}/support`,
      notice: takeNotice(request),
      asAt: timeOfDay(parts.now, parts.timezone),
    };
    return this.pages.show(reply, 'pages/case-records/records.njk', page);
  }

  open(reply: FastifyReply, place: FormPlace): Promise<FastifyReply> {
    return this.draw(reply, place, { view: place.form.open(place.context), errors: [] });
  }

  async send(reply: FastifyReply, request: FastifyRequest, place: FormPlace): Promise<FastifyReply> {
    const { form, context, back } = place;
    const sent = await form.send(context, request.body, (key, content) =>
      this.serverKey.repeatable('form', { request, key, content }),
    );
    switch (sent.kind) {
      case 'saved':
        leaveNotice(request, form.saved);
        return this.pages.redirect(reply, back.href);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: RECORDS.stale });
      case 'again':
        return this.draw(reply, place, sent, 400);
    }
  }

  private draw(
    reply: FastifyReply,
    { context, action, back, revision }: FormPlace,
    drawn: {
      readonly view: FormView;
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    const { summary, now, timezone } = context;
    const { view, errors, idempotencyKey } = drawn;
    const page = {
      ...view,
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
      action,
      backHref: back.href,
      back: back.text,
      reference: summary.reference,
      revision,
      asAt: timeOfDay(now, timezone),
    };
    return this.pages.show(reply, 'pages/support/form.njk', page, status);
  }
}
