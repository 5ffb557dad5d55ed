import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  CALLER_IDS,
  LOST_CONTACT_VIAS,
  PERMISSIONS,
  PERSON_TEMPLATE_IDS,
  SEEN_BY,
  THIRD_PARTY_KNOWS,
  THIRD_PARTY_RELATIONS,
  type CallerId,
  type LostContact,
  type Permission,
  type SeenBy,
  type ThirdParty,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, CodesProperty, NumberProperty, TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

export class CallerIdBody {
  @CodeProperty(CALLER_IDS, 'What may show of our number when it rings.')
  @IsIn(CALLER_IDS)
  callerId: CallerId;
}

export class WordingBody {
  @CodeProperty(
    PERSON_TEMPLATE_IDS,
    'The approved text that the person chose; null is none, so no message.',
    {
      nullable: true,
    },
  )
  @ValidateIf((_, value) => value !== null)
  @IsIn(PERSON_TEMPLATE_IDS)
  wording: string | null;
}

export class OtherPersonBody {
  @CodeProperty(THIRD_PARTY_RELATIONS, 'Who they are to the person.')
  @IsIn(THIRD_PARTY_RELATIONS)
  relation: ThirdParty['relation'];

  @CodeProperty(THIRD_PARTY_KNOWS, 'What they know.')
  @IsIn(THIRD_PARTY_KNOWS)
  knows: ThirdParty['knows'];

  @TextProperty('Their name; it is sealed.', 'A sample friend', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  name: string;
}

export class ChangeOtherPersonBody {
  @ApiProperty({
    type: OtherPersonBody,
    nullable: true,
    description: 'Somebody else whom we may turn to; null when there is nobody.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsObject({ message: '$property must say who, or be null' })
  @ValidateNested()
  @Type(() => OtherPersonBody)
  person: OtherPersonBody | null;
}

/** Days and way count only for a yes: a no needs neither, and keeps none. */
const neededForYes = ValidateIf(
  (body: LostContactBody, value) => body.policeCheck === 'yes' || value !== undefined,
);

export class LostContactBody {
  @CodeProperty(PERMISSIONS, 'Whether a police check may be asked for when contact is lost. Unknown is no.')
  @IsIn(PERMISSIONS)
  policeCheck: Permission;

  @NumberProperty('With yes: after how many days without contact.', 7, {
    minimum: 1,
    maximum: 365,
    ...OPTIONAL,
  })
  @neededForYes
  @IsInt()
  @Min(1)
  @Max(365)
  afterDays?: number;

  @CodeProperty(LOST_CONTACT_VIAS, 'With yes: through whom.', OPTIONAL)
  @neededForYes
  @IsIn(LOST_CONTACT_VIAS)
  via?: NonNullable<LostContact['via']>;
}

export class SeenByBody {
  @CodesProperty(SEEN_BY, 'Who might answer it or see what comes.')
  @IsArray()
  @ArrayMaxSize(SEEN_BY.length)
  @ArrayUnique()
  @IsIn(SEEN_BY, { each: true })
  seenBy: SeenBy[];
}

const PURPOSES = ['post', 'police-check'] as const;

export class AddAddressBody extends SeenByBody {
  @CodeProperty(PURPOSES, 'What the address is for, and nothing else.')
  @IsIn(PURPOSES)
  purpose: (typeof PURPOSES)[number];

  @TextProperty('The address; it is sealed.', '1 Sample Street, Sampleton', { maxLength: 300 })
  @CleanText({ max: 300, min: 1 })
  address: string;

  @CodeProperty(
    PERMISSIONS,
    'May letters go there? Unknown, and the place of a police check, is no.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  post?: Permission;
}

const RECHECK_DAYS = [7, 14, 30, 60, 90] as const;

export class CheckRouteBody extends SeenByBody {
  @CodeProperty(PERMISSIONS, 'May e-mail go there? Left out, it stays as it is.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  email?: Permission;

  @CodeProperty(PERMISSIONS, 'May letters go there? Left out, it stays as it is.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  post?: Permission;

  @ApiProperty({
    type: 'integer',
    enum: [...RECHECK_DAYS],
    description: 'For how many days this may be relied on.',
    example: 30,
  })
  @IsIn(RECHECK_DAYS)
  recheckDays: (typeof RECHECK_DAYS)[number];
}
