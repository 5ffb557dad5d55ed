import { IsIn, IsInt, IsNumber, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  COVERAGE_BASES,
  MOST_OPEN_CASES,
  MOST_POSTS,
  SUPPORT_KINDS,
  type CoverageBasis,
  type SupportKind,
} from '#libs/domain';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty, IdProperty, NumberProperty, TextProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';
import { LIST_STATES } from './service-room.view';
import { SERVICE_STATES } from './service-said.view';

const CODE = /^[A-Z]\d{8}$/;
const CODE_WRONG = { message: '$property must be the code of a district of this area' };

export class ServicesQuery extends PageQuery {
  @CodeProperty(SUPPORT_KINDS, 'Those that offer this alone.', { required: false })
  @MayBeOmitted()
  @IsIn(SUPPORT_KINDS)
  kind?: SupportKind;

  @TextProperty('Those that cover this district today alone, as its code.', 'E07999999', {
    required: false,
    maxLength: 9,
  })
  @MayBeOmitted()
  @MaxLength(9)
  @Matches(CODE, CODE_WRONG)
  district?: string;

  @CodeProperty(SERVICE_STATES, 'Those in the directory alone, or those that have closed down.', {
    required: false,
  })
  @MayBeOmitted()
  @IsIn(SERVICE_STATES)
  state?: (typeof SERVICE_STATES)[number];
}

export class ConfirmCoverageBody {
  @TextProperty('Which district, as its code.', 'E07999999', { maxLength: 9 })
  @MaxLength(9)
  @Matches(CODE, CODE_WRONG)
  district: string;

  @CodeProperty(COVERAGE_BASES, 'How you know that the service covers it.')
  @IsIn(COVERAGE_BASES)
  basis: CoverageBasis;
}

export class StateRoomBody {
  @NumberProperty('Full-time posts, in hundredths at the finest.', 2.5, { minimum: 0, maximum: MOST_POSTS })
  @IsNumber({ maxDecimalPlaces: 2 }, { message: '$property must be a number with two decimals at most' })
  @Min(0)
  @Max(MOST_POSTS)
  posts: number;

  @NumberProperty('Open cases that it takes at most; null where it sets no limit.', 40, {
    nullable: true,
    minimum: 0,
    maximum: MOST_OPEN_CASES,
  })
  @ValidateIf((_, value) => value !== null)
  @IsInt({ message: '$property must be a whole number, or null' })
  @Min(0)
  @Max(MOST_OPEN_CASES)
  limit: number | null;

  @CodeProperty(LIST_STATES, 'Whether new people can be put on its waiting list.')
  @IsIn(LIST_STATES)
  list: (typeof LIST_STATES)[number];

  @DayProperty('Since when the list is so: a day that has come already.')
  @IsRealDate()
  listSince: string;
}

export class ServiceKeptView {
  @IdProperty('The service.')
  id: string;

  @TextProperty('Its version now.', '"2"')
  etag: string;
}

export class RoomStatedView {
  @IdProperty('The service.')
  id: string;

  @TextProperty('The version of its room now.', '"2"')
  etag: string;
}
