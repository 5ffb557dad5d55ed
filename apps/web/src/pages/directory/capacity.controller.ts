import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepCapacity } from '#libs/casework';
import { keepsCapacityOf, type ServiceId, type StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { capacityRaw, readCapacity } from './capacity.form';
import { capacityFormPage, capacityListPage, CAPACITY_REFUSALS } from './capacity.page';
import { CAPACITY } from './directory.copy';
import { DirectoryReading, type ServiceRead } from './directory-reading';
import { listInWords } from './directory.page';
import type { PartRaw } from './form-sheet';

@Controller('/directory')
export class CapacityController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly keepCapacity: KeepCapacity,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-capacity')
  @Get('/capacity')
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.read(actor);
    const page = capacityListPage(read, this.reading, { actor, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/directory/capacity.njk', page);
  }

  @ForAct('keep-capacity')
  @Get('/services/:id/capacity')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.own(actor, id);
    return this.draw(reply, read, { raw: capacityRaw(read.capacity), errors: [] });
  }

  @ForAct('keep-capacity')
  @Post('/services/:id/capacity')
  async state(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.own(actor, id);
    const form = readCapacity(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => this.draw(reply, read, { raw, errors, idempotencyKey });
    if (form.revision !== (read.capacity?.revision ?? 0)) throw staleCapacity(read);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { ...form.input, serviceId: id, revision: form.revision };
    const outcome = resultOfForm(await this.keepCapacity.execute(actor, input, act));
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, { title: CAPACITY.saved, lines: [] });
        return this.pages.redirect(reply, `/directory/services/${id}`);
      case 'refused':
        return again(refusalErrors(outcome, CAPACITY_REFUSALS, 'posts'));
      case 'stale':
        throw staleCapacity(await this.own(actor, id));
      case 'not-found':
        throw notFound();
    }
  }

  private draw(
    reply: FastifyReply,
    read: ServiceRead,
    sent: { raw: PartRaw; errors: readonly FieldError[]; idempotencyKey?: string },
  ): Promise<FastifyReply> {
    const status = sent.errors.length === 0 ? 200 : 400;
    return this.pages.show(reply, 'pages/directory/capacity-form.njk', capacityFormPage(read, sent), status);
  }

  /** A service of somebody else's is as if it had no such page. */
  private async own(actor: StaffActor, id: ServiceId): Promise<ServiceRead> {
    const read = await this.reading.service(actor, id);
    if (!keepsCapacityOf(actor, read.service.agencyId) || read.service.state === 'retired') throw notFound();
    return read;
  }
}

function staleCapacity({ capacity }: ServiceRead): Problem {
  const list = capacity === null ? '' : listInWords(capacity).toLowerCase();
  return new Problem('conflict', { detail: CAPACITY.stale(list) });
}
