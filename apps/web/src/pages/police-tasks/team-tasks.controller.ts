import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerPoliceTask, OpenTeamTask, type AnswerTaskOutcome, type TeamTaskOpened } from '#libs/casework';
import type { Instant, PoliceTaskId, StaffActor } from '#libs/domain';
import { openPoliceTasks, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { ROWS_READ } from '../list-places/place';
import { leaveNotice, takeNotice } from '../notices/notice';
import { listPlace } from './list-place';
import { ANSWER_REFUSALS, ANSWERED, CALL_TIME, NOTED } from './task.copy';
import { BLANK_TASK, readTaskForm, type TaskForm } from './task.form';
import { teamTasksPage } from './task-list.page';
import { settledPage, taskPage } from './task.page';

type Opened = Extract<TeamTaskOpened, { kind: 'opened' }>;

@Controller('/tasks')
export class TeamTasksController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly openTask: OpenTeamTask,
    private readonly answerTask: AnswerPoliceTask,
    private readonly colleagues: Colleagues,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-team-tasks')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = listPlace('/tasks', after);
    const { found, now } = await this.work.read(actor, async (manager, at) => ({
      now: at,
      found: await openPoliceTasks(manager, { after: place.after, limit: ROWS_READ }),
    }));
    const { rows, nextPath: nextHref } = place.pageOf(found);
    const notice = takeNotice(request);
    const page = teamTasksPage(rows, { now, timezone: this.timezone, nextHref, notice });
    return this.pages.show(reply, 'pages/police-tasks/list.njk', page);
  }

  /** The access row is committed before the initials are opened (P8). */
  @ForAct('answer-police-task')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: PoliceTaskId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.show(actor, reply, await this.opened(actor, id));
  }

  @ForAct('answer-police-task')
  @Post('/:id')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: PoliceTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.opened(actor, id);
    const { timezone } = this;
    const form = readTaskForm(request.body, { kind: opened.task.kind, timezone });
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => this.show(actor, reply, opened, { form, errors });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const answered = await this.answerTask.execute(actor, { taskId: id, answer: form.answer }, act);
    const outcome = resultOfForm(answered);
    switch (outcome.kind) {
      case 'answered': {
        const lines = callLines(outcome, { now: await this.now(actor), timezone });
        leaveNotice(request, { title: ANSWERED[outcome.answer], lines });
        return this.pages.redirect(reply, '/tasks');
      }
      case 'noted': {
        const now = await this.now(actor);
        const when = momentInWords(outcome.askAgainAt, { now, timezone });
        leaveNotice(request, { title: NOTED(when), lines: [] });
        return this.pages.redirect(reply, '/tasks');
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'task-settled') {
          return this.show(actor, reply, await this.opened(actor, id), { quicker: true });
        }
        return again(whatToPutRight(outcome, ANSWER_REFUSALS));
    }
  }

  private async show(
    actor: StaffActor,
    reply: FastifyReply,
    opened: Opened,
    sent: { form?: TaskForm; errors?: readonly FieldError[]; quicker?: boolean } = {},
  ): Promise<FastifyReply> {
    const { form, errors = [], quicker = false } = sent;
    const { task } = opened;
    const nameOf = await this.colleagues.names([task.settledBy], actor.userId);
    const now = await this.now(actor);
    const reading = { now, timezone: this.timezone, settler: nameOf(task.settledBy) };
    if (task.state !== 'open') {
      const page = settledPage(task, { ...reading, quicker });
      return this.pages.show(reply, 'pages/police-tasks/settled.njk', page, quicker ? 409 : 200);
    }
    const { raw = BLANK_TASK, idempotencyKey } = form ?? {};
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    const page = taskPage(opened, { ...reading, raw, errors, ...key });
    return this.pages.show(reply, 'pages/police-tasks/task.njk', page, errors.length === 0 ? 200 : 400);
  }

  private async opened(actor: StaffActor, id: PoliceTaskId): Promise<Opened> {
    const opened = await this.openTask.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    return opened;
  }

  private now(actor: StaffActor) {
    return this.work.read(actor, (_manager, at) => Promise.resolve(at));
  }

  private get timezone(): string {
    return this.settings.area.timezone;
  }
}

/** The one time that may honestly be passed on, after a number was given. */
function callLines(
  { answer, callFromAt }: Extract<AnswerTaskOutcome, { kind: 'answered' }>,
  time: { now: Instant; timezone: string },
): readonly string[] {
  if (answer !== 'route-given') return [];
  if (callFromAt === null) return [CALL_TIME.none];
  return [CALL_TIME.from(callFromAt <= time.now ? 'now on' : momentInWords(callFromAt, time))];
}
