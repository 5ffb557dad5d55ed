import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { IdProperty, InstantProperty } from '../openapi/properties';

export class ShiftBody {
  @IdProperty('Who is on call.')
  @SafeId()
  userId: string;

  @InstantProperty('From this instant.')
  @IsZonedInstant()
  fromAt: string;

  @InstantProperty('Up to this one, 7 days later at the most.')
  @IsZonedInstant()
  toAt: string;
}

export class RotaQuery {
  @InstantProperty('From this instant.')
  @IsZonedInstant()
  from: string;

  @InstantProperty('Up to this one, four weeks later at the most.')
  @IsZonedInstant()
  to: string;
}
