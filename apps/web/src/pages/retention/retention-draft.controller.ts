import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RETENTION_GROUNDS, RETENTION_OUTCOMES, type RetentionSchedule, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { wrongFields } from '../form-acts/wrong-fields';
import { GROUND_WORDS, OUTCOME_WORDS } from './retention.copy';
import { SCHEDULE_FORM } from './retention-schedule.copy';
import { readSchedule, scheduleRawOf, type ScheduleRaw } from './retention-schedule.form';

const PATH = '/data-protection/retention/rules/new';

@Controller(PATH)
export class RetentionDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('propose-retention')
  @Get()
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const base = await this.base(actor);
    return this.draw(reply, { base, raw: scheduleRawOf(base), errors: [] });
  }

  @ForAct('propose-retention')
  @Post()
  async draft(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor);
    const form = readSchedule(request.body, base, this.settings.area.timezone);
    const draw: DrawForm<ScheduleRaw> = (sent, status) => this.draw(reply, { base, ...sent }, status);
    return this.drafts.post(actor, { request, reply }, { form, path: PATH, draw });
  }

  private base(actor: StaffActor): Promise<RetentionSchedule> {
    return this.work.run(actor, async (tx) => (await tx.retention.newestSchedule()).schedule);
  }

  private draw(
    reply: FastifyReply,
    page: {
      base: RetentionSchedule;
      raw: ScheduleRaw;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    const { base, raw, errors } = page;
    const view = {
      ...page,
      copy: SCHEDULE_FORM,
      path: PATH,
      caption: `Draft version ${base.version + 1}`,
      outcomes: RETENTION_OUTCOMES.map((outcome) => ({
        legend: OUTCOME_WORDS[outcome],
        years: `years-${outcome}`,
        ground: `ground-${outcome}`,
        grounds: RETENTION_GROUNDS.map((value) => ({
          value,
          text: GROUND_WORDS[value],
          selected: raw[`ground-${outcome}`] === value,
        })),
      })),
      wrong: wrongFields(errors),
      ending: draftEnding(raw, errors),
    };
    return this.pages.show(reply, 'pages/retention/new-rules.njk', view, status);
  }
}
