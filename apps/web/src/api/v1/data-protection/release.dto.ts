import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  ValidateNested,
} from 'class-validator';
import {
  NOTIFICATIONS,
  PERSON_VIEWS,
  RELEASED_CLASSES,
  type Notification,
  type PersonView,
  type ReleasedClass,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, CodesProperty, TextProperty, YesNoProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

function Words(description: string): PropertyDecorator {
  return (target, key) => {
    TextProperty(description, 'Sample words of a sample officer', { ...OPTIONAL, maxLength: 2_000 })(
      target,
      key,
    );
    MayBeOmitted()(target, key);
    CleanText({ max: 2_000, min: 1 })(target, key);
  };
}

/** A test each, in the requester's own words; one that is left out is not stated. */
export class StatedTestsBody {
  @Words('Why they believe that we hold it.')
  'belief-held'?: string;

  @Words('To which reasonable line of enquiry it is relevant.')
  'reasonable-line'?: string;

  @Words('Why it is necessary and proportionate.')
  necessary?: string;

  @Words('Of counselling records: why substantial probative value is likely.')
  'probative-value'?: string;
}

export class StateReleaseBody {
  @YesNoProperty('Whether counselling records are asked for.', false)
  @IsBoolean()
  counselling: boolean;

  @ApiProperty({ type: StatedTestsBody, description: 'The tests; sealed.' })
  @IsObject({ message: '$property must be an object with the tests that are stated' })
  @ValidateNested()
  @Type(() => StatedTestsBody)
  stated: StatedTestsBody;

  @YesNoProperty('Whether a senior officer approved a request for counselling records.', false)
  @IsBoolean()
  seniorApproved: boolean;

  @CodeProperty(
    NOTIFICATIONS,
    'Whether the person was told, or why not; left out while it is not said.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(NOTIFICATIONS)
  notification?: Notification;

  @CodeProperty(PERSON_VIEWS, 'What the person says; left out while it is not known.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERSON_VIEWS)
  view?: PersonView;

  @CodesProperty(RELEASED_CLASSES, 'What would be released.')
  @IsArray()
  @ArrayMaxSize(RELEASED_CLASSES.length)
  @ArrayUnique()
  @IsIn(RELEASED_CLASSES, { each: true })
  released: ReleasedClass[];

  @YesNoProperty('Whether what is released is held from erasure.', false)
  @IsBoolean()
  legalHold: boolean;
}

export const RELEASE_DECISIONS = ['propose', 'approve', 'decline'] as const;

export class DecideReleaseBody {
  @CodeProperty(RELEASE_DECISIONS, 'The desk proposes; another person approves, or declines: sends it back.')
  @IsIn(RELEASE_DECISIONS)
  decision: (typeof RELEASE_DECISIONS)[number];
}
