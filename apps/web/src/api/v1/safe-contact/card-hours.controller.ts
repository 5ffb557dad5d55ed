import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Repeatable } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { spansOf, weekOf } from './card-hours';
import { AddCardDateBody, CardDateBody, WeekHoursBody } from './card-hours.dto';
import { CardWriter } from './card-writer';
import { CardChangedView } from './safe-contact.view';

/** When contact is safe. Each part of a card is asked, and written, on its own. */
@ApiTags('safe contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/safe-contact')
export class CardHoursController {
  constructor(private readonly writer: CardWriter) {}

  @ForAct('change-card')
  @ActAnswers({
    id: 'changeSafeTimes',
    summary: 'Write down the hours of the week at which contact is safe',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/safe-times')
  async safeTimes(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { hours }: WeekHoursBody,
  ): Promise<CardChangedView> {
    const windows = weekOf(hours, this.writer.timezone);
    const { never } = await this.writer.card(actor, id);
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'times', windows, never });
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'changeNeverTimes',
    summary: 'Write down the hours of the week at which nothing may ever come',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/never-times')
  async neverTimes(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { hours }: WeekHoursBody,
  ): Promise<CardChangedView> {
    const never = weekOf(hours, this.writer.timezone);
    const { saidWindows: windows } = await this.writer.card(actor, id);
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'times', windows, never });
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'addCardDate',
    summary: 'Write down hours of one date that are safe as well, or never',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/dates')
  addDate(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { date, kind, hours }: AddCardDateBody,
  ): Promise<CardChangedView> {
    const exception = { date, kind, spans: spansOf(hours) };
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'add-date', exception });
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'removeCardDate',
    summary: 'Take a date off the card',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/dates/remove')
  removeDate(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { date }: CardDateBody,
  ): Promise<CardChangedView> {
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'remove-date', date });
  }
}
