import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProposeRequest } from '#libs/casework';
import type { CaseId, StaffActor, SupportKind } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { conclude } from './conclude';
import { NO_SERVICE_YET, readKind, readNewRequest, type NewRequestRaw } from './new-request.form';
import { newRequestPage } from './new-request.page';
import { RequestReading } from './request-reading';
import { RoutedChoices } from './routed-choices';
import { NEW_REQUEST } from './request.copy';

interface Drawn {
  readonly raw: NewRequestRaw;
  readonly kind: SupportKind | null;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

@Controller('/cases/:id/requests/new')
export class NewRequestController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RequestReading,
    private readonly routedChoices: RoutedChoices,
    private readonly proposeRequest: ProposeRequest,
    private readonly serverKey: ServerKey,
  ) {}

  /** A link may bring the kind, the service and the routing decision along, as codes and ids. */
  @ForAct('keep-requests')
  @Get()
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('kind') kindText: unknown,
    @Query('service') service: unknown,
    @Query('decision') decision: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = readKind(kindText);
    const raw = {
      kind: kind ?? '',
      serviceId: service === NO_SERVICE_YET || isSafeId(service) ? service : '',
      band: '',
      reason: '',
      decisionId: isSafeId(decision) ? decision : '',
    };
    const asked = kindText !== undefined && kind === null;
    const errors = asked ? [{ field: 'kind', message: NEW_REQUEST.errors.kind }] : [];
    return this.draw(reply, { actor, id }, { raw, kind, errors });
  }

  @ForAct('keep-requests')
  @Post()
  async propose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readNewRequest(request.body);
    const { raw, idempotencyKey: key } = form;
    const kind = readKind(raw.kind);
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, { actor, id }, { raw, kind, errors, idempotencyKey: key });
    if (form.kind === 'invalid') return again(form.errors);
    const once = this.serverKey.repeatable('form', { request, key, content: raw });
    return conclude(await this.proposeRequest.execute(actor, { ...form.input, caseId: id }, once), {
      pages: this.pages,
      request,
      reply,
      saved: NEW_REQUEST.saved,
      to: (result) => `/cases/${id}/requests/${result.kind === 'proposed' ? result.requestId : ''}`,
      changed: (sentence) => {
        throw new Problem('conflict', { detail: sentence });
      },
      again,
    });
  }

  private async draw(
    reply: FastifyReply,
    { actor, id }: { readonly actor: StaffActor; readonly id: CaseId },
    drawn: Drawn,
  ): Promise<FastifyReply> {
    const parts = await this.reading.ofCase(actor, 'keep-requests', id);
    if (parts.summary.closedAt !== null) throw notFound();
    const { kind } = drawn;
    const about = { caseId: id, now: parts.now };
    const routed = kind === null ? null : await this.routedChoices.of(actor, { ...about, kind });
    const page = newRequestPage(parts, { ...drawn, routed });
    return this.pages.show(
      reply,
      'pages/service-requests/new.njk',
      page,
      drawn.errors.length > 0 ? 400 : 200,
    );
  }
}
