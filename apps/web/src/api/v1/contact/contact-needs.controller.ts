import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeSafeWords, ProposeExhausted, RecordInterpreterBooking, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type RouteId, type StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { BOOKING_REFUSALS, EXHAUSTED_REFUSALS, SAFE_WORDS_REFUSALS } from './contact.copy';
import { BookInterpreterBody, ProposeExhaustedBody } from './contact.dto';
import { BookingRecordedView, ExhaustedProposedView, SafeWordsChangedView } from './contact-done.view';
import { ChangeSafeWordsBody } from './safe-words.dto';

@ApiTags('contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class ContactNeedsController {
  constructor(
    private readonly proposeExhausted: ProposeExhausted,
    private readonly recordBooking: RecordInterpreterBooking,
    private readonly changeSafeWords: ChangeSafeWords,
  ) {}

  @ForAct('propose-exhausted')
  @ActAnswers({
    id: 'proposeExhausted',
    summary: 'Put to a duty lead that enough was tried',
    description: 'Somebody else signs, as a check. Nothing is closed and no clock stops.',
    type: ExhaustedProposedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/exhausted')
  async exhausted(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { basis, welfareCheck }: ProposeExhaustedBody,
  ): Promise<ExhaustedProposedView> {
    const input = { caseId: id as CaseId, basis, welfareCheck, revision };
    const { checkId, caseId } = done(
      await this.proposeExhausted.execute(actor, input, repeatable),
      EXHAUSTED_REFUSALS,
    );
    return { checkId, caseId };
  }

  @ForAct('book-interpreter')
  @ActAnswers({
    id: 'bookInterpreter',
    summary: 'Note that an interpreter was booked for a call, or that none was to be had',
    type: BookingRecordedView,
    status: 201,
  })
  @Post('/interpreter-bookings')
  async book(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { forAt, language, gender, outsideCommunity }: BookInterpreterBody,
  ): Promise<BookingRecordedView> {
    const at = forAt === null ? null : instant(forAt);
    const input = { caseId: id as CaseId, language, gender, outsideCommunity, forAt: at };
    const { bookingId, caseId } = done(
      await this.recordBooking.execute(actor, input, repeatable),
      BOOKING_REFUSALS,
    );
    return { bookingId, caseId };
  }

  @ForAct('change-safe-words')
  @ActAnswers({
    id: 'changeSafeWords',
    summary: 'Write down what the person agreed for the next call',
    description: 'What is left out stays as it is.',
    type: SafeWordsChangedView,
    ifMatch: true,
  })
  @Post('/safe-words')
  async words(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: ChangeSafeWordsBody,
  ): Promise<SafeWordsChangedView> {
    const { answerers, callerId = null } = body;
    const input = {
      caseId: id as CaseId,
      revision,
      sayIfOtherAnswers: maybeTextOf(body.sayIfOtherAnswers),
      codeWord: maybeTextOf(body.codeWord),
      stopWord: maybeTextOf(body.stopWord),
      callerId,
      answerers:
        answerers === undefined ? null : { routeId: answerers.routeId as RouteId, who: answerers.who },
    };
    const { caseId } = done(
      await this.changeSafeWords.execute(actor, input, repeatable),
      SAFE_WORDS_REFUSALS,
    );
    return { caseId };
  }
}
