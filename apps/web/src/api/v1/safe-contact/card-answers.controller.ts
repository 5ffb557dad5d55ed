import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Repeatable } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { textOf } from '../referrals/referral-input';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CallerIdBody, ChangeOtherPersonBody, LostContactBody, WordingBody } from './card-answers.dto';
import { CardWriter } from './card-writer';
import { CardChangedView } from './safe-contact.view';

/** What else the person said about being reached, one answer at a time. */
@ApiTags('safe contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/safe-contact')
export class CardAnswersController {
  constructor(private readonly writer: CardWriter) {}

  @ForAct('change-card')
  @ActAnswers({
    id: 'changeCallerId',
    summary: 'Write down what may show of our number when it rings',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/our-number')
  callerId(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { callerId }: CallerIdBody,
  ): Promise<CardChangedView> {
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'caller-id', callerId });
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'changeWording',
    summary: 'Write down which approved text the person chose for messages',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/wording')
  wording(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { wording }: WordingBody,
  ): Promise<CardChangedView> {
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'wording', wording });
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'changeOtherPerson',
    summary: 'Write down whom else we may turn to, and what they know',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/other-person')
  otherPerson(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { person }: ChangeOtherPersonBody,
  ): Promise<CardChangedView> {
    const thirdParty = person && { relation: person.relation, knows: person.knows };
    const name = person && textOf(person.name);
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'third-party', thirdParty, name });
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'changeLostContact',
    summary: 'Write down what may be done when nobody can reach the person any more',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/lost-contact')
  lostContact(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { policeCheck, afterDays, via }: LostContactBody,
  ): Promise<CardChangedView> {
    const yes = policeCheck === 'yes';
    const lostContact = { policeCheck, afterDays: (yes && afterDays) || null, via: (yes && via) || null };
    return this.writer.change(actor, { id, revision, repeatable }, { part: 'lost-contact', lostContact });
  }
}
