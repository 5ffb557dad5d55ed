import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OverrideRoute } from '#libs/casework';
import {
  labelOf,
  OVERRIDE_REASONS,
  SUPPORT_KINDS,
  type CaseId,
  type RoutingDecisionId,
  type ServiceId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import { caseRouting, PostgresUnitOfWork } from '#libs/persistence';
import { badRequest, notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from '../cases/case-frame.page';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice } from '../notices/notice';
import { readNames } from './routing-names';
import { CHOOSE, OVERRIDE_REFUSALS } from './case-routing.copy';
import { PANEL } from './panel.copy';
import { OVERRIDE_WORDS } from './routing-words.copy';

const SINGLE = ['kind', 'service', 'decision', 'reason', 'note'] as const;
type ChooseRaw = Fields<(typeof SINGLE)[number]>;

const LONGEST_NOTE = 500;

/** Another service than the one the answer put first, with a reason. */
@Controller('/cases/:id/routing/choose')
export class ChooseServiceController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly overrideRoute: OverrideRoute,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('route-case')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('kind') kind: unknown,
    @Query('service') service: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    const raw = { kind: text(kind), service: text(service), decision: '', reason: '', note: '' };
    return this.draw(reply, { actor, id }, { raw, errors: [] });
  }

  @ForAct('route-case')
  @Post()
  async choose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors: unclean, idempotencyKey } = readFields(request.body, { single: SINGLE });
    const { kind, serviceId } = chosen(raw);
    if (!isSafeId(raw.decision)) throw badRequest(CHOOSE.missing);
    const reason = OVERRIDE_REASONS.find((code) => code === raw.reason);
    const note = raw.note.trim();
    const errors = [
      ...unclean,
      ...(reason === undefined ? [{ field: 'reason', message: CHOOSE.missing }] : []),
      ...(note.length > LONGEST_NOTE ? [{ field: 'note', message: CHOOSE.long }] : []),
    ];
    const again = (wrong: readonly FieldError[]) =>
      this.draw(reply, { actor, id }, { raw, errors: wrong, idempotencyKey });
    if (reason === undefined || errors.length > 0) return again(errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const decisionId = raw.decision as RoutingDecisionId;
    const choice = { caseId: id, decisionId, kind, serviceId, reason, note: note === '' ? null : note };
    const outcome = resultOfForm(await this.overrideRoute.execute(actor, choice, act));
    switch (outcome.kind) {
      case 'overridden':
        leaveNotice(request, { title: PANEL.chosenSaved, lines: [] });
        return this.pages.redirect(reply, `/cases/${id}/routing`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, OVERRIDE_REFUSALS));
    }
  }

  private async draw(
    reply: FastifyReply,
    { actor, id }: { readonly actor: StaffActor; readonly id: CaseId },
    drawn: { raw: ChooseRaw; errors: readonly FieldError[]; idempotencyKey?: string },
  ): Promise<FastifyReply> {
    const { raw, errors } = drawn;
    const { kind, serviceId } = chosen(raw);
    const parts = await this.cases.summary(actor, 'route-case', id);
    const { names, decision } = await this.work.read(actor, async (manager, now) => ({
      names: await readNames(manager, now),
      ...(await caseRouting(manager, id)),
    }));
    if (decision === null || names.serviceOf(serviceId) === null) throw notFound();
    const page = {
      ...CHOOSE,
      ...drawn,
      frame: caseFrame(parts, 'support'),
      backHref: `/cases/${id}/routing`,
      action: `/cases/${id}/routing/choose`,
      about: `${labelOf(names.labels, kind).name}: ${names.serviceName(serviceId)}`,
      raw: { ...raw, decision: raw.decision === '' ? decision.id : raw.decision },
      reasons: OVERRIDE_REASONS.map((value) => ({ value, text: OVERRIDE_WORDS[value] })),
      wrong: wrongFields(errors),
    };
    return this.pages.show(reply, 'pages/routing/choose.njk', page, errors.length > 0 ? 400 : 200);
  }
}

/** A link of ours names both; any other address is of no page. */
function chosen(raw: ChooseRaw): { readonly kind: SupportKind; readonly serviceId: ServiceId } {
  const kind = SUPPORT_KINDS.find((code) => code === raw.kind);
  if (kind === undefined || !isSafeId(raw.service)) throw notFound();
  return { kind, serviceId: raw.service as string as ServiceId };
}
