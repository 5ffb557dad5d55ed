import { Body, Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  NoteAskedAgain,
  RecordDeclinedOffer,
  type DeclinedOfferOutcome,
  type OfferId,
  type Repeatable,
} from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { offersToAskAgain, PostgresUnitOfWork, type OfferCursor } from '#libs/persistence';
import type { RefusalCopy } from '../../../errors/refusal';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { done, type ReasonsOf } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DeclinedOfferBody } from './declined-offer.dto';
import { OfferDeclinedView, OffersToAskAgainView, offerView } from './declined-offer.view';

const REFUSALS: RefusalCopy<ReasonsOf<DeclinedOfferOutcome>> = {
  'unknown-district': { sentence: 'district must be the code of a district of this area', field: 'district' },
  'ask-again-in-the-past': { sentence: 'askAgainOn must be a day that lies ahead', field: 'askAgainOn' },
  'ask-again-too-far': { sentence: 'askAgainOn must be within the next two years', field: 'askAgainOn' },
};

const LIST = 'declined offers';

@ApiTags('declined offers')
@ApiBearerAuth('bearer')
@Controller('/api/v1/declined-offers')
export class DeclinedOffersController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly recordDeclinedOffer: RecordDeclinedOffer,
    private readonly noteAskedAgain: NoteAskedAgain,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-ask-again')
  @Answers({
    id: 'listOffersToAskAgain',
    summary: 'Declined offers that your team should make again',
    type: OffersToAskAgainView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<OffersToAskAgainView> {
    const limit = limitOf(query);
    const after = this.cursors.read<OfferCursor>(LIST, query.cursor);
    return this.unitOfWork.read(actor, async (manager) =>
      pageOf(await offersToAskAgain(manager, { limit: limit + 1, after }), {
        limit,
        item: (offer) => offerView(offer, actor),
        cursor: ({ askAgainOn, offerId }) => this.cursors.write<OfferCursor>(LIST, { askAgainOn, offerId }),
      }),
    );
  }

  @ForAct('record-declined-offer')
  @ActAnswers({
    id: 'recordDeclinedOffer',
    summary: 'Count that somebody chose not to be called',
    description: 'Month and district are kept, and nothing that says who it was.',
    type: OfferDeclinedView,
    status: 201,
  })
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { answer, district, askAgainOn }: DeclinedOfferBody,
  ): Promise<OfferDeclinedView> {
    const input = { answer, district: district ?? null, askAgainOn: askAgainOn ?? null };
    const { offerId } = done(await this.recordDeclinedOffer.execute(actor, input, repeatable), REFUSALS);
    return { id: offerId };
  }

  @ForAct('see-ask-again')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'noteAskedAgain',
    summary: 'Note that somebody has asked again',
    description: 'What the person said this time is a referral or a new declined offer.',
    type: OfferDeclinedView,
  })
  @Post('/:id/asked-again')
  async askedAgain(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<OfferDeclinedView> {
    done(await this.noteAskedAgain.execute(actor, id as OfferId, repeatable), {});
    return { id };
  }
}
