import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CountQuarter } from '#libs/casework';
import { countableQuarters, type StaffActor } from '#libs/domain';
import {
  allSnapshots,
  figureMonths,
  PostgresUnitOfWork,
  snapshotAt,
  snapshotTables,
} from '#libs/persistence';
import { REPORTS } from '../../casework/tokens';
import { badRequest, notFound } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { comparePage } from './compare.page';
import { readQuarter } from './quarters.form';
import { quartersPage, type QuartersShown } from './quarters.page';
import { pathOf } from './report-view';
import { readName, type SnapshotAddress } from './snapshot-address';
import { COMPARE, COUNT_REFUSALS, QUARTERS } from './snapshots.copy';

const BLANK = { quarter: '', reason: '' };

/** Which reports there are, counting a quarter, and what changed from one report to another. */
@Controller('/figures/quarters')
export class QuartersController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly countQuarter: CountQuarter,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @InjectDataSource(REPORTS) private readonly reports: DataSource,
  ) {}

  @ForAct('see-snapshots')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, reply, { raw: BLANK, errors: [], notice: takeNotice(request) });
  }

  @ForAct('keep-snapshots')
  @Post()
  @HttpCode(303)
  async count(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readQuarter(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.draw(actor, reply, { raw, errors: form.errors, notice: null, idempotencyKey });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.countQuarter.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'not-found':
        throw notFound();
      case 'refused': {
        const errors = whatToPutRight(outcome, COUNT_REFUSALS);
        return this.draw(actor, reply, { raw, errors, notice: null, idempotencyKey });
      }
      case 'counted':
        leaveNotice(request, QUARTERS.counted);
        return this.pages.redirect(reply, pathOf(outcome.snapshot));
    }
  }

  @ForAct('see-snapshots')
  @Get('/compare')
  async compare(
    @CurrentActor() actor: StaffActor,
    @Query('before') before: unknown,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (before === undefined || after === undefined) throw badRequest(COMPARE.missing);
    const [earlier, later] = [readName(before), readName(after)];
    const page = await this.work.read(actor, async (manager) => {
      const read = async (address: SnapshotAddress) => {
        const line = await snapshotAt(manager, address);
        if (line === null) throw notFound();
        return { snapshot: line.snapshot, tables: await snapshotTables(manager, line.snapshot.id) };
      };
      return comparePage(await read(earlier), await read(later));
    });
    return this.pages.show(reply, 'pages/snapshots/compare.njk', page);
  }

  private async draw(
    actor: StaffActor,
    reply: FastifyReply,
    form: Pick<QuartersShown, 'raw' | 'errors' | 'notice' | 'idempotencyKey'>,
  ): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const began = (await figureMonths(this.reports)).at(-1)?.slice(0, 7) ?? null;
    const page = await this.work.read(actor, async (manager, now) =>
      quartersPage({
        actor,
        snapshots: await allSnapshots(manager),
        countable: countableQuarters(now, { timezone, began }),
        timezone,
        ...form,
      }),
    );
    return this.pages.show(reply, 'pages/snapshots/quarters.njk', page, form.errors.length > 0 ? 400 : 200);
  }
}
