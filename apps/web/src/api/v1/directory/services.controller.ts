import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { coversDistrict, type ListedService, type StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { serviceHistoryView, ServiceHistoryView } from './service-history.view';
import { ServiceReader } from './service-reader';
import { ServicesQuery } from './service.dto';
import { serviceLineView, ServicePageView, serviceView, ServiceView } from './service.view';

interface ServiceCursor {
  readonly name: string;
  readonly id: string;
}

/** The directory: who offers what, where, and whether there is room. It names nobody. */
@ApiTags('services')
@ApiBearerAuth('bearer')
@Controller('/api/v1/services')
export class ServicesController {
  constructor(
    private readonly services: ServiceReader,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-directory')
  @Answers({
    id: 'listServices',
    summary: 'Services of the directory, by name',
    type: ServicePageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: ServicesQuery): Promise<ServicePageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<ServiceCursor>('services', query.cursor);
    const { services, ...seen } = await this.services.all(actor);
    const asked = services
      .filter(({ service }) => query.kind === undefined || service.kind === query.kind)
      .filter(({ service }) => query.state === undefined || service.state === query.state)
      .filter(
        ({ service }) => query.district === undefined || coversDistrict(service, query.district, seen.today),
      )
      .toSorted((a, b) => inOrder(keyOf(a), keyOf(b)))
      .filter((listed) => after === null || inOrder(after, keyOf(listed)) < 0);
    return pageOf(asked.slice(0, limit + 1), {
      limit,
      item: (listed) => serviceLineView(listed, { ...seen, actor }),
      cursor: (listed) => this.cursors.write<ServiceCursor>('services', keyOf(listed)),
    });
  }

  @ForAct('see-directory')
  @Answers({ id: 'readService', summary: 'One service, whole', type: ServiceView, etag: true })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceView> {
    const { listed, ...seen } = await this.services.one(actor, id);
    const view = serviceView(listed, { ...seen, actor });
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('see-directory')
  @Answers({
    id: 'readServiceHistory',
    summary: 'What a service said before, who changed it, when and why',
    type: ServiceHistoryView,
  })
  @Get('/:id/history')
  async history(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<ServiceHistoryView> {
    return serviceHistoryView(id, await this.services.past(actor, id));
  }
}

function keyOf({ service: { name, id } }: ListedService): ServiceCursor {
  return { name, id };
}

/** By name, code unit by code unit, so that a page ends where the next begins whatever the locale of the server. */
function inOrder(a: ServiceCursor, b: ServiceCursor): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
