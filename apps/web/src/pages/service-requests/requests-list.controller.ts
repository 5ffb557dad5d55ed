import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ServiceRequestId, StaffActor } from '#libs/domain';
import { awayAmong, deskRequests, PostgresUnitOfWork } from '#libs/persistence';
import { badRequest } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { ServiceDirectory } from './directory-names';
import { requestNames } from './request-reading';
import { requestsListPage } from './requests-list.page';

/** Where the desk finds what services owe an answer for, and what waits for a manager. */
@Controller('/service-requests')
export class RequestsListController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly directory: ServiceDirectory,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-requests')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('view') view: unknown,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (view !== undefined && view !== 'all') throw badRequest('There is no such view of the requests.');
    const late = view === undefined;
    const place = readPlace<ServiceRequestId>(after);
    const { found, now } = await this.work.read(actor, async (manager, at) => ({
      found: await deskRequests(manager, { late, limit: ROWS_READ, after: place }),
      now: at,
    }));
    const { rows, nextPath } = pageOf(found, {
      path: '/service-requests',
      after: ({ dueAt: at, id }) => placeOf({ at, id }),
    });
    const people = rows.flatMap(({ ownerUserId, managedBy }) => [ownerUserId, managedBy]);
    const answering = [...people, ...rows.map(({ allocatedTo }) => allocatedTo)];
    const away = await this.work.read(actor, (manager) => awayAmong(manager, answering));
    const colleague = await this.colleagues.names(people, actor.userId);
    const names = requestNames(await this.directory.read(actor), colleague);
    const nextHref = nextPath === undefined || late ? nextPath : `${nextPath}&view=all`;
    const page = requestsListPage(rows, {
      late,
      names,
      away,
      nextHref,
      now,
      timezone: this.settings.area.timezone,
    });
    return this.pages.show(reply, 'pages/service-requests/list.njk', page);
  }
}
