import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoveReview, PlanReview } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  isLiveTask,
  isTaskLate,
  mayDo,
  nextReviewOn,
  REVIEW_MOVES,
  type CaseId,
  type StaffActor,
  type SupportTask,
  type SupportTaskId,
} from '#libs/domain';
import { PostgresUnitOfWork, supportOfCase, supportTask } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { calendarDay, momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { day, oneOf, todayOf } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RecordPages, type FormPlace, type RecordsView } from '../case-records/record-pages';
import type { FrameParts } from '../cases/case-frame.page';
import type { CaseForm, RecordContext } from '../support/case-form';
import { MATTER_WORDS, OUTCOME_WORDS, STATE_WORDS } from '../support/support.copy';
import { MOVE_FORM, MOVE_REFUSALS, MOVE_WORDS, PLAN_FORM, PLAN_REFUSALS, REVIEWS } from './reviews.copy';

/** Reviews of the support of one case; each is held on its own page as a task. */
@Controller('/cases/:id/reviews')
export class ReviewsController {
  constructor(
    private readonly records: RecordPages,
    private readonly work: PostgresUnitOfWork,
    private readonly plan: PlanReview,
    private readonly move: MoveReview,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-reviews')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-reviews', id);
    const { tasks } = await this.work.read(actor, (manager) => supportOfCase(manager, id));
    const reviews = tasks.filter(({ kind }) => kind === 'case-review');
    return this.records.list(reply, { request, parts, view: this.view(parts, reviews) });
  }

  @ForAct('keep-reviews')
  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.place(actor, id, this.planForm(), 'new'));
  }

  @ForAct('keep-reviews')
  @Post('/new')
  async sendNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.place(actor, id, this.planForm(), 'new'));
  }

  @ForAct('keep-reviews')
  @Get('/:review/move')
  async openMove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('review', SafeIdPipe) review: SupportTaskId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.moving(actor, id, review));
  }

  @ForAct('keep-reviews')
  @Post('/:review/move')
  async sendMove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('review', SafeIdPipe) review: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.moving(actor, id, review));
  }

  private view(parts: FrameParts, reviews: readonly SupportTask[]): RecordsView {
    const { summary, actor, now, timezone } = parts;
    const path = `/cases/${summary.caseId}/reviews`;
    const keeps = mayDo(actor, 'keep-reviews');
    const live = reviews.filter((review) => isLiveTask(review));
    const row = (review: SupportTask) => {
      const { id, matter, plannedOn, dueAt, state, outcome } = review;
      const on = plannedOn === null ? momentInWords(dueAt, { now, timezone }) : calendarDay(plannedOn);
      const held = state === 'open' && mayDo(actor, 'work-support-task');
      return {
        cells: [
          matter === null ? REVIEWS.title : MATTER_WORDS[matter],
          on,
          outcome === null ? STATE_WORDS[state] : OUTCOME_WORDS[outcome],
        ],
        tag: isTaskLate(review, now) ? REVIEWS.late : null,
        acts: [
          ...(held ? [{ text: REVIEWS.open, about: on, href: `/support-tasks/${id}` }] : []),
          ...(keeps && isLiveTask(review)
            ? [{ text: REVIEWS.move, about: on, href: `${path}/${id}/move` }]
            : []),
        ],
      };
    };
    return {
      title: REVIEWS.title,
      intro: REVIEWS.intro(this.pack.care.reviewEveryWeeks),
      acts:
        keeps && summary.closedAt === null && live.length === 0
          ? [{ text: REVIEWS.plan, href: `${path}/new` }]
          : [],
      sections: [
        {
          title: REVIEWS.next,
          columns: REVIEWS.columns,
          rows: live.map(row),
          nothing: REVIEWS.nothingAhead,
        },
        {
          title: REVIEWS.past,
          columns: REVIEWS.columns,
          rows: reviews.filter((review) => !isLiveTask(review)).map(row),
          nothing: REVIEWS.nothingPast,
        },
      ],
    };
  }

  private planForm(): CaseForm {
    const { plan } = this;
    return recordForm({
      ...PLAN_FORM,
      act: 'keep-reviews',
      questions: { on: this.dayQuestion() },
      save: ({ actor, caseId }, { on }, { act }) => plan.execute(actor, { caseId, on }, act),
      refusals: PLAN_REFUSALS,
    });
  }

  private moveForm(taskId: SupportTaskId): CaseForm {
    const { move } = this;
    return recordForm({
      ...MOVE_FORM,
      act: 'keep-reviews',
      questions: {
        on: this.dayQuestion(),
        reason: oneOf(REVIEW_MOVES, {
          legend: MOVE_FORM.reason,
          words: MOVE_WORDS,
          missing: MOVE_FORM.reasonMissing,
        }),
      },
      save: ({ actor }, answers, { act, revision }) =>
        move.execute(actor, { ...answers, taskId, revision: revision() }, act),
      refusals: MOVE_REFUSALS,
    });
  }

  private dayQuestion() {
    const { reviewEveryWeeks } = this.pack.care;
    const start = (context: RecordContext) => nextReviewOn(todayOf(context), reviewEveryWeeks);
    return day({ legend: PLAN_FORM.on, hint: PLAN_FORM.onHint, missing: PLAN_FORM.missing, start });
  }

  private async place(actor: StaffActor, id: CaseId, form: CaseForm, end: string): Promise<FormPlace> {
    const context = await this.records.context(actor, 'keep-reviews', id);
    const path = `/cases/${id}/reviews`;
    const back = { href: path, text: REVIEWS.title };
    return { form, context, action: `${path}/${end}`, back, revision: null };
  }

  private async moving(actor: StaffActor, id: CaseId, review: SupportTaskId): Promise<FormPlace> {
    const place = await this.place(actor, id, this.moveForm(review), `${review}/move`);
    const task = await this.work.read(actor, (manager) => supportTask(manager, review));
    if (task?.caseId !== id || task.kind !== 'case-review') throw notFound();
    const about = task.plannedOn === null ? undefined : MOVE_FORM.about(calendarDay(task.plannedOn));
    return { ...place, revision: task.revision, about };
  }
}
