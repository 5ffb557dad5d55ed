import { ApiProperty } from '@nestjs/swagger';
import {
  PLAN_CONTACT_STATES,
  PLAN_CONTACT_WAYS,
  PLAN_LEAD_STATES,
  SUPPORT_KINDS,
  TOLD_TOPICS,
} from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

/** Who leads at this instant: exactly one. */
export class PlanLeaderView {
  @CodeProperty(['service', 'case-owner'], 'A worker of a service, or whoever answers for the case.')
  by: string;

  @IdProperty('Their agency; null where the person has not agreed that you read which.', NULLABLE)
  agencyId: string | null;

  @IdProperty('Who, where it is a colleague of yours; null otherwise, and for a duty lead.', NULLABLE)
  userId: string | null;
}

/** The lead with a service: offered to it, or held by one of its workers. */
export class PlanLeadView {
  @IdProperty('The lead.')
  id: string;

  @IdProperty('The service.')
  agencyId: string;

  @CodeProperty(PLAN_LEAD_STATES, 'How it stands.')
  state: string;

  @InstantProperty('When it was offered.')
  offeredAt: string;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class PlanSupporterView {
  @IdProperty('The service.')
  agencyId: string;

  @CodesProperty(SUPPORT_KINDS, 'With what; empty while something is shared with it and no more.')
  kinds: string[];

  @InstantProperty('Since when.')
  since: string;
}

export class PlannedContactView {
  @IdProperty('The contact.')
  id: string;

  @IdProperty('The service that is in touch.')
  agencyId: string;

  @IdProperty('Who, where it is a colleague of yours; null otherwise.', NULLABLE)
  userId: string | null;

  @CodeProperty(PLAN_CONTACT_WAYS, 'How.')
  way: string;

  @InstantProperty('When.')
  at: string;

  @CodeProperty(PLAN_CONTACT_STATES, 'What became of it.')
  state: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

/** That it was told, and never what was said. */
export class ToldTopicView {
  @CodeProperty(TOLD_TOPICS, 'What need not be asked again.')
  topic: string;

  @IdProperty('The service that was told.')
  agencyId: string;

  @InstantProperty('When that was noted.')
  notedAt: string;
}

class PlanView {
  @ApiProperty({ type: PlanLeaderView })
  leads: PlanLeaderView;

  @ApiProperty({
    type: PlanLeadView,
    nullable: true,
    description: 'Null when no service has it or is asked.',
  })
  lead: PlanLeadView | null;

  @ApiProperty({ type: [PlanSupporterView] })
  supporters: PlanSupporterView[];

  @ApiProperty({ type: [PlannedContactView], description: 'What is to come, then the last that were.' })
  contacts: PlannedContactView[];

  @ApiProperty({ type: [ToldTopicView] })
  told: ToldTopicView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CasePlanView extends PlanView {
  @IdProperty('The case.')
  caseId: string;

  @InstantProperty('When a call of the desk is promised; null when none is.', NULLABLE)
  promisedCallAt: string | null;
}

/** A service’s own part of a plan, and the rest as far as the person agreed. */
export class SharedPlanView extends PlanView {
  @IdProperty('The share it is read through.')
  shareId: string;
}

export class PlanLeadOfferedView {
  @IdProperty('The lead.')
  leadId: string;
}

export class PlanLeadMovedView {
  @IdProperty('The lead.')
  leadId: string;

  @CodeProperty(PLAN_LEAD_STATES, 'How it stands now.')
  state: string;
}

export class ContactPlannedView {
  @IdProperty('The contact.')
  contactId: string;
}

export class ToldKeptView {
  @NumberProperty('Topics that are new or have ended.', 1)
  changed: number;
}
