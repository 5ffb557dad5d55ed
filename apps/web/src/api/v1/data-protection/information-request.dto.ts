import { IsBoolean, IsIn } from 'class-validator';
import {
  ASKED_VIA,
  DELIVERIES,
  EXTENSIONS,
  IDENTITY_CHECKS,
  REQUEST_KINDS,
  REQUEST_REFUSALS,
  REQUESTERS,
  SETTLEMENTS,
  WAITS,
  type AskedVia,
  type Delivery,
  type ExtensionReason,
  type IdentityCheck,
  type RequestKind,
  type RequestRefusalReason,
  type Requester,
  type Settlement,
  type WaitFor,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, DayProperty, IdProperty, TextProperty, YesNoProperty } from '../openapi/properties';
import { RegisterQuery } from '../paging/register.query.dto';

const OPTIONAL = { required: false };

export class InformationRequestQuery extends RegisterQuery {
  @CodeProperty(REQUEST_KINDS, 'Requests of this kind alone; all when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;
}

export class ReceiveRequestBody {
  @CodeProperty(REQUEST_KINDS, 'What is asked for.')
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  @TextProperty('The reference of a case of whoever it is about, once it is known.', 'WM-4F7K-9Q2D', {
    ...OPTIONAL,
    maxLength: 20,
  })
  @MayBeOmitted()
  @CleanText({ max: 20, min: 1 })
  caseReference?: string;

  @DayProperty('The day on which anybody here received it.')
  @IsRealDate()
  receivedOn: string;

  @CodeProperty(ASKED_VIA, 'How it came in.')
  @IsIn(ASKED_VIA)
  receivedVia: AskedVia;

  @CodeProperty(REQUESTERS, 'Who asks.')
  @IsIn(REQUESTERS)
  requester: Requester;

  @TextProperty('Their name; sealed.', 'Sample Person Quill', { ...OPTIONAL, maxLength: 200 })
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  name?: string;

  @TextProperty('How to answer them, by a way that they said is safe; sealed.', 'By post, to her sister', {
    ...OPTIONAL,
    maxLength: 200,
  })
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  replyTo?: string;

  @TextProperty('What they ask for, in their words; sealed.', 'A copy of everything you have', {
    maxLength: 4_000,
  })
  @CleanText({ max: 4_000, min: 1 })
  words: string;

  @YesNoProperty(
    'Of requests by police or court: whether counselling records are asked for.',
    false,
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsBoolean()
  counselling?: boolean;
}

export class LinkRequestBody {
  @TextProperty('The reference of any case of theirs.', 'WM-4F7K-9Q2D', { maxLength: 20 })
  @CleanText({ max: 20, min: 1 })
  caseReference: string;
}

export class ConfirmIdentityBody {
  @CodeProperty(IDENTITY_CHECKS, 'How it is known who asks.')
  @IsIn(IDENTITY_CHECKS)
  how: IdentityCheck;
}

export class StopClockBody {
  @CodeProperty(WAITS, 'What they were asked.')
  @IsIn(WAITS)
  waitFor: WaitFor;
}

export class ExtendRequestBody {
  @CodeProperty(EXTENSIONS, 'Why two months more are needed; they were told so.')
  @IsIn(EXTENSIONS)
  reason: ExtensionReason;
}

export class SettleRequestBody {
  @CodeProperty(SETTLEMENTS, 'What came of it: one that fits the kind of request.')
  @IsIn(SETTLEMENTS)
  settlement: Settlement;
}

export class RefuseRequestBody {
  @CodeProperty(REQUEST_REFUSALS, 'Why; they are told, and how to complain.')
  @IsIn(REQUEST_REFUSALS)
  reason: RequestRefusalReason;
}

export class DeliverPackBody {
  @CodeProperty(DELIVERIES, 'How it reaches them.')
  @IsIn(DELIVERIES)
  how: Delivery;

  @IdProperty('By post or email: a way on their card that is safe at this minute.', OPTIONAL)
  @MayBeOmitted()
  @SafeId()
  routeId?: string;
}
