import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { lookersAt, personByReference, PostgresUnitOfWork } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readAuditQuery, type AuditQuery } from './audit-query';
import { SUBJECT } from './subject.copy';
import { subjectPage } from './subject.page';

/** Everybody who opened one person's record, on paper: what somebody who asks is given. */
@Controller('/audit/subject')
export class SubjectController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-audit')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: { readonly reference?: unknown; readonly person?: unknown },
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const query = readAuditQuery(given);
    const asked = given.reference !== undefined || given.person !== undefined;
    const read = await this.work.read(actor, async (manager, now) => {
      const personId = query.errors.length > 0 ? null : await personOf(manager, query);
      return { now, personId, lookers: personId === null ? [] : await lookersAt(manager, personId) };
    });
    const errors = query.errors.length > 0 || !asked ? query.errors : whenNobody(read.personId, query);
    const { timezone } = this.settings.area;
    const page = subjectPage({ raw: query.raw, errors, ...read, timezone });
    const unknown = query.reference !== null && errors.length > 0;
    const status = errors.length === 0 ? 200 : unknown ? 404 : 400;
    return this.pages.show(reply, 'pages/audit/subject.njk', page, status);
  }
}

async function personOf(manager: EntityManager, { reference, personId }: AuditQuery) {
  return reference === null ? personId : personByReference(manager, reference);
}

function whenNobody(personId: string | null, { reference }: AuditQuery) {
  if (personId !== null) return [];
  return [{ field: 'reference', message: reference === null ? SUBJECT.missing : SUBJECT.unknown }];
}
