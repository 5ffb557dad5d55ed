import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfirmCoverage } from '#libs/casework';
import { COVERAGE_BASES, coverageOn, type ServiceId, type StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { confirmPage, coveragePage } from './coverage.page';
import { COVERAGE } from './directory.copy';
import { DirectoryReading } from './directory-reading';
import { staleSince } from './part-flow';
import { FORM } from './service-form.copy';

@Controller('/directory')
export class CoverageController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly confirmCoverage: ConfirmCoverage,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-directory')
  @Get('/coverage')
  async matrix(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.read(actor);
    const page = coveragePage(read, this.reading, { actor, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/directory/coverage.njk', page);
  }

  @ForAct('confirm-coverage')
  @Get('/services/:id/confirm/:district')
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Param('district') district: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, reply, { id, district, basis: '', errors: [] });
  }

  @ForAct('confirm-coverage')
  @Post('/services/:id/confirm/:district')
  async confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceId,
    @Param('district') district: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors, idempotencyKey } = readFields(request.body, { single: ['revision', 'basis'] });
    const basis = COVERAGE_BASES.find((code) => code === raw.basis);
    const version = readRevision(raw.revision);
    const read = await this.reading.service(actor, id);
    if (read.service.version !== version) throw staleSince(read, version);
    if (basis === undefined || errors.length > 0) {
      const wrong = [...errors, { field: 'basis', message: COVERAGE.basisMissing }];
      return this.draw(actor, reply, { id, district, basis: raw.basis, errors: wrong, idempotencyKey });
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { serviceId: id, version, district, basis };
    const outcome = resultOfForm(await this.confirmCoverage.execute(actor, input, act));
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, { title: COVERAGE.saved, lines: [] });
        return this.pages.redirect(reply, '/directory/coverage');
      case 'stale':
      case 'faulty':
        throw new Problem('conflict', { detail: FORM.stale('') });
      case 'refused':
      case 'not-found':
        throw notFound();
    }
  }

  private async draw(
    actor: StaffActor,
    reply: FastifyReply,
    form: {
      id: ServiceId;
      district: string;
      basis: string;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const { id, district, errors } = form;
    const read = await this.reading.service(actor, id);
    const row = coverageOn(read.service, { district, on: read.today });
    if (row === null || row.evidence === 'confirmed' || read.service.state === 'retired') throw notFound();
    const page = confirmPage({ ...form, service: read.service, row }, this.reading);
    return this.pages.show(reply, 'pages/directory/confirm.njk', page, errors.length === 0 ? 200 : 400);
  }
}
