import { IsIn, ValidateIf } from 'class-validator';
import { EXCEPTION_REASONS, type ExceptionReason } from '#libs/casework';
import {
  CHANNELS,
  ELEMENT_ANSWERS,
  IDENTITY_ANSWERS,
  OUTCOMES,
  type Channel,
  type Conversation,
  type ElementAnswer,
  type IdentityAnswer,
  type Outcome,
} from '#libs/domain';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, IdProperty, InstantProperty } from '../openapi/properties';

export class RecordAttemptBody {
  @IdProperty('The route that was tried, from the case; null or left out when none of them was.', {
    nullable: true,
    required: false,
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @SafeId({ message: '$property must be the id of a route of this case, or null' })
  routeId?: string | null;

  @CodeProperty(CHANNELS, 'How it was tried.')
  @IsIn(CHANNELS)
  channel: Channel;

  @CodeProperty(OUTCOMES, 'What came of it.')
  @IsIn(OUTCOMES)
  outcome: Outcome;

  @InstantProperty('When it happened, not when it is typed in.')
  @IsZonedInstant()
  happenedAt: string;

  @CodeProperty(IDENTITY_ANSWERS, 'After a conversation: how the person was known.', { required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(IDENTITY_ANSWERS)
  identity?: IdentityAnswer;

  @CodeProperty(ELEMENT_ANSWERS, 'Emotional support.', { required: false })
  @ValidateIf(needsElements)
  @IsIn(ELEMENT_ANSWERS)
  emotionalSupport?: ElementAnswer;

  @CodeProperty(ELEMENT_ANSWERS, 'Information about the criminal justice process.', { required: false })
  @ValidateIf(needsElements)
  @IsIn(ELEMENT_ANSWERS)
  justiceInformation?: ElementAnswer;

  @CodeProperty(ELEMENT_ANSWERS, 'The offer of counselling and advocacy.', { required: false })
  @ValidateIf(needsElements)
  @IsIn(ELEMENT_ANSWERS)
  supportOffer?: ElementAnswer;
}

/** Somebody who showed who they are was given something of the promise, or was not: that is said with it. */
function needsElements({ identity }: RecordAttemptBody, value: unknown): boolean {
  return value !== undefined || (identity !== undefined && identity !== 'not-sure');
}

/** What was noted after a conversation; null leaves it open. */
export function conversationIn({ identity, ...given }: RecordAttemptBody): Conversation | null {
  return identity === undefined ? null : conversationOf({ identity, ...given });
}

/** How the person was known and what they were given; with somebody who was not known, nothing was. */
export function conversationOf({
  identity,
  emotionalSupport,
  justiceInformation,
  supportOffer,
}: {
  readonly identity: IdentityAnswer;
  readonly emotionalSupport?: ElementAnswer;
  readonly justiceInformation?: ElementAnswer;
  readonly supportOffer?: ElementAnswer;
}): Conversation {
  if (identity === 'not-sure' || !emotionalSupport || !justiceInformation || !supportOffer)
    return { identity: 'not-sure', elements: null };
  const elements = {
    'emotional-support': emotionalSupport,
    'justice-information': justiceInformation,
    'support-offer': supportOffer,
  };
  return { identity, elements };
}

export class RecordExceptionBody {
  @CodeProperty(EXCEPTION_REASONS, 'Why the promise could not be kept for a while.')
  @IsIn(EXCEPTION_REASONS)
  reason: ExceptionReason;

  @InstantProperty('From when.')
  @IsZonedInstant()
  from: string;

  @InstantProperty('Until when: 30 days at most.')
  @IsZonedInstant()
  to: string;
}
