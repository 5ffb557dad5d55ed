import { IsIn, ValidateIf } from 'class-validator';
import { EXCEPTION_REASONS, type ExceptionReason } from '#libs/casework';
import { CHANNELS, OUTCOMES, type Channel, type Outcome } from '#libs/domain';
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
