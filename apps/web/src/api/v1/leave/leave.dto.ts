import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { IdProperty, InstantProperty } from '../openapi/properties';

export class LeaveBody {
  @IdProperty('Who will be away: yourself, or a colleague if you lead or coordinate.')
  @SafeId()
  userId: string;

  @InstantProperty('The first instant away.')
  @IsZonedInstant()
  fromAt: string;

  @InstantProperty('The first instant back, a year later at the most.')
  @IsZonedInstant()
  toAt: string;
}
