import { ApiProperty } from '@nestjs/swagger';
import {
  isoOf,
  MESSAGE_CHANNELS,
  mayDo,
  PERSON_TEMPLATE_IDS,
  type MessageChannel,
  type PersonMessage,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';
import { SafetyReviewView } from './safety-review.view';

const STATES = ['queued', 'handed-over', 'delivered', 'failed', 'withheld', 'cancelled'];

/** One message in codes and times: neither its words nor where it went. */
export class PersonMessageView {
  @IdProperty('The message.')
  id: string;

  @IdProperty('The route that it goes to.')
  routeId: string;

  @CodeProperty(MESSAGE_CHANNELS, 'In which form.')
  channel: string;

  @CodeProperty(PERSON_TEMPLATE_IDS, 'Which approved text.')
  template: string;

  @NumberProperty('In which version.', 1)
  templateVersion: number;

  @InstantProperty('The time that it names.')
  aboutAt: string;

  @CodeProperty(STATES, 'How far it got.')
  state: string;

  @TextProperty('Why it went no further, as a code; null when nothing stopped it.', 'stop-word', {
    nullable: true,
  })
  reason: string | null;

  @IdProperty('The colleague who asked for it.')
  queuedBy: string;

  @InstantProperty('When it was asked for.')
  queuedAt: string;

  @InstantProperty('When it left; null when it has not.', { nullable: true })
  handedOverAt: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

/** A way on which a message may go by the card; one that waits for a safe hour is among them. */
export class MessageWayView {
  @IdProperty('The route.')
  routeId: string;

  @CodeProperty(MESSAGE_CHANNELS, 'In which form.')
  channel: string;
}

export class PersonMessagesView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [MessageWayView], description: 'Where a message may go; empty when none may.' })
  ways: MessageWayView[];

  @ApiProperty({ type: [PersonMessageView], description: 'The newest first, 50 at most.' })
  items: PersonMessageView[];

  @ApiProperty({
    type: [SafetyReviewView],
    description: 'What was looked at because a message did not arrive.',
  })
  reviews: SafetyReviewView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class MessageQueuedView {
  @IdProperty('The message.')
  messageId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class MessageCancelledView {
  @IdProperty('The case.')
  caseId: string;
}

export interface MessageWay {
  readonly routeId: RouteId;
  readonly channel: MessageChannel;
}

export function messageView(
  message: PersonMessage,
  { actor, open }: { actor: StaffActor; open: boolean },
): PersonMessageView {
  const { id, caseId, routeId, channel, state, reason, queuedBy, handedOverAt } = message;
  return {
    id,
    routeId,
    channel,
    template: message.templateId,
    templateVersion: message.templateVersion,
    aboutAt: isoOf(message.aboutAt),
    state,
    reason,
    queuedBy,
    queuedAt: isoOf(message.queuedAt),
    handedOverAt: handedOverAt && isoOf(handedOverAt),
    availableActions: availableOf([
      {
        action: 'cancel',
        method: 'POST',
        href: `/api/v1/cases/${caseId}/messages/${id}/cancel`,
        may: open && state === 'queued' && mayDo(actor, 'send-message'),
      },
    ]),
  };
}
