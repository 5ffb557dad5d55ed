import { IsIn, IsInt, Max, Min } from 'class-validator';
import {
  APPOINTMENT_PLACES,
  APPOINTMENT_REASONS,
  MESSAGE_CHANNELS,
  type AppointmentPlace,
  type AppointmentReason,
  type MessageChannel,
  type RouteId,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import {
  CodeProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

export class BookAppointmentBody {
  @CodeProperty(APPOINTMENT_PLACES, 'Where.')
  @IsIn(APPOINTMENT_PLACES)
  place: AppointmentPlace;

  @TextProperty('Where exactly. It is sealed.', 'Sample room', { required: false, maxLength: 500 })
  @MayBeOmitted()
  @CleanText({ max: 500, min: 1 })
  words?: string;

  @InstantProperty('When: ahead, within two years.')
  @IsZonedInstant()
  startsAt: string;

  @NumberProperty('How long; as long as usual in the area when left out.', 60, {
    required: false,
    minimum: 5,
    maximum: 720,
  })
  @MayBeOmitted()
  @IsInt()
  @Min(5)
  @Max(720)
  minutes?: number;
}

export class AppointmentReasonBody {
  @CodeProperty(APPOINTMENT_REASONS, 'Why; nobody is to blame.')
  @IsIn(APPOINTMENT_REASONS)
  reason: AppointmentReason;
}

export class MoveAppointmentBody extends BookAppointmentBody {
  @CodeProperty(APPOINTMENT_REASONS, 'Why; nobody is to blame.')
  @IsIn(APPOINTMENT_REASONS)
  reason: AppointmentReason;
}

export class RemindBody {
  @IdProperty('By which route: one that the card says is safe for messages.')
  @SafeId()
  routeId: RouteId;

  @CodeProperty(MESSAGE_CHANNELS, 'How.')
  @IsIn(MESSAGE_CHANNELS)
  channel: MessageChannel;
}
