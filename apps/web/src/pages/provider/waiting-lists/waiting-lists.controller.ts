import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, waitingLists } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Pages } from '../../../views/pages';
import { ServiceDirectory } from '../../service-requests/directory-names';
import { waitingListsPage } from './waiting-lists.page';

@Controller('/waiting-lists')
export class WaitingListsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly directory: ServiceDirectory,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-waiting-lists')
  @Get()
  async show(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { kindName, agencyName } = await this.directory.read(actor);
    const read = await this.work.read(actor, (manager, now) => waitingLists(manager, { actor, now }));
    const { timezone } = this.settings.area;
    const view = { role: actor.role, kindName, agencyName, timezone };
    return this.pages.show(
      reply,
      'pages/provider/waiting-lists/waiting-lists.njk',
      waitingListsPage(read, view),
    );
  }
}
