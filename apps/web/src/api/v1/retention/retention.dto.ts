import { IsIn } from 'class-validator';
import { HOLD_REASONS, LIFT_REASONS, type HoldReason, type LiftReason } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty, TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

export class RetentionPreviewQuery {
  @DayProperty('What would be due at the end of this day; today when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsRealDate()
  on?: string;
}

export class SetLegalHoldBody {
  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D', { maxLength: 20 })
  @CleanText({ max: 20, min: 1 })
  reference: string;

  @CodeProperty(HOLD_REASONS, 'Why it must be kept.')
  @IsIn(HOLD_REASONS)
  reason: HoldReason;

  @TextProperty('Which court or number it is about; sealed.', 'Sample court, ZZ000000', { maxLength: 1_000 })
  @CleanText({ max: 1_000, min: 1 })
  note: string;

  @DayProperty('The first day on which it no longer stands; left out until somebody lifts it.', OPTIONAL)
  @MayBeOmitted()
  @IsRealDate()
  untilOn?: string;
}

export class LiftLegalHoldBody {
  @CodeProperty(LIFT_REASONS, 'Why it is lifted.')
  @IsIn(LIFT_REASONS)
  reason: LiftReason;
}
