import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepService } from '#libs/casework';
import type { AgencyId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { blankService, newRaw, NEW_NAMES, readNew } from './new-service.form';
import { newServicePage } from './new-service.page';
import { DirectoryReading, type DirectoryRead } from './directory-reading';
import type { PartRaw } from './form-sheet';
import { faultErrors, readPart } from './part-flow';
import { FORM } from './service-form.copy';

@Controller('/directory/services/new')
export class NewServiceController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly keepService: KeepService,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-directory')
  @Get()
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const read = await this.reading.read(actor);
    return this.draw(reply, read, { raw: newRaw(blankService(read)), errors: [] });
  }

  @ForAct('keep-directory')
  @Post()
  async add(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.read(actor);
    const { raw, errors: unclean, idempotencyKey } = readPart(request.body, NEW_NAMES);
    const agencyId = read.providers.find((provider) => provider.agencyId === raw.text['agency'])?.agencyId;
    const typed = readNew(raw, blankService(read), this.reading.about(read, agencyId ?? null));
    const errors = [
      ...unclean,
      ...(agencyId === undefined ? [{ field: 'agency', message: FORM.agencyMissing }] : []),
      ...typed.errors,
    ];
    const again = (wrong: readonly FieldError[]) =>
      this.draw(reply, read, { raw, errors: wrong, idempotencyKey });
    if (agencyId === undefined || errors.length > 0) return again(errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const change = { kind: 'add', agencyId, draft: typed.draft } as const;
    const outcome = resultOfForm(await this.keepService.execute(actor, change, act));
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, { title: FORM.added, lines: [] });
        return this.pages.redirect(reply, `/directory/services/${outcome.serviceId}`);
      case 'faulty':
        return again(faultErrors(outcome.faults, NEW_NAMES));
      case 'stale':
        throw new Problem('conflict', { detail: FORM.stale('') });
      case 'refused':
      case 'not-found':
        throw notFound();
    }
  }

  private draw(
    reply: FastifyReply,
    read: DirectoryRead,
    sent: { raw: PartRaw; errors: readonly FieldError[]; idempotencyKey?: string },
  ): Promise<FastifyReply> {
    const chosen = sent.raw.text['agency'];
    const about = this.reading.about(read, (chosen === '' ? null : (chosen as AgencyId)) ?? null);
    const page = newServicePage(read, about, sent);
    const status = sent.errors.length === 0 ? 200 : 400;
    return this.pages.show(reply, 'pages/directory/new-service.njk', page, status);
  }
}
