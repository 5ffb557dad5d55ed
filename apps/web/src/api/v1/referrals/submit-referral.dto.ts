import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import {
  AGREEMENTS,
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  type Agreement,
  type Danger,
  type LanguageNeed,
  type OffenceGroup,
  type Permission,
  type Relationship,
  type Route,
  type SafeTime,
  type SuspectAccess,
  type WhenBand,
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

export const PHONE_KINDS = ['mobile', 'landline', 'work', 'third-party'] as const satisfies Route['kind'][];
export const PERMISSIONS = ['yes', 'no', 'unknown'] as const satisfies Permission[];

const OPTIONAL = { required: false };

export class RouteBody {
  @CodeProperty(PHONE_KINDS, 'What kind of telephone it is.')
  @IsIn(PHONE_KINDS)
  kind: (typeof PHONE_KINDS)[number];

  @TextProperty('The number, with its country code.', '+447700900123', { maxLength: 16 })
  @CleanText({ max: 16 })
  @Matches(/^\+[1-9]\d{6,14}$/, { message: '$property must be a telephone number such as +447700900123' })
  number: string;

  @TextProperty('Whose telephone it is, when it is not their own.', 'A sample friend', {
    ...OPTIONAL,
    maxLength: 100,
  })
  @MayBeOmitted()
  @CleanText({ max: 100, min: 1 })
  whose?: string;

  @CodeProperty(PERMISSIONS, 'May we call? Unknown is taken as no.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  call?: Permission;

  @CodeProperty(PERMISSIONS, 'May we send a text message? Unknown is taken as no.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  text?: Permission;

  @CodeProperty(PERMISSIONS, 'May we leave a message? Unknown is taken as no.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  voicemail?: Permission;
}

/** Required: when they reported, a name to ask for, an age, a district and a safe number or null. No more than that. */
export class SubmitReferralBody {
  @InstantProperty('When the person reported to the police. The clock starts here.')
  @IsReportTime()
  reportedAt: string;

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

  @TextProperty('Home district, as a code of the Office for National Statistics.', 'E07000066', {
    maxLength: 9,
  })
  @CleanText({ max: 9, min: 1 }, { message: '$property must be the code of a district of this area' })
  district: string;

  @ApiProperty({
    type: RouteBody,
    nullable: true,
    description: 'A safe way to call. Null when none is known yet.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsObject({ message: '$property must be a safe number, or null when none is known yet' })
  @ValidateNested()
  @Type(() => RouteBody)
  route: RouteBody | null;

  @CodeProperty(
    AGREEMENTS,
    'Whether the person agreed to be contacted; not-asked-yet when left out.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(AGREEMENTS)
  agreement?: Agreement;

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

  @TextProperty('What to say when somebody else answers.', 'Say it is about the library survey', {
    ...OPTIONAL,
    maxLength: 200,
  })
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  sayIfOtherAnswers?: string;

  @TextProperty('A word that only the person and the caller know.', 'lantern', { ...OPTIONAL, maxLength: 50 })
  @MayBeOmitted()
  @CleanText({ max: 50, min: 1 })
  codeWord?: string;

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
