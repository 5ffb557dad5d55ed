import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerSafetyReview } from '#libs/casework';
import { REVIEW_ANSWERS, type CaseId, type SafetyReviewId, type StaffActor } from '#libs/domain';
import { openReviews, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { momentNow } from '../typed-moments/typed-moment.page';
import { MessagesReading } from './messages-reading';
import { CAUSE_WORDS, REVIEW_REFUSALS, REVIEW_STALE, REVIEWS } from './person-message.copy';
import { messagesPage } from './person-messages.page';

/** As many as a page holds: there are never more open unless mail as a whole is broken. */
const MOST = 100;

/** Routes on which a message did not arrive, for the duty lead to look at. */
@Controller()
export class SafetyReviewsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly reading: MessagesReading,
    private readonly answerReview: AnswerSafetyReview,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-safety-reviews')
  @Get('/alerts/safety-reviews')
  async list(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const { reviews, now } = await this.work.read(actor, async (manager, at) => ({
      reviews: await openReviews(manager, { limit: MOST }),
      now: at,
    }));
    return this.pages.show(reply, 'pages/person-messages/reviews.njk', {
      ...REVIEWS,
      asAt: timeOfDay(now, timezone),
      reviews: reviews.map((review) => ({
        reference: review.reference,
        cause: CAUSE_WORDS[review.cause],
        opened: momentInWords(review.openedAt, { now, timezone }),
        due: momentInWords(review.dueAt, { now, timezone }),
        overdue: now > review.dueAt,
        href: `/cases/${review.caseId}/messages`,
      })),
    });
  }

  @ForAct('answer-safety-review')
  @Post('/cases/:id/safety-reviews/:reviewId/answer')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Param('reviewId', SafeIdPipe) reviewId: SafetyReviewId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['answer', 'revision'] });
    const answer = REVIEW_ANSWERS.find((code) => code === raw.answer);
    if (answer === undefined) return this.again({ actor, caseId, reviewId, reply });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { caseId, reviewId, answer, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.answerReview.execute(actor, input, act));
    switch (outcome.kind) {
      case 'answered':
        leaveNotice(request, REVIEWS.saved);
        return this.pages.redirect(reply, `/cases/${caseId}/messages`);
      case 'stale':
        throw new Problem('conflict', { detail: REVIEW_STALE });
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, REVIEW_REFUSALS);
    }
  }

  private async again(options: {
    actor: StaffActor;
    caseId: CaseId;
    reviewId: SafetyReviewId;
    reply: FastifyReply;
  }): Promise<FastifyReply> {
    const { actor, caseId, reviewId, reply } = options;
    const parts = await this.reading.of(actor, 'answer-safety-review', caseId);
    const errors = [{ field: `answer-${reviewId}`, message: REVIEWS.missing }];
    const raw = { ...momentNow('about', parts), aboutTime: '', route: '' };
    const page = messagesPage(parts, { raw, errors, notice: null });
    return this.pages.show(reply, 'pages/person-messages/messages.njk', page, 400);
  }
}
