import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { timeOfDay } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice } from '../notices/notice';
import type { FormContext } from './case-form';
import { CaseForms, FORM_KEYS, type FormKey } from './case-forms';
import type { FormView } from './form-fields';
import { SupportReading } from './support-reading';
import { HUB } from './support.copy';

const TEMPLATE = 'pages/support/form.njk';

interface Drawn {
  readonly view: FormView;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

/** The forms about a case, one page each: all are drawn, read and saved alike. */
@Controller('/cases/:id/kinds-of-support/:form')
export class CaseFormsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: SupportReading,
    private readonly forms: CaseForms,
    private readonly changed: ChangedCase,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct(
    'flag-domestic-abuse',
    'record-police-report',
    'record-samples',
    'signpost',
    'promise-check-in',
    'transfer-case',
    'add-plan-task',
  )
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('form') key: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form, context, formKey } = await this.found(actor, id, key);
    const page = await this.page(formKey, context, { view: form.open(context), errors: [] });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @ForAct(
    'flag-domestic-abuse',
    'record-police-report',
    'record-samples',
    'signpost',
    'promise-check-in',
    'transfer-case',
    'add-plan-task',
  )
  @Post()
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('form') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form, context, formKey } = await this.found(actor, id, key);
    const sent = await form.send(context, request.body, (idempotencyKey, content) =>
      this.serverKey.repeatable('form', { request, key: idempotencyKey, content }),
    );
    switch (sent.kind) {
      case 'saved':
        leaveNotice(request, form.saved);
        return this.pages.redirect(reply, `/cases/${id}/kinds-of-support`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: form.act, id });
      case 'again':
        return this.pages.show(reply, TEMPLATE, await this.page(formKey, context, sent), 400);
    }
  }

  private async found(actor: StaffActor, id: CaseId, key: string) {
    const formKey = FORM_KEYS.find((one) => one === key);
    if (formKey === undefined) throw notFound();
    const form = this.forms.byKey[formKey];
    return { form, formKey, context: await this.reading.form(actor, form.act, id) };
  }

  private async page(key: FormKey, context: FormContext, { view, errors, idempotencyKey }: Drawn) {
    const { caseId, summary, now, timezone } = context;
    return {
      ...view,
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
      action: `/cases/${caseId}/kinds-of-support/${key}`,
      backHref: `/cases/${caseId}/kinds-of-support`,
      back: HUB.title,
      reference: summary.reference,
      revision: await this.revision(key, context),
      asAt: timeOfDay(now, timezone),
    };
  }

  /** Of the case; for taking a flag down, of the flag that stands. */
  private async revision(key: FormKey, { actor, caseId, summary }: FormContext): Promise<number> {
    if (key !== 'flag-down') return summary.revision;
    const revision = await this.reading.flagRevision(actor, caseId);
    if (revision === null) throw new Problem('conflict', { detail: 'No flag stands on this case any more.' });
    return revision;
  }
}
