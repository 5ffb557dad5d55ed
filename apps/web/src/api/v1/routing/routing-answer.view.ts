import { ApiProperty } from '@nestjs/swagger';
import {
  ASK_REASONS,
  CANDIDATE_NOTES,
  DECIDING_ROLES,
  EVIDENCE,
  HARD_REJECTIONS,
  RULE_REJECTIONS,
  SUPPORT_KINDS,
  type AskReason,
  type DecideReason,
} from '#libs/domain';
import { CodeProperty, IdProperty, NumberProperty, TextProperty, YesNoProperty } from '../openapi/properties';

const NULLABLE = { nullable: true };

/** Why somebody decides though no rule asks them to; one that is missing here does not compile. */
const OF_THE_FACTS = Object.keys({
  'lead-decides': true,
  'coverage-not-confirmed': true,
  'district-not-known': true,
  'nobody-eligible': true,
  'no-capacity': true,
  'police-or-social-care-first': true,
  'nothing-wanted': true,
} satisfies Record<Exclude<DecideReason, AskReason>, true>);

export class RoutingDeciderView {
  @CodeProperty(DECIDING_ROLES, 'Who decides.')
  role: string;

  @CodeProperty([...ASK_REASONS, ...OF_THE_FACTS], 'Why a person has to.')
  reason: string;
}

export class CandidateReasonView {
  @CodeProperty(CANDIDATE_NOTES, 'What speaks for it, or must be known of it.')
  code: string;

  @NumberProperty('People or places, by the code; null where none are counted.', 3, NULLABLE)
  amount: number | null;

  @CodeProperty(EVIDENCE, 'How well its district is known, where the code is about that.', NULLABLE)
  evidence: string | null;

  @TextProperty('The rule that says so; null for the facts themselves.', 'sample-rule', NULLABLE)
  ruleId: string | null;
}

export class RoutingCandidateView {
  @IdProperty('The service.')
  serviceId: string;

  @YesNoProperty('Whether a named person must agree before anybody is sent there.', false)
  unconfirmed: boolean;

  @ApiProperty({ type: [CandidateReasonView] })
  reasons: CandidateReasonView[];

  @YesNoProperty('Whether you may choose it though it is not simply the first; send it to the choices.', true)
  mayBeChosen: boolean;
}

export class RejectionReasonView {
  @CodeProperty([...HARD_REJECTIONS, 'rule', 'not-among-chosen'], 'Why it is not suggested.')
  code: string;

  @CodeProperty(RULE_REJECTIONS, 'What a rule gives as its reason; null for the facts themselves.', NULLABLE)
  because: string | null;

  @TextProperty('The rule that says so; null for the facts themselves.', 'sample-rule', NULLABLE)
  ruleId: string | null;
}

export class RejectedServiceView {
  @IdProperty('The service.')
  serviceId: string;

  @ApiProperty({
    type: [RejectionReasonView],
    description: 'Never empty; where the duty lead decides, you read that and nothing else.',
  })
  reasons: RejectionReasonView[];

  @YesNoProperty('Whether you may choose it all the same; send it to the choices.', false)
  mayBeChosen: boolean;
}

export class RoutingAnswerView {
  @CodeProperty(SUPPORT_KINDS, 'What support it is about.')
  kind: string;

  @YesNoProperty('Whether it was asked for; otherwise a rule puts it first.', true)
  asked: boolean;

  @ApiProperty({ type: [RoutingCandidateView], description: 'The best first.' })
  candidates: RoutingCandidateView[];

  @ApiProperty({ type: [RejectedServiceView] })
  rejected: RejectedServiceView[];

  @ApiProperty({
    type: RoutingDeciderView,
    nullable: true,
    description: 'Null when the first may simply be asked.',
  })
  decidedBy: RoutingDeciderView | null;
}
