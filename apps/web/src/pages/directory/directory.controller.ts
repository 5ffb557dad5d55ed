import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { takeNotice } from '../notices/notice';
import { DirectoryReading } from './directory-reading';
import { directoryPage } from './directory.page';
import { servicePage } from './service.page';

@Controller('/directory')
export class DirectoryController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly colleagues: Colleagues,
  ) {}

  @ForAct('see-directory')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.read(actor);
    const chosen = (name: string, known: readonly { readonly value: string }[]) =>
      known.find(({ value }) => value === given[name])?.value ?? '';
    const filter = {
      kind: chosen('kind', this.reading.kinds()),
      district: chosen('district', this.reading.districtsOn(read.today)),
    };
    const page = directoryPage(read, this.reading, { actor, filter, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/directory/directory.njk', page);
  }

  @ForAct('see-directory')
  @Get('/services/:id')
  async service(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.service(actor, id);
    const writers = [...read.versions, ...read.capacities].map(({ recordedBy }) => recordedBy);
    const nameOf = await this.colleagues.names(writers, actor.userId);
    const page = servicePage(read, this.reading, { actor, nameOf, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/directory/service.njk', page);
  }
}
