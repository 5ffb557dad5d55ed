import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListSharedCare, NoteShareNotice, OpenWalls, ReadShare } from '#libs/casework';
import type { ShareId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, sharedCodes, sharedList } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { SHARED } from './share.copy';
import { sharedListPage, sharedNoticesPage, sharedRecordPage } from './shared.page';

/** What other services shared with the reader's own, for as long as the person agrees. */
@Controller('/shared')
export class SharedController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly readShare: ReadShare,
    private readonly noteNotice: NoteShareNotice,
    private readonly openWalls: OpenWalls,
    private readonly listCare: ListSharedCare,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-shared')
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { shared, now } = await this.shared(actor);
    const page = sharedListPage(shared, { now, timezone: this.settings.area.timezone });
    return this.pages.show(reply, 'pages/shares/shared.njk', page);
  }

  @ForAct('see-shared')
  @Get('/notices')
  async notices(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { shared, now } = await this.shared(actor);
    const notice = takeNotice(request);
    const page = sharedNoticesPage(shared, { now, timezone: this.settings.area.timezone, notice });
    return this.pages.show(reply, 'pages/shares/notices.njk', page);
  }

  @ForAct('see-shared')
  @Post('/notices/:id')
  async note(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.noteNotice.execute(actor, id, act));
    if (outcome.kind === 'not-found') throw notFound();
    leaveNotice(request, SHARED.notedSaved);
    return this.pages.redirect(reply, '/shared/notices');
  }

  /** One access row for each thing shown is committed before anything is read: no row, no page (P8). */
  @ForAct('see-shared')
  @Get('/:id')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ShareId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.readShare.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    const { codes, now } = await this.work.read(actor, async (manager, at) => ({
      codes: await sharedCodes(manager, read.share.personId),
      now: at,
    }));
    const walls = await this.openWalls.execute(actor, { caseId: read.share.caseId });
    const care = await this.listCare.execute(actor, read.share.caseId);
    const times = { now, timezone: this.settings.area.timezone };
    const page = sharedRecordPage(read, codes, { ...times, notes: walls.kind === 'open', care });
    return this.pages.show(reply, 'pages/shares/record.njk', page);
  }

  private shared(actor: StaffActor) {
    return this.work.read(actor, async (manager, now) => ({
      shared: await sharedList(manager, actor.agencyId),
      now,
    }));
  }
}
