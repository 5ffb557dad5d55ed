import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import {
  AGREEMENTS,
  ALTERNATIVES,
  DANGERS,
  LANGUAGE_NEEDS,
  LATE_REPORT_REASONS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SOURCES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  WORKPLACES,
  type Agreement,
  type AlternativeKind,
  type Danger,
  type LanguageNeed,
  type LateReportReason,
  type OffenceGroup,
  type Relationship,
  type SafeTime,
  type Source,
  type SuspectAccess,
  type WhenBand,
  type Workplace,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import {
  CodeProperty,
  CodesProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';
import { IsReportTime } from '../requests/report-time.validator';
import { AgreedWordsBody } from '../safe-contact/agreed-words.dto';
import { RouteBody } from '../safe-contact/phone-route.dto';
import { ReferrerBody } from './referrer.dto';

const OPTIONAL = { required: false };

/** Police referrals cannot do without it; from another door it is read when it is there. */
function ofPoliceOrGiven(name: 'reportedAt' | 'district') {
  return (body: SubmitReferralBody) => (body.source ?? 'police') === 'police' || body[name] !== undefined;
}

export class AlternativeBody {
  @CodeProperty(ALTERNATIVES, 'What stands in for a safe number; to ask again needs the time by which.')
  @IsIn(ALTERNATIVES)
  kind: AlternativeKind;

  @InstantProperty('By when whoever refers asks again.', OPTIONAL)
  @MayBeOmitted()
  @IsReportTime()
  by?: string;
}

/**
 * Required of a police referral: when they reported, a name to ask for, an age, a district, and a safe number or
 * what stands in for one. Other sources need less (`requiredAnswers` in domain/referral).
 */
export class SubmitReferralBody extends AgreedWordsBody {
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

  @InstantProperty('When a referral that is not from the police was received; now when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsReportTime()
  receivedAt?: string;

  @CodeProperty(LATE_REPORT_REASONS, 'Why a report of more than seven days ago comes only now.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(LATE_REPORT_REASONS)
  lateReason?: LateReportReason;

  @TextProperty('The name to ask for on a call.', 'Sample Person Quill', { maxLength: 100 })
  @CleanText(
    { max: 100, min: 1 },
    { message: '$property must be a name to ask for, of at most 100 characters' },
  )
  nameToAskFor: string;

  @NumberProperty('Age in years, known or estimated. Give this or bornOn.', 31, {
    ...OPTIONAL,
    minimum: 0,
    maximum: 120,
  })
  @MayBeOmitted()
  @IsInt({ message: '$property must be a whole number of years' })
  @Min(0)
  @Max(120)
  ageInYears?: number;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    example: '1995-04-17',
    description: 'Date of birth.',
  })
  @MayBeOmitted()
  @IsRealDate()
  bornOn?: string;

  @TextProperty(
    'Home district, as a code of the Office for National Statistics; needed of police referrals.',
    'E07000066',
    { ...OPTIONAL, maxLength: 9 },
  )
  @ValidateIf(ofPoliceOrGiven('district'))
  @CleanText({ max: 9, min: 1 }, { message: '$property must be the code of a district of this area' })
  district?: string;

  @ApiProperty({
    type: RouteBody,
    nullable: true,
    description: 'A safe way to call. Null when none is known yet; then say what stands in for it.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsObject({ message: '$property must be a safe number, or null when none is known yet' })
  @ValidateNested()
  @Type(() => RouteBody)
  route: RouteBody | null;

  @ApiProperty({
    type: AlternativeBody,
    required: false,
    description: 'What stands in for a safe number. Needed when route is null.',
  })
  @MayBeOmitted()
  @IsObject({ message: '$property must say what stands in for a safe number' })
  @ValidateNested()
  @Type(() => AlternativeBody)
  alternative?: AlternativeBody;

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

  @CodeProperty(
    WORKPLACES,
    'Where the person or somebody close to them works, when it is one of these: nobody there but the referrer sees it.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(WORKPLACES)
  worksFor?: Workplace;

  @CodesProperty(DANGERS, 'What puts this first.', OPTIONAL)
  @MayBeOmitted()
  @ArrayMaxSize(DANGERS.length)
  @ArrayUnique()
  @IsIn(DANGERS, { each: true })
  dangers?: Danger[];

  @TextProperty('The name in full, when it differs.', 'Sample Person Quillfeather', {
    ...OPTIONAL,
    maxLength: 200,
  })
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  fullName?: string;

  @CodeProperty(LANGUAGE_NEEDS, 'What is needed to talk.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(LANGUAGE_NEEDS)
  languageNeed?: LanguageNeed;

  @CodesProperty(SAFE_TIMES, 'When calls are safe; any time when left out.', OPTIONAL)
  @MayBeOmitted()
  @ArrayMaxSize(SAFE_TIMES.length)
  @ArrayUnique()
  @IsIn(SAFE_TIMES, { each: true })
  safeTimes?: SafeTime[];

  @CodeProperty(OFFENCE_GROUPS, 'What was reported; unsure when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(OFFENCE_GROUPS)
  offenceGroup?: OffenceGroup;

  @CodeProperty(WHEN_BANDS, 'How long ago; unknown when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(WHEN_BANDS)
  whenBand?: WhenBand;

  @CodeProperty(RELATIONSHIPS, 'Who the suspect is to the person; unknown when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(RELATIONSHIPS)
  relationship?: Relationship;

  @CodesProperty(SUSPECT_ACCESS, 'How close the suspect is to home and telephone.', OPTIONAL)
  @MayBeOmitted()
  @ArrayMaxSize(SUSPECT_ACCESS.length)
  @ArrayUnique()
  @IsIn(SUSPECT_ACCESS, { each: true })
  suspectAccess?: SuspectAccess[];

  @TextProperty('The crime reference, when there is one.', 'ZZ/000000/26', { ...OPTIONAL, maxLength: 40 })
  @MayBeOmitted()
  @CleanText({ max: 40, min: 1 })
  crimeReference?: string;
}
