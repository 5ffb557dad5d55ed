import { IsIn, ValidateIf } from 'class-validator';
import { ASSESSORS, DECISIONS, FINDINGS, type Assessor, type Decision, type Finding } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty, TextProperty } from '../openapi/properties';

const LONGEST = 1_000;

export class AssessBody {
  @CodeProperty(DECISIONS, 'Which decision; one that has no code is named in the reasons.')
  @IsIn(DECISIONS)
  decision: Decision;

  @CodeProperty(FINDINGS, 'What was found.')
  @IsIn(FINDINGS)
  finding: Finding;

  @CodeProperty(ASSESSORS, 'Who judged it: whoever sends this, or another professional.')
  @IsIn(ASSESSORS)
  assessor: Assessor;

  @TextProperty('Of another professional: their name and profession; sealed.', 'Sample Nurse Teal', {
    required: false,
    maxLength: LONGEST,
  })
  @ValidateIf(({ assessor }: AssessBody, value) => assessor === 'other-professional' || value !== undefined)
  @CleanText({ max: LONGEST, min: 1 })
  assessorName?: string;

  @DayProperty('On which day.')
  @IsRealDate()
  assessedOn: string;

  @DayProperty('When it is looked at again, within a year; needed when they cannot decide it now.', {
    required: false,
  })
  @MayBeOmitted()
  @IsRealDate()
  reviewOn?: string;

  @TextProperty(
    'What they could understand, keep in mind, weigh up and say, and what help they had; sealed.',
    'Sample words of a sample worker',
    { maxLength: LONGEST },
  )
  @CleanText({ max: LONGEST, min: 1 })
  reasons: string;
}
