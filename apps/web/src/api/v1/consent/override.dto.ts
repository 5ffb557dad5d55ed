import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, IsBoolean, IsIn } from 'class-validator';
import {
  LEGAL_BASIS_CODES,
  OVERRIDE_HOURS,
  REVIEW_FINDINGS,
  type DataClass,
  type LegalBasis,
  type ReviewFinding,
} from '#libs/domain';
import { OVERRIDE_PURPOSES } from '../../../pages/consent/override.form';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { CodeProperty, TextProperty, YesNoProperty } from '../openapi/properties';
import { DataClasses, RecipientBody } from './recipient.dto';

export class AskOverrideBody extends RecipientBody {
  @CodeProperty(OVERRIDE_PURPOSES, 'What for. Nobody is overridden to be called, or for research.')
  @IsIn(OVERRIDE_PURPOSES)
  purpose: (typeof OVERRIDE_PURPOSES)[number];

  @DataClasses('What they would be told.')
  @ArrayMinSize(1)
  dataClasses: DataClass[];

  @CodeProperty(LEGAL_BASIS_CODES, 'The ground in law.')
  @IsIn(LEGAL_BASIS_CODES)
  basis: LegalBasis;

  @ApiProperty({
    type: 'integer',
    enum: [...OVERRIDE_HOURS],
    description: 'For how many hours; each ground has its longest.',
    example: 24,
  })
  @IsIn(OVERRIDE_HOURS)
  hours: (typeof OVERRIDE_HOURS)[number];

  @TextProperty(
    'Why it is needed and proportionate; it is sealed, and shown to the second person.',
    'Sample reason',
    {
      maxLength: 1000,
    },
  )
  @CleanText({ max: 1000, min: 1 })
  necessity: string;
}

const DECISIONS = ['confirm', 'decline'] as const;

export class DecideOverrideBody {
  @CodeProperty(DECISIONS, 'Whether it stands from now.')
  @IsIn(DECISIONS)
  decision: (typeof DECISIONS)[number];
}

export class ReviewOverrideBody {
  @CodeProperty(REVIEW_FINDINGS, 'What the review found.')
  @IsIn(REVIEW_FINDINGS)
  finding: ReviewFinding;

  @YesNoProperty('Whether the person has been told.', true)
  @IsBoolean()
  personTold: boolean;
}
