import { IsIn } from 'class-validator';
import { ERASURE_DECLINE_REASONS, type ErasureDeclineReason } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';

const DECISIONS = ['propose', 'approve', 'decline', 'withdraw'] as const;

export class ProposeErasureBody {
  @TextProperty('The reference of a closed case of the person who asked for it.', 'WM-4F7K-9Q2D', {
    maxLength: 20,
  })
  @CleanText({ max: 20, min: 1 })
  reference: string;
}

export class DecideErasureBody {
  @CodeProperty(
    DECISIONS,
    'Take up what the schedule suggests, erase it for good, keep it, or take the proposal back.',
  )
  @IsIn(DECISIONS)
  decision: (typeof DECISIONS)[number];

  @CodeProperty(ERASURE_DECLINE_REASONS, 'With decline: why the record is kept.', { required: false })
  @MayBeOmitted()
  @IsIn(ERASURE_DECLINE_REASONS)
  reason?: ErasureDeclineReason;
}
