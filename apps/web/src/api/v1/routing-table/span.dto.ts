import { IsInt, Max, Min, ValidateIf } from 'class-validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { NumberProperty } from '../openapi/properties';

const OLDEST = 120;
const MOST_HOURS = 24 * 366;

/** Whole years, both ends included. */
export class AgesBody {
  @NumberProperty('From this age.', 18, { minimum: 0, maximum: OLDEST })
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  from: number;

  @NumberProperty('Up to this age; null for no limit.', 25, { minimum: 0, maximum: OLDEST, nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  to: number | null;
}

/** Whole hours, both ends included; a missing end is no limit. */
export class HoursBody {
  @NumberProperty('At least so many.', 169, { required: false, minimum: 0, maximum: MOST_HOURS })
  @MayBeOmitted()
  @IsInt()
  @Min(0)
  @Max(MOST_HOURS)
  atLeast?: number;

  @NumberProperty('At most so many.', 168, { required: false, minimum: 0, maximum: MOST_HOURS })
  @MayBeOmitted()
  @IsInt()
  @Min(0)
  @Max(MOST_HOURS)
  atMost?: number;
}
