import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import {
  accessLines,
  caseByReference,
  exportLinesOfCase,
  PostgresUnitOfWork,
  type AccessLine,
} from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { placeOf, readPlace } from '../list-places/place';
import { accessPage } from './access.page';
import { readAuditQuery, type AuditQuery } from './audit-query';
import { AUDIT, JOURNAL } from './audit.copy';
import { journalPage } from './journal.page';

const PAGE_SIZE = 50;

@Controller('/audit')
export class AuditController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-audit')
  @Get()
  async index(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'pages/audit/audit.njk', AUDIT);
  }

  @ForAct('see-audit')
  @Get('/access')
  async access(
    @CurrentActor() actor: StaffActor,
    @Query()
    given: {
      readonly reference?: unknown;
      readonly user?: unknown;
      readonly person?: unknown;
      readonly after?: unknown;
    },
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const query = readAuditQuery(given);
    const place = readPlace<string>(given.after);
    const invalid = query.errors.length > 0;
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      lines: invalid
        ? []
        : await accessLines(manager, {
            reference: query.reference,
            actorId: query.userId,
            personId: query.personId,
            after: place && { seenAt: place.at, accessId: place.id },
            limit: PAGE_SIZE + 1,
          }),
    }));
    const page = accessPage({
      query,
      lines: read.lines.slice(0, PAGE_SIZE),
      nextPath: nextPath(read.lines, query),
      now: read.now,
      timezone: this.settings.area.timezone,
    });
    return this.pages.show(reply, 'pages/audit/access.njk', page, invalid ? 400 : 200);
  }

  @ForAct('see-audit')
  @Get('/journal')
  async journal(
    @CurrentActor() actor: StaffActor,
    @Query() given: { readonly reference?: unknown },
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, reference, errors } = readAuditQuery({ reference: given.reference });
    const asked = given.reference !== undefined;
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      found: reference === null ? null : await journalOf(manager, reference),
    }));
    const wrong = errors.length > 0 ? errors : asked ? noSuchCase(read.found, reference) : [];
    const page = journalPage({
      typed: raw.reference,
      found: read.found,
      errors: wrong,
      now: read.now,
      timezone: this.settings.area.timezone,
    });
    const status = wrong.length === 0 ? 200 : reference === null ? 400 : 404;
    return this.pages.show(reply, 'pages/audit/journal.njk', page, status);
  }
}

async function journalOf(manager: EntityManager, reference: string) {
  const caseId = await caseByReference(manager, reference);
  if (caseId === null) return null;
  const lines = await exportLinesOfCase(
    async <Row>(sql: string, values: readonly unknown[]) => manager.query<Row[]>(sql, [...values]),
    caseId,
  );
  return { reference, lines };
}

function noSuchCase(found: object | null, reference: string | null) {
  if (found !== null) return [];
  return [{ field: 'reference', message: reference === null ? JOURNAL.missing : JOURNAL.unknown }];
}

/** The search goes on with the list. */
function nextPath(
  lines: readonly AccessLine[],
  { reference, userId, personId }: AuditQuery,
): string | undefined {
  const last = lines.length > PAGE_SIZE ? lines[PAGE_SIZE - 1] : undefined;
  if (last === undefined) return undefined;
  const asked = new URLSearchParams({
    ...(reference !== null && { reference }),
    ...(userId !== null && { user: userId }),
    ...(personId !== null && { person: personId }),
    after: placeOf({ at: last.seenAt, id: last.accessId }),
  });
  return `/audit/access?${asked.toString()}`;
}
