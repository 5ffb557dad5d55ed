import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CaseId, ServiceRequestId, StaffActor } from '#libs/domain';
import { Pages } from '../../views/pages';
import type { Notice } from '../notices/notice';
import { requestPage } from './request.page';
import { RequestReading } from './request-reading';

/** Where an act on a request of a case was sent from. */
export interface RequestPlace {
  readonly actor: StaffActor;
  readonly id: CaseId;
  readonly requestId: ServiceRequestId;
}

/** Draws one request of a case: as it was asked for, or as it stands now after somebody else was quicker (409). */
@Injectable()
export class ShownRequest {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RequestReading,
  ) {}

  async show(
    reply: FastifyReply,
    { actor, ...at }: RequestPlace,
    drawn: { readonly notice: Notice | null; readonly changed?: string },
  ): Promise<FastifyReply> {
    const parts = await this.reading.one(actor, 'see-requests', at);
    const status = drawn.changed === undefined ? 200 : 409;
    return this.pages.show(reply, 'pages/service-requests/request.njk', requestPage(parts, drawn), status);
  }
}
