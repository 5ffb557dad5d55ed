import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RetireService } from '#libs/casework';
import type { ServiceId, StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { DirectoryReading } from './directory-reading';
import { PartFlow } from './part-flow';
import type { PartForm } from './part-form';
import { boundLine, PLAIN_PARTS, ROW_PARTS, type PlainPartKey, type RowPartKey } from './parts/parts';
import { FAULTS, FORM } from './service-form.copy';

@Controller('/directory/services/:id')
export class ServiceFormController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly flow: PartFlow,
    private readonly retireService: RetireService,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-directory')
  @Get('/edit/:part')
  async openPart(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Param('part') part: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.flow.open(reply, await this.plain(actor, id, part));
  }

  @ForAct('keep-directory')
  @Post('/edit/:part')
  async savePart(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.flow.post(actor, { request, reply }, await this.plain(actor, id, part));
  }

  @ForAct('keep-directory')
  @Get('/edit/:part/:place')
  async openLine(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Param('part') part: string,
    @Param('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.flow.open(reply, await this.line(actor, { id, part, place }));
  }

  @ForAct('keep-directory')
  @Post('/edit/:part/:place')
  async saveLine(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Param('part') part: string,
    @Param('place') place: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.flow.post(actor, { request, reply }, await this.line(actor, { id, part, place }));
  }

  @ForAct('keep-directory')
  @Post('/retire')
  retire(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.turn(actor, { id, to: 'retired', request, reply });
  }

  @ForAct('keep-directory')
  @Post('/reopen')
  reopen(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.turn(actor, { id, to: 'open', request, reply });
  }

  private async turn(
    actor: StaffActor,
    turn: { id: ServiceId; to: 'retired' | 'open'; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { id, to, request, reply } = turn;
    const { revision, act } = readButton(request, this.serverKey);
    const input = { serviceId: id, version: revision, to };
    const outcome = resultOfForm(await this.retireService.execute(actor, input, act));
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, { title: to === 'retired' ? FORM.retired : FORM.reopened, lines: [] });
        return this.pages.redirect(reply, `/directory/services/${id}`);
      case 'not-found':
        throw notFound();
      case 'faulty': {
        const [fault] = outcome.faults;
        throw new Problem('conflict', fault === undefined ? {} : { detail: FAULTS[fault].sentence });
      }
      case 'stale':
      case 'refused':
        throw new Problem('conflict', { detail: FORM.stale('') });
    }
  }

  private async plain(actor: StaffActor, id: ServiceId, key: string): Promise<PartForm> {
    if (!Object.hasOwn(PLAIN_PARTS, key)) throw notFound();
    const known = key as PlainPartKey;
    const read = await this.openService(actor, id);
    const path = `/directory/services/${id}/edit/${known}`;
    return { read, key: known, part: PLAIN_PARTS[known], path, without: null };
  }

  private async line(
    actor: StaffActor,
    { id, part: key, place: typed }: { id: ServiceId; part: string; place: string },
  ): Promise<PartForm> {
    if (!Object.hasOwn(ROW_PARTS, key) || !/^(new|\d{1,3})$/.test(typed)) throw notFound();
    const known = key as RowPartKey;
    const read = await this.openService(actor, id);
    const { count } = boundLine(known, read.service, 0);
    const place = typed === 'new' ? count : Number(typed);
    if (typed !== 'new' && place >= count) throw notFound();
    const { part, without } = boundLine(known, read.service, place);
    const path = `/directory/services/${id}/edit/${known}/${typed}`;
    return { read, key: known, part, path, without: typed === 'new' ? null : without };
  }

  private async openService(actor: StaffActor, id: ServiceId) {
    const read = await this.reading.service(actor, id);
    if (read.service.state === 'retired') throw notFound();
    return read;
  }
}
