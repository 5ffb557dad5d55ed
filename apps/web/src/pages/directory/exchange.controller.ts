import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ImportServices } from '#libs/casework';
import { directoryFile, readDirectoryFile, type AreaPack } from '#libs/config';
import type { StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, type FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { DirectoryReading } from './directory-reading';
import { EXCHANGE } from './exchange.copy';
import { exchangePage, fileOf, repliesPage } from './exchange.page';

const FORM = 'pages/directory/exchange.njk';
const REPLIES = 'pages/directory/replies.njk';

/** The directory as a file of Open Referral UK, out and in. */
@Controller('/directory/exchange')
export class ExchangeController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly importServices: ImportServices,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('keep-directory')
  @Get()
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { providers } = await this.reading.read(actor);
    return this.pages.show(reply, FORM, exchangePage({ providers, whose: '', file: '', errors: [] }));
  }

  @ForAct('keep-directory')
  @Get('/services.json')
  async download(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { services, providers } = await this.reading.read(actor);
    const names = new Map(providers.map(({ agencyId, name }) => [agencyId, name]));
    const { file } = directoryFile(services, { pack: this.pack, agencyName: (id) => names.get(id) ?? '' });
    return reply
      .header('content-disposition', 'attachment; filename="services.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(file, null, 2));
  }

  @ForAct('keep-directory')
  @Post()
  @HttpCode(200)
  async take(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors, idempotencyKey } = readFields(request.body, { single: ['whose', 'file', 'step'] });
    const { today, providers } = await this.reading.read(actor);
    const { whose, file } = raw;
    const again = (wrong: readonly FieldError[]) => {
      const page = exchangePage({ providers, whose, file, errors: wrong, idempotencyKey });
      return this.pages.show(reply, FORM, page, 400);
    };
    const chosen = fileOf(whose, providers);
    const missing = [
      ...errors,
      ...(chosen === null ? [{ field: 'whose', message: EXCHANGE.whoseMissing }] : []),
      ...(file.trim() === '' ? [{ field: 'file', message: EXCHANGE.fileMissing }] : []),
    ];
    if (chosen === null || missing.length > 0) return again(missing);
    const read = readDirectoryFile(file, this.pack, today);
    if (read.kind === 'unreadable')
      return again([{ field: 'file', message: EXCHANGE.unreadable[read.reason] }]);
    const rows = read.records.flatMap((record) =>
      record.kind === 'sound' ? [{ place: record.place, imported: record.imported }] : [],
    );
    const dryRun = raw.step !== 'import';
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { rows, fileOf: chosen, today, dryRun };
    const outcome = resultOfForm(await this.importServices.execute(actor, input, act));
    if (outcome.kind === 'not-found') throw notFound();
    const page = repliesPage(read.records, outcome.replies, { file, whose, dryRun });
    return this.pages.show(reply, REPLIES, page);
  }
}
