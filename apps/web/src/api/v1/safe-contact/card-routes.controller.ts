import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RevealWord, type Repeatable } from '#libs/casework';
import type { CaseId, RouteId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { IdempotencyKey } from '../../../request-reading/idempotency-key';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { textOf } from '../referrals/referral-input';
import { doneIn } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AddAddressBody, CheckRouteBody } from './card-answers.dto';
import { CardWriter } from './card-writer';
import { RevealedTextView } from './card.view';
import { CardChangedView } from './safe-contact.view';

/** Addresses on the card, and how long each way to reach the person may be relied on. */
@ApiTags('safe contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/safe-contact')
export class CardRoutesController {
  constructor(
    private readonly writer: CardWriter,
    private readonly revealWord: RevealWord,
  ) {}

  @ForAct('change-card')
  @ActAnswers({
    id: 'addAddress',
    summary: 'Write down an address for letters, or for a police check alone',
    type: CardChangedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/addresses')
  add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { purpose, address, post = 'unknown', seenBy }: AddAddressBody,
  ): Promise<CardChangedView> {
    const allowed = purpose === 'police-check' ? 'no' : post;
    const change = { part: 'address', purpose, value: textOf(address), post: allowed, seenBy } as const;
    return this.writer.change(actor, { id, revision, repeatable }, change);
  }

  /** Sent again with the same key it shows again, and is logged again: the log is of what was seen. */
  @ForAct('reveal-word')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'revealAddress',
    summary: 'Show one address of the card',
    description: 'Each showing is written to the access log before the answer leaves.',
    type: RevealedTextView,
  })
  @Post('/addresses/:routeId/reveal')
  async reveal(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('routeId', SafeIdPipe) routeId: string,
    @IdempotencyKey() _key: string,
  ): Promise<RevealedTextView> {
    const request = { caseId: id as CaseId, what: 'address', routeId: routeId as RouteId } as const;
    const { text } = doneIn(await this.revealWord.execute(actor, request), { unreadable: UNREADABLE });
    return { caseId: id, text };
  }

  @ForAct('change-card')
  @ActAnswers({
    id: 'checkRoute',
    summary: 'Write down that a way to reach the person was checked again, and who may see what comes on it',
    description:
      'Calls, texts and voicemail are said with permitRoute. A number on hold is not checked here.',
    type: CardChangedView,
    ifMatch: true,
  })
  @Post('/routes/:routeId/check')
  check(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('routeId', SafeIdPipe) routeId: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { seenBy, email, post, recheckDays }: CheckRouteBody,
  ): Promise<CardChangedView> {
    const permissions = { ...(email && { email }), ...(post && { post }) };
    const route = { part: 'route', routeId: routeId as RouteId, permissions, seenBy, recheckDays } as const;
    return this.writer.change(actor, { id, revision, repeatable }, route);
  }
}
