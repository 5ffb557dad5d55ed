import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ServiceRequestId, StaffActor } from '#libs/domain';
import { Pages } from '../../views/pages';
import type { Notice } from '../notices/notice';
import { providerRequestPage } from './provider-request.page';
import { ProviderReading } from './provider-reading';

/** Draws one request for its service: as it was asked for, or as it stands after somebody else was quicker (409). */
@Injectable()
export class ShownReceived {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ProviderReading,
  ) {}

  async show(
    reply: FastifyReply,
    { actor, requestId }: { readonly actor: StaffActor; readonly requestId: ServiceRequestId },
    drawn: { readonly notice: Notice | null; readonly changed?: string },
  ): Promise<FastifyReply> {
    const parts = await this.reading.one(actor, 'see-received-requests', requestId);
    const status = drawn.changed === undefined ? 200 : 409;
    return this.pages.show(reply, 'pages/provider/request.njk', providerRequestPage(parts, drawn), status);
  }
}
