import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDate, type ServiceRequestId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, type ExportChoice } from '#libs/persistence';
import { badRequest } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../sign-in/with-fresh-factor.decorator';
import { Pages } from '../../views/pages';
import { ExportReading } from './export-reading';
import { EXPORT } from './provider.copy';

interface Drawn {
  readonly requestId: ServiceRequestId | null;
  readonly which: string;
  readonly error?: string;
  readonly nothing?: true;
  readonly idempotencyKey?: string;
}

/** Copies accepted requests into a file for a service's own system. What leaves asks for a fresh second factor. */
@Controller('/provider/export')
export class ProviderExportController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly exporting: ExportReading,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('export-requests')
  @WithFreshFactor()
  @Get()
  ask(@Query('request') asked: unknown, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const requestId = readRequestId(asked ?? '');
    return this.draw(reply, { requestId, which: requestId === null ? '' : 'one' });
  }

  @ForAct('export-requests')
  @WithFreshFactor()
  @Post()
  async make(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['which', 'request'] });
    const requestId = readRequestId(raw.request);
    const choice = choiceOf(raw.which, requestId);
    const drawn = { requestId, which: raw.which, idempotencyKey };
    if (choice === null) return this.draw(reply, { ...drawn, error: EXPORT.error });
    const csv = await this.exporting.csv(actor, choice);
    if (csv === null) return this.draw(reply, { ...drawn, nothing: true });
    const { timezone } = this.settings.area;
    const today = await this.work.read(actor, (_manager, now) => Promise.resolve(localDate(now, timezone)));
    return reply
      .status(200)
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="requests-${today}.csv"`)
      .send(csv);
  }

  private draw(reply: FastifyReply, drawn: Drawn): Promise<FastifyReply> {
    const { requestId, which, error, nothing, idempotencyKey } = drawn;
    const one = requestId === null ? [] : [{ value: 'one', text: EXPORT.choices.one }];
    const page = {
      ...EXPORT,
      backHref: requestId === null ? '/provider/caseload' : `/provider/requests/${requestId}`,
      requestId: requestId ?? '',
      items: [
        ...one,
        { value: 'live', text: EXPORT.choices.live },
        { value: 'mine', text: EXPORT.choices.mine },
      ],
      which,
      errors: error === undefined ? [] : [{ field: 'which', message: error }],
      nothing: nothing === true ? EXPORT.none : null,
      idempotencyKey,
    };
    return this.pages.show(reply, 'pages/provider/export.njk', page, error === undefined ? 200 : 400);
  }
}

function readRequestId(value: unknown): ServiceRequestId | null {
  if (value === '') return null;
  if (!isSafeId(value)) throw badRequest('The address names a request in a way that this page does not.');
  return value as string as ServiceRequestId;
}

function choiceOf(which: string, id: ServiceRequestId | null): ExportChoice | null {
  if (which === 'one') return id === null ? null : { which, id };
  return which === 'live' || which === 'mine' ? { which } : null;
}
