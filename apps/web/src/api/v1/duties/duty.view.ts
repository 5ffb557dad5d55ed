import { ApiProperty } from '@nestjs/swagger';
import {
  DELIVERY_EVIDENCE,
  DUTY_HOLDERS,
  DUTY_STATES,
  ENHANCED_CATEGORIES,
  HANDLINGS,
  isoOf,
  mayDo,
  NOT_APPLICABLE_REASONS,
  SAID_HOW,
  TIMINGS,
  type Duty,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

/** One entitlement of a case, as it stands. */
export class DutyView {
  @IdProperty('The duty.')
  id: string;

  @TextProperty('The row of the catalogue; this service’s own id, not a paragraph of the Code.', 'R6.4')
  entitlement: string;

  @TextProperty('The version of the Code under which it was opened.', '2021')
  codeVersion: string;

  @NumberProperty('Which of the twelve rights.', 6)
  right: number;

  @CodesProperty(DUTY_HOLDERS, 'Who owes it.')
  owedBy: string[];

  @CodeProperty(HANDLINGS, 'What this service does about it.')
  handling: string;

  @CodeProperty(DUTY_STATES, 'How it stands.')
  state: string;

  @CodeProperty(TIMINGS, 'Under which of two times.')
  timing: string;

  @NumberProperty('1, and one more each time the person asks for it again.', 1)
  round: number;

  @InstantProperty('When what opened it happened.')
  triggeredAt: string;

  @InstantProperty('When its clock started; null while it waits for another body.', NULLABLE)
  clockStartedAt: string | null;

  @InstantProperty('Its last second in time; null where it has no limit in numbers.', NULLABLE)
  dueAt: string | null;

  @InstantProperty('By when the body before must have passed on what it needs.', NULLABLE)
  upstreamDueAt: string | null;

  @InstantProperty('When it was done.', NULLABLE)
  deliveredAt: string | null;

  @CodeProperty(DELIVERY_EVIDENCE, 'What whoever recorded that rests on.', NULLABLE)
  evidence: string | null;

  @YesNoProperty(
    'It was entered after its limit and a second person must confirm that it was in time.',
    false,
  )
  confirmationAwaited: boolean;

  @InstantProperty('When the person declined or changed it.', NULLABLE)
  chosenAt: string | null;

  @CodeProperty(SAID_HOW, 'How they said so.', NULLABLE)
  chosenHow: string | null;

  @CodeProperty(NOT_APPLICABLE_REASONS, 'Why it does not apply.', NULLABLE)
  endReason: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class EnhancedGrantView {
  @CodeProperty(ENHANCED_CATEGORIES, 'The ground.')
  category: string;

  @InstantProperty('When it was granted; null from the beginning.', NULLABLE)
  grantedAt: string | null;
}

export class CaseDutiesView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [EnhancedGrantView], description: 'On which grounds the person has Enhanced Rights.' })
  enhanced: EnhancedGrantView[];

  @ApiProperty({ type: [DutyView], description: 'At most 500, by right.' })
  duties: DutyView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class DutyKeptView {
  @IdProperty('The duty; a new one where the person asked again.')
  dutyId: string;

  @CodeProperty(DUTY_STATES, 'How it stands now.')
  state: string;

  @ETagProperty()
  etag: string;
}

export class CodeEventRecordedView {
  @IdProperty('The case.')
  caseId: string;
}

export class EnhancedGrantedView {
  @NumberProperty('Open duties that were planned anew.', 2)
  replanned: number;
}

const OPEN = ['not-due', 'due', 'changed', 'missed', 'not-known'];
const maybe = (at: Instant | null) => at && isoOf(at);

export function dutyView(duty: Duty, { actor, now }: { actor: StaffActor; now: Instant }): DutyView {
  const { id, state, dueAt } = duty;
  const may = mayDo(actor, 'keep-rights');
  const href = (act: string) => `/api/v1/duties/${id}/${act}`;
  const open = OPEN.includes(state);
  const done = state === 'delivered' || state === 'delivered-late';
  const passed = dueAt !== null && now > dueAt && (state === 'due' || state === 'not-known');
  const action = (name: string, act: string, can: boolean) =>
    ({ action: name, method: 'POST', href: href(act), may: may && can }) as const;
  return {
    id,
    entitlement: duty.entitlementId,
    codeVersion: duty.codeVersion,
    right: duty.right,
    owedBy: [...duty.owedBy],
    handling: duty.handling,
    state,
    timing: duty.timing,
    round: duty.round,
    triggeredAt: isoOf(duty.triggeredAt),
    clockStartedAt: maybe(duty.clockStartedAt),
    dueAt: maybe(dueAt),
    upstreamDueAt: maybe(duty.upstreamDueAt),
    deliveredAt: maybe(duty.deliveredAt),
    evidence: duty.evidence,
    confirmationAwaited: duty.confirmationAwaited,
    chosenAt: maybe(duty.chosenAt),
    chosenHow: duty.chosenHow,
    endReason: duty.endReason,
    etag: entityTag(duty.revision),
    availableActions: availableOf([
      action('deliver', 'deliveries', open),
      action('decline', 'declines', open),
      action('ask-again', 'reinstatements', state === 'declined'),
      action('end', 'endings', open && state !== 'missed'),
      action('correct', 'corrections', done || passed),
    ]),
  };
}
