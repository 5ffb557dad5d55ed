import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { versionInForce, localDate, type CodeVersion, type StaffActor } from '#libs/domain';
import { codeVersions, openDutiesOf, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { cataloguePage, comparePage } from './code.page';

/** The catalogue of the Code, for whoever keeps and checks it. */
@Controller('/victims-code')
export class VictimsCodeController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-code-catalogue')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('version') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { versions, now } = await this.work.read(actor, async (manager, at) => ({
      versions: await codeVersions(manager),
      now: at,
    }));
    const today = versionInForce(versions, localDate(now, this.settings.area.timezone));
    const shown = asked === undefined ? today : named(versions, asked);
    if (shown === null) throw notFound();
    return this.pages.show(reply, 'pages/victims-code/catalogue.njk', cataloguePage(versions, shown));
  }

  @ForAct('see-code-catalogue')
  @Get('/compare')
  async compare(
    @CurrentActor() actor: StaffActor,
    @Query('before') first: unknown,
    @Query('after') second: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { before, after, open } = await this.work.read(actor, async (manager) => {
      const versions = await codeVersions(manager);
      const pair = { before: named(versions, first), after: named(versions, second) };
      return { ...pair, open: await openDutiesOf(manager, pair.before.version) };
    });
    return this.pages.show(reply, 'pages/victims-code/compare.njk', comparePage({ before, after }, open));
  }
}

function named(versions: readonly CodeVersion[], asked: unknown): CodeVersion {
  const found = versions.find(({ version }) => version === asked);
  if (!found) throw notFound();
  return found;
}
