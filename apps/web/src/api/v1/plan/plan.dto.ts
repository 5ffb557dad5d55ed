import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  PLAN_CONTACT_WAYS,
  TOLD_TOPICS,
  type PlanContactEvent,
  type PlanContactWay,
  type PlanLeadEvent,
  type ToldTopic,
} from '#libs/domain';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, CodesProperty, IdProperty, InstantProperty } from '../openapi/properties';

const LEAD_MOVES = [
  'accept',
  'decline',
  'ask-back',
  'withdraw',
  'keep',
  'end',
] as const satisfies readonly PlanLeadEvent[];
const OUTCOMES = [
  'note-happened',
  'note-not-happened',
  'cancel',
] as const satisfies readonly PlanContactEvent[];

export class PlanContactBody {
  @CodeProperty(PLAN_CONTACT_WAYS, 'How you will be in touch.')
  @IsIn(PLAN_CONTACT_WAYS)
  way: PlanContactWay;

  @InstantProperty('When, within a year.')
  @IsZonedInstant()
  at: string;
}

export class PlanContactOutcomeBody {
  @CodeProperty(OUTCOMES, 'What became of it; cancel takes it out of the plan.')
  @IsIn(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];
}

export class ToldTopicsBody {
  @CodesProperty(TOLD_TOPICS, 'All that the person has told your service; one that is left out ends.')
  @IsArray()
  @ArrayMaxSize(TOLD_TOPICS.length)
  @ArrayUnique()
  @IsIn(TOLD_TOPICS, { each: true })
  topics: ToldTopic[];
}

export class OfferPlanLeadBody {
  @IdProperty('The service that should lead; something must be shared with it.')
  @SafeId()
  agencyId: string;
}

export class MovePlanLeadBody {
  @CodeProperty(
    LEAD_MOVES,
    'The service accepts, declines or asks to give back; the desk withdraws its offer, leaves the lead there or ends it.',
  )
  @IsIn(LEAD_MOVES)
  move: (typeof LEAD_MOVES)[number];
}
