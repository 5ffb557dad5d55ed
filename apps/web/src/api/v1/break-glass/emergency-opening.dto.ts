import { IsIn } from 'class-validator';
import { GLASS_REASONS, GLASS_REVIEWS, type GlassReason, type GlassReview } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { CodeProperty, TextProperty } from '../openapi/properties';

export class OpenInEmergencyBody {
  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D', { maxLength: 20 })
  @CleanText({ max: 20, min: 1 })
  reference: string;

  @CodeProperty(GLASS_REASONS, 'Why it must be opened now.')
  @IsIn(GLASS_REASONS)
  reason: GlassReason;

  @TextProperty(
    'What is happening, in their own words and without a name; sealed.',
    'Sample words of a sample worker',
    {
      maxLength: 1_000,
    },
  )
  @CleanText({ max: 1_000, min: 1 })
  why: string;
}

export class ReviewOpeningBody {
  @CodeProperty(GLASS_REVIEWS, 'What the reviewer makes of it.')
  @IsIn(GLASS_REVIEWS)
  review: GlassReview;
}
