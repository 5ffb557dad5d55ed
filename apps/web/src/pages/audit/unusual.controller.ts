import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UNUSUAL_KINDS, type StaffActor, type UnusualKind } from '#libs/domain';
import { judgedUntil, PostgresUnitOfWork, unusualLines, type UnusualLine } from '#libs/persistence';
import { badRequest } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { UNUSUAL } from './unusual.copy';
import { unusualPage } from './unusual.page';

const PAGE_SIZE = 50;
const PLACE = /^(\d{4}-\d{2}-\d{2})_(.{36})$/;

/** Looks at people that are worth a question, for the auditor. */
@Controller('/audit/unusual')
export class UnusualController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-audit')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: { readonly kind?: unknown; readonly after?: unknown },
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = given.kind === '' ? undefined : given.kind;
    const kind = UNUSUAL_KINDS.find((one) => one === asked) ?? null;
    const errors =
      asked !== undefined && kind === null ? [{ field: 'kind', message: UNUSUAL.kindError }] : [];
    const after = readPlace(given.after);
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      judgedUntil: await judgedUntil(manager),
      lines: errors.length > 0 ? [] : await unusualLines(manager, { kind, after, limit: PAGE_SIZE + 1 }),
    }));
    const page = unusualPage({
      ...read,
      kind,
      errors,
      lines: read.lines.slice(0, PAGE_SIZE),
      nextPath: nextPath(read.lines, kind),
      timezone: this.settings.area.timezone,
    });
    return this.pages.show(reply, 'pages/audit/unusual.njk', page, errors.length > 0 ? 400 : 200);
  }
}

function readPlace(given: unknown): { readonly on: string; readonly id: string } | null {
  if (given === undefined) return null;
  const [, on, id] = typeof given === 'string' ? (PLACE.exec(given) ?? []) : [];
  if (on === undefined || Number.isNaN(Date.parse(on)) || !isSafeId(id)) {
    throw badRequest('The address of this page of the list is not one that this service made.');
  }
  return { on, id };
}

function nextPath(lines: readonly UnusualLine[], kind: UnusualKind | null): string | undefined {
  const last = lines.length > PAGE_SIZE ? lines[PAGE_SIZE - 1] : undefined;
  if (last === undefined) return undefined;
  const asked = new URLSearchParams({ ...(kind !== null && { kind }), after: `${last.on}_${last.id}` });
  return `/audit/unusual?${asked.toString()}`;
}
