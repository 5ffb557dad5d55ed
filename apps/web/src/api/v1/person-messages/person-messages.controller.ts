import { Body, Controller, Get, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CancelMessage, QueueMessage, type Repeatable } from '#libs/casework';
import {
  instant,
  mayContact,
  mayDo,
  MESSAGE_CHANNELS,
  type CaseId,
  type Instant,
  type PersonMessageId,
  type RouteId,
  type SafeContactCard,
  type StaffActor,
} from '#libs/domain';
import { caseMessages } from '#libs/persistence';
import { invalidInput } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { availableOf } from '../access/available-action.view';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CANCEL_REFUSALS, CHANNEL_OFF, QUEUE_REFUSALS } from './message.copy';
import { QueueMessageBody } from './message.dto';
import {
  MessageCancelledView,
  MessageQueuedView,
  messageView,
  PersonMessagesView,
  type MessageWay,
} from './message.view';
import { safetyReviewView } from './safety-review.view';

/** What is written to the person of a case: one approved text, to a way they said is safe. */
@ApiTags('person messages')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/messages')
export class PersonMessagesController {
  constructor(
    private readonly cases: CaseReader,
    private readonly queueMessage: QueueMessage,
    private readonly cancelMessage: CancelMessage,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-safety-reviews')
  @Answers({
    id: 'listPersonMessages',
    summary: 'Messages to the person of a case, in codes and times, and where one may go',
    type: PersonMessagesView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<PersonMessagesView> {
    return this.cases.with(actor, id, async (manager, { caseId, card, closedAt }, now) => {
      const { messages, reviews } = await caseMessages(manager, caseId);
      const open = closedAt === null;
      const ways = open ? this.waysOf(card, now) : [];
      const maySend = ways.length > 0 && mayDo(actor, 'send-message');
      return {
        caseId,
        ways,
        items: messages.map((message) => messageView(message, { actor, open })),
        reviews: reviews.map((review) => safetyReviewView(review, { actor, now })),
        availableActions: availableOf([
          { action: 'send', method: 'POST', href: `/api/v1/cases/${caseId}/messages`, may: maySend },
        ]),
      };
    });
  }

  @ForAct('send-message')
  @ActAnswers({
    id: 'queueMessage',
    summary: 'Tell the person when somebody will ring',
    description:
      'The text that the person chose, to one route that they said is safe. It waits for a safe hour, and the card is asked again just before it leaves.',
    type: MessageQueuedView,
    status: 201,
  })
  @Post()
  async queue(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { routeId, channel, aboutAt }: QueueMessageBody,
  ): Promise<MessageQueuedView> {
    if (!this.channels.includes(channel)) throw invalidInput([{ field: 'channel', message: CHANNEL_OFF }]);
    const about = { kind: 'appointment', aboutAt: instant(aboutAt) } as const;
    const input = { ...about, caseId: id as CaseId, routeId: routeId as RouteId, channel };
    const queued = done(await this.queueMessage.execute(actor, input, repeatable), QUEUE_REFUSALS);
    return { messageId: queued.messageId, caseId: queued.caseId };
  }

  @ForAct('send-message')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'cancelMessage',
    summary: 'Take back a message that has not left',
    type: MessageCancelledView,
  })
  @Post('/:messageId/cancel')
  async cancel(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('messageId', SafeIdPipe) messageId: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<MessageCancelledView> {
    const input = { caseId: id as CaseId, messageId: messageId as PersonMessageId };
    const { caseId } = done(await this.cancelMessage.execute(actor, input, repeatable), CANCEL_REFUSALS);
    return { caseId };
  }

  private get channels() {
    const texts = this.settings.smsCallbackToken !== undefined;
    return MESSAGE_CHANNELS.filter((channel) => channel === 'email' || texts);
  }

  /** Whatever the hour: a message waits for a safe one. */
  private waysOf(card: SafeContactCard, now: Instant): MessageWay[] {
    return card.routes.flatMap(({ id: routeId }) =>
      this.channels.flatMap((channel) => {
        const gate = mayContact({ card, routeId, channel, now });
        return gate.kind === 'may' || gate.reason === 'outside-safe-times' ? [{ routeId, channel }] : [];
      }),
    );
  }
}
