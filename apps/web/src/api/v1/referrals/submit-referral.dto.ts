import { IsIn, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import {
  AGREEMENTS,
  LATE_REPORT_REASONS,
  SOURCES,
  type Agreement,
  type LateReportReason,
  type Source,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, InstantProperty, TextProperty } from '../openapi/properties';
import { IsReportTime } from '../requests/report-time.validator';
import { ReferredPersonBody } from './referred-person.dto';
import { ReferrerBody } from './referrer.dto';

const OPTIONAL = { required: false };

/** Police referrals cannot do without it; from another door it is read when it is there. */
function ofPoliceOrGiven(name: 'reportedAt' | 'district') {
  return (body: SubmitReferralBody) => (body.source ?? 'police') === 'police' || body[name] !== undefined;
}

/**
 * Required of a police referral: when they reported, a name to ask for, an age, a district, and a safe number or
 * what stands in for one. Other sources need less (`requiredAnswers` in domain/referral).
 */
export class SubmitReferralBody extends ReferredPersonBody {
  @CodeProperty(SOURCES, 'Who refers; police when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(SOURCES)
  source?: Source;

  @InstantProperty(
    'When the person reported to the police; needed of police referrals. Their clock starts here.',
    OPTIONAL,
  )
  @ValidateIf(ofPoliceOrGiven('reportedAt'))
  @IsReportTime()
  reportedAt?: string;

  @CodeProperty(LATE_REPORT_REASONS, 'Why a report of more than seven days ago comes only now.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(LATE_REPORT_REASONS)
  lateReason?: LateReportReason;

  @TextProperty(
    'Home district, as a code of the Office for National Statistics; needed of police referrals.',
    'E07999999',
    { ...OPTIONAL, maxLength: 9 },
  )
  @ValidateIf(ofPoliceOrGiven('district'))
  @CleanText({ max: 9, min: 1 }, { message: '$property must be the code of a district of this area' })
  district?: string;

  @ApiProperty({ type: ReferrerBody, required: false, description: 'Who refers, when it is a professional.' })
  @MayBeOmitted()
  @IsObject({ message: '$property must say who refers' })
  @ValidateNested()
  @Type(() => ReferrerBody)
  referrer?: ReferrerBody;

  @CodeProperty(
    AGREEMENTS,
    'Whether the person agreed to be contacted; not-asked-yet when left out.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(AGREEMENTS)
  agreement?: Agreement;

  @TextProperty('The name in full, when it differs.', 'Sample Person Quillfeather', {
    ...OPTIONAL,
    maxLength: 200,
  })
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  fullName?: string;

  @TextProperty('The crime reference, when there is one.', 'ZZ/000000/26', { ...OPTIONAL, maxLength: 40 })
  @MayBeOmitted()
  @CleanText({ max: 40, min: 1 })
  crimeReference?: string;
}
