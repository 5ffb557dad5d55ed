import { IsIn, ValidateIf } from 'class-validator';
import {
  DELAY_REASONS,
  FLAG_KINDS,
  NOT_NEEDED,
  REVIEW_ENDS,
  SAFEGUARDING_BODIES,
  type DelayReason,
  type FlagKind,
  type NotNeeded,
  type ReviewEnd,
  type SafeguardingBody,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, DayProperty, InstantProperty, TextProperty } from '../openapi/properties';

const LONGEST = 1_000;

export class RaiseSafeguardingBody {
  @CodeProperty(FLAG_KINDS, 'Whom you are worried about.')
  @IsIn(FLAG_KINDS)
  kind: FlagKind;

  @TextProperty('What makes you worried; sealed.', 'Sample words of a sample worker', { maxLength: LONGEST })
  @CleanText({ max: LONGEST, min: 1 })
  why: string;

  @DayProperty('When somebody looks again whether it still is so: within three months.')
  @IsRealDate()
  lookAgainOn: string;
}

export class TellSafeguardingBody {
  @CodeProperty(SAFEGUARDING_BODIES, 'Who was told.')
  @IsIn(SAFEGUARDING_BODIES)
  body: SafeguardingBody;

  @InstantProperty('When they were told, not when it is typed in.')
  @IsZonedInstant()
  toldAt: string;

  @TextProperty('To whom you spoke there; sealed.', 'Sample Worker Wren', { maxLength: LONGEST })
  @CleanText({ max: LONGEST, min: 1 })
  spokeTo: string;

  @TextProperty('Their reference; sealed.', 'ZZ-000000', { required: false, maxLength: LONGEST })
  @MayBeOmitted()
  @CleanText({ max: LONGEST, min: 1 })
  theirReference?: string;
}

export class PutOffTellingBody {
  @CodeProperty(DELAY_REASONS, 'Why telling must wait: for the safety of the child or adult alone.')
  @IsIn(DELAY_REASONS)
  reason: DelayReason;

  @InstantProperty('Until when: within seven days from when we knew.')
  @IsZonedInstant()
  until: string;
}

export class EndSafeguardingBody {
  @CodeProperty(NOT_NEEDED, 'Why nobody needs to be told. For leads.', { required: false })
  @ValidateIf(({ review }: EndSafeguardingBody, value) => review === undefined || value !== undefined)
  @IsIn(NOT_NEEDED)
  notNeeded?: NotNeeded;

  @CodeProperty(REVIEW_ENDS, 'Of a review around an 18th birthday: what it came to.', { required: false })
  @MayBeOmitted()
  @IsIn(REVIEW_ENDS)
  review?: ReviewEnd;
}
