import { IsIn } from 'class-validator';
import { ITEM_DECISIONS, WITHHOLD_REASONS, type ItemDecision, type WithholdReason } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

export class DecidePackItemBody {
  @TextProperty('The item.', 'vault.person_record:sample', { maxLength: 200 })
  @CleanText({ max: 200, min: 1 })
  key: string;

  @CodeProperty(ITEM_DECISIONS, 'Into the pack as it is, in other words, or left out.')
  @IsIn(ITEM_DECISIONS)
  decision: ItemDecision;

  @CodeProperty(WITHHOLD_REASONS, 'Why it is not given as it is.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(WITHHOLD_REASONS)
  reason?: WithholdReason;

  @TextProperty('With redact: what they read in its place; sealed.', 'A colleague rang you', {
    ...OPTIONAL,
    maxLength: 2_000,
  })
  @MayBeOmitted()
  @CleanText({ max: 2_000, min: 1 })
  words?: string;
}
