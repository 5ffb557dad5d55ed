import { Body, Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { BeginReview, DecidePackItem, ReviewPack, type Repeatable } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { ITEM_REFUSALS } from '../../../pages/data-protection/review.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { InformationRequestView } from './information-request.view';
import { DecidePackItemBody } from './pack.dto';
import { PackItemDecidedView, PackReviewView, packReviewView } from './pack.view';
import { RequestDesk } from './request-desk';
import { actRefusals } from './request.copy';

const DECIDE_REFUSALS = { ...ITEM_REFUSALS, unreadable: UNREADABLE };

/** A copy of everything, as far as somebody looks through it for other people. */
@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests/:id/pack')
export class PackReviewController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly beginReview: BeginReview,
    private readonly reviewPack: ReviewPack,
    private readonly decidePackItem: DecidePackItem,
  ) {}

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'gatherSubjectPack',
    summary: 'Gather everything about the person',
    description: 'What may tell about somebody else is put aside, to be decided item by item.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/review')
  async gather(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    const input = { requestId: id as InformationRequestId, revision };
    done(await this.beginReview.execute(actor, input, repeatable), actRefusals());
    return this.desk.standing(actor, id);
  }

  @ForAct('keep-data-requests')
  @Answers({
    id: 'reviewSubjectPack',
    summary: 'What was put aside, opened',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: PackReviewView,
  })
  @Get('/review')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<PackReviewView> {
    const review = await this.reviewPack.execute(actor, id as InformationRequestId);
    if (review.kind === 'not-found') throw notFound();
    return packReviewView(review.request, review.items);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'decidePackItem',
    summary: 'Decide about one item that may tell about somebody else',
    description: 'If-Match is the etag of the item.',
    type: PackItemDecidedView,
    ifMatch: true,
  })
  @Post('/items')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { key, decision, reason, words }: DecidePackItemBody,
  ): Promise<PackItemDecidedView> {
    const requestId = id as InformationRequestId;
    const answer = { decision, reason: reason ?? null, words: words ?? '' };
    const input = { requestId, key, revision, ...answer };
    const { left } = done(await this.decidePackItem.execute(actor, input, repeatable), DECIDE_REFUSALS);
    return { id, left };
  }
}
