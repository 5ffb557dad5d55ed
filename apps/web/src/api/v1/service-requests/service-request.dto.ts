import { IsIn } from 'class-validator';
import {
  OVERRIDE_REASONS,
  REQUEST_BANDS,
  REQUEST_DECLINES,
  REQUEST_ENDINGS,
  REQUEST_REDIRECTS,
  REQUEST_WITHDRAWALS,
  STILL_WANTED_ANSWERS,
  SUPPORT_KINDS,
  type OverrideReason,
  type RequestBand,
  type RequestDecline,
  type RequestEnding,
  type RequestRedirect,
  type RequestWithdrawal,
  type StillWantedAnswer,
  type SupportKind,
} from '#libs/domain';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, IdProperty } from '../openapi/properties';

export class ProposeServiceRequestBody {
  @CodeProperty(SUPPORT_KINDS, 'What the person would like.')
  @IsIn(SUPPORT_KINDS)
  kind: SupportKind;

  @CodeProperty(REQUEST_BANDS, 'How soon.')
  @IsIn(REQUEST_BANDS)
  band: RequestBand;

  @IdProperty('The service; leave it out while nobody knows yet which one.', { required: false })
  @MayBeOmitted()
  @SafeId()
  serviceId?: string;

  @IdProperty('The routing decision that it rests on, if there was one.', { required: false })
  @MayBeOmitted()
  @SafeId()
  decisionId?: string;

  @CodeProperty(OVERRIDE_REASONS, 'Why this service, where the routing of the case puts another first.', {
    required: false,
  })
  @MayBeOmitted()
  @IsIn(OVERRIDE_REASONS)
  reason?: OverrideReason;
}

export class ChooseServiceBody {
  @IdProperty('The service that is to be asked.')
  @SafeId()
  serviceId: string;

  @CodeProperty(OVERRIDE_REASONS, 'Why this service, where the routing of the case puts another first.', {
    required: false,
  })
  @MayBeOmitted()
  @IsIn(OVERRIDE_REASONS)
  reason?: OverrideReason;
}

export class WithdrawServiceRequestBody {
  @CodeProperty(REQUEST_WITHDRAWALS, 'Why it is taken back.')
  @IsIn(REQUEST_WITHDRAWALS)
  reason: RequestWithdrawal;
}

export class KeepServiceRequestBody {
  @IdProperty('The request that the person wants to keep; the others of its chain are taken back.')
  @SafeId()
  keepId: string;
}

export class AcceptServiceRequestBody {
  @IdProperty('Who meets the person; leave it out while nobody is named yet.', { required: false })
  @MayBeOmitted()
  @SafeId()
  userId?: string;
}

export class DeclineServiceRequestBody {
  @CodeProperty(REQUEST_DECLINES, 'Why the service says no.')
  @IsIn(REQUEST_DECLINES)
  reason: RequestDecline;
}

export class RedirectServiceRequestBody {
  @IdProperty('The service that fits better.')
  @SafeId()
  toServiceId: string;

  @CodeProperty(REQUEST_REDIRECTS, 'Why that one.')
  @IsIn(REQUEST_REDIRECTS)
  reason: RequestRedirect;
}

export class AllocateServiceRequestBody {
  @IdProperty('Who meets the person. A worker names themselves, and only where nobody is named.')
  @SafeId()
  userId: string;
}

export class StillWantedBody {
  @CodeProperty(STILL_WANTED_ANSWERS, 'What the person said.')
  @IsIn(STILL_WANTED_ANSWERS)
  answer: StillWantedAnswer;
}

export class EndSupportBody {
  @CodeProperty(REQUEST_ENDINGS, 'How it ended.')
  @IsIn(REQUEST_ENDINGS)
  ending: RequestEnding;
}
