import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecidePackItem, ReviewPack, type PackReview } from '#libs/casework';
import { ITEM_DECISIONS, WITHHOLD_REASONS, type InformationRequestId, type StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { REQUEST } from './request.copy';
import { ITEM, ITEM_REFUSALS } from './review.copy';
import { BLANK_ITEM, itemPage, reviewPage, type ItemForm } from './review.page';

type Review = Extract<PackReview, { kind: 'review' }>;

const LONGEST = 2_000;

@Controller('/data-protection/requests/:id/review')
export class ReviewController {
  constructor(
    private readonly pages: Pages,
    private readonly reviewPack: ReviewPack,
    private readonly decidePackItem: DecidePackItem,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-data-requests')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const review = await this.read(actor, id);
    return this.pages.show(
      reply,
      'pages/data-protection/review.njk',
      reviewPage(review, takeNotice(request)),
    );
  }

  @ForAct('keep-data-requests')
  @Get('/:place')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Param('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.item(reply, { review: await this.read(actor, id), place, form: BLANK_ITEM });
  }

  @ForAct('keep-data-requests')
  @Post('/:place')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Param('place') place: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const {
      raw,
      errors: unclean,
      idempotencyKey,
    } = readFields(request.body, {
      single: ['key', 'decision', 'reason', 'words', 'revision'],
    });
    const decision = ITEM_DECISIONS.find((code) => code === raw.decision);
    const reason = WITHHOLD_REASONS.find((code) => code === raw.reason) ?? null;
    const again = async (errors: readonly FieldError[]) =>
      this.item(reply, { review: await this.read(actor, id), place, form: { raw, errors, idempotencyKey } });
    if (decision === undefined || unclean.length > 0 || raw.words.length > LONGEST) {
      return again([
        ...unclean,
        ...(decision === undefined ? [{ field: 'decision', message: ITEM.missing }] : []),
        ...(raw.words.length > LONGEST ? [{ field: 'words', message: ITEM.tooLong }] : []),
      ]);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const { key, words } = raw;
    const input = { requestId: id, key, revision: readRevision(raw.revision), decision, reason, words };
    const outcome = resultOfForm(await this.decidePackItem.execute(actor, input, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, { title: ITEM.saved, lines: [ITEM.left(outcome.left)] });
        return this.pages.redirect(reply, `/data-protection/requests/${id}/review`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: REQUEST.changed });
      case 'refused':
        return again(whatToPutRight(outcome, ITEM_REFUSALS));
    }
  }

  private async item(
    reply: FastifyReply,
    { review, place, form }: { review: Review; place: string; form: ItemForm },
  ): Promise<FastifyReply> {
    const found = /^[1-9]\d{0,3}$/.test(place) ? review.items[Number(place) - 1] : undefined;
    if (found === undefined) throw notFound();
    const page = itemPage(review, { found, place: Number(place), form });
    return this.pages.show(
      reply,
      'pages/data-protection/item.njk',
      page,
      form.errors.length === 0 ? 200 : 400,
    );
  }

  private async read(actor: StaffActor, id: InformationRequestId): Promise<Review> {
    const review = await this.reviewPack.execute(actor, id);
    if (review.kind === 'not-found') throw notFound();
    return review;
  }
}
