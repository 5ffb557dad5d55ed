import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isoOf, retentionPreview, type Instant, type StaffActor } from '#libs/domain';
import { PostgresRetentionStore, PostgresUnitOfWork, standingHolds } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { RETENTION } from './retention.copy';
import { retentionPage } from './retention.page';
import { readDay, type TypedDay } from './typed-day';

const MOST = 10_000;

@Controller('/data-protection/retention')
export class RetentionController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-retention')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const typed = typedDay(given);
    const day = readDay(typed);
    const asked = given['on-year'] !== undefined;
    const errors =
      day === 'wrong' || (day === 'empty' && asked)
        ? [{ field: 'on', message: day === 'wrong' ? RETENTION.dateWrong : RETENTION.dateMissing }]
        : [];
    const found = await this.work.read(actor, async (manager, now) => ({
      now,
      ...(await previewOn(manager, { now, on: typeof day === 'string' ? isoOf(now).slice(0, 10) : day.on })),
      holds: await standingHolds(manager),
    }));
    const page = retentionPage(found, {
      actor,
      now: found.now,
      timezone: this.settings.area.timezone,
      typed,
      errors,
      notice: takeNotice(request),
    });
    return this.pages.show(reply, 'pages/retention/retention.njk', page, errors.length === 0 ? 200 : 400);
  }
}

async function previewOn(manager: EntityManager, { now, on }: { now: Instant; on: string }) {
  const store = new PostgresRetentionStore(manager);
  const schedule = await store.scheduleInForce(now);
  const at = (Date.parse(`${on}T00:00:00Z`) + 86_399_999) as Instant;
  const standings = await store.ended({ before: at, limit: MOST });
  return { preview: retentionPreview(schedule, { standings, at }), version: schedule.version, on };
}

function typedDay(given: Readonly<Record<string, unknown>>): TypedDay {
  const part = (name: string) => {
    const value = given[`on-${name}`];
    return typeof value === 'string' ? value.slice(0, 10) : '';
  };
  return { day: part('day'), month: part('month'), year: part('year') };
}
