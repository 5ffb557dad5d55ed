import { IsIn } from 'class-validator';
import {
  ACKNOWLEDGED_HOW,
  RECEIVING_BODIES,
  REDIRECT_BASES,
  REDIRECT_REASONS,
  type AcknowledgedHow,
  type ReceivingBody,
  type RedirectBasis,
  type RedirectReason,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty, TextProperty } from '../openapi/properties';

export class RedirectBody {
  @CodeProperty(REDIRECT_REASONS, 'Why it is for another body.')
  @IsIn(REDIRECT_REASONS)
  reason: RedirectReason;

  @CodeProperty(RECEIVING_BODIES, 'Which body is asked to take the person on.')
  @IsIn(RECEIVING_BODIES)
  receivingBody: ReceivingBody;

  @CodeProperty(REDIRECT_BASES, 'On what ground that body is told who the person is.')
  @IsIn(REDIRECT_BASES)
  basis: RedirectBasis;
}

export class AcknowledgeRedirectBody {
  @CodeProperty(ACKNOWLEDGED_HOW, 'How the other body said that it takes the person on.')
  @IsIn(ACKNOWLEDGED_HOW)
  how: AcknowledgedHow;

  @InstantProperty('When it said so.')
  @IsZonedInstant()
  acknowledgedAt: string;

  @TextProperty('Who said so; kept sealed.', 'Sample Worker Wren', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  by: string;

  @TextProperty('Their own reference.', 'REF-000', { required: false, maxLength: 60 })
  @MayBeOmitted()
  @CleanText({ max: 60, min: 1 })
  theirReference?: string;
}
