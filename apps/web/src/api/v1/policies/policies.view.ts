import { ApiProperty } from '@nestjs/swagger';
import { FACTS, isoOf, mayDo, type Limb, type StaffActor } from '#libs/domain';
import type { AttemptPolicyLine, CalendarVersionLine, PolicyVersionLine } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class LimbView {
  @TextProperty('Which limb.', '1wd')
  id: string;

  @CodeProperty(['elapsed', 'working-day'], 'How its time is counted.')
  kind: string;

  @NumberProperty('The budget of an elapsed limb; null for working days.', 86400, { nullable: true })
  seconds: number | null;

  @NumberProperty('The budget of a working-day limb; null for elapsed time.', 1, { nullable: true })
  days: number | null;

  @TextProperty('Which reading of a working day; null for elapsed time.', 'A', { nullable: true })
  reading: string | null;

  @TextProperty('Close of service; null for elapsed time.', '17:00', { nullable: true })
  closesAt: string | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    example: [14400, 3600],
    description: 'Seconds before the due instant.',
  })
  warnSecondsBefore: readonly number[];
}

export class PolicyVersionView {
  @TextProperty('The policy.', 'sample-first-contact')
  id: string;

  @NumberProperty('Its version.', 1)
  version: number;

  @InstantProperty(
    'In force from this instant for referrals that arrive. Started clocks keep their own version.',
  )
  effectiveFrom: string;

  @TextProperty('Which instant starts the clock.', 'reported-at')
  clockStart: string;

  @CodeProperty(FACTS, 'Which fact stops it.')
  stoppedBy: string;

  @ApiProperty({ type: [LimbView] })
  limbs: LimbView[];

  @TextProperty('The limb that escalates.', '1wd')
  bindingLimb: string;

  @TextProperty('The calendar of its working days.', 'sample-service-days')
  calendar: string;

  @NumberProperty('How often an alert is repeated, in seconds of on-call time.', 1800)
  repeatEverySeconds: number;

  @NumberProperty('The repeat from which the service manager is told.', 2)
  stepUpAtRepeat: number;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CalendarVersionView {
  @TextProperty('The calendar.', 'sample-service-days')
  id: string;

  @NumberProperty('Its version.', 1)
  version: number;

  @InstantProperty('In force from this instant.')
  effectiveFrom: string;

  @TextProperty('Where it comes from.', 'A sample source')
  source: string;

  @TextProperty('The zone of its local times.', 'Europe/London')
  timezone: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Opening spans of local time by weekday; a day that is not listed is closed.',
    example: { mon: [['09:00', '17:00']] },
  })
  schedule: object;

  @ApiProperty({ type: [String], example: ['2026-12-25'], description: 'Days that are closed.' })
  holidays: readonly string[];

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2028-12-31',
    description:
      'Holidays are known up to this day; a question past it is refused. Null when there is no end.',
  })
  knownUntil: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class AttemptPolicyVersionView {
  @NumberProperty('Its version.', 1)
  version: number;

  @InstantProperty('In force from this instant.')
  effectiveFrom: string;

  @NumberProperty('How many attempts.', 5)
  attempts: number;

  @NumberProperty('Over how many working days.', 5)
  workingDays: number;

  @NumberProperty('At how many times of day.', 2)
  timesOfDay: number;

  @NumberProperty('How many on one day at the most.', 2)
  mostPerDay: number;

  @NumberProperty('On how many numbers, where there are as many.', 2)
  routesWanted: number;

  @YesNoProperty('Whether one should be in the evening.', true)
  eveningWanted: boolean;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class PoliciesView {
  @ApiProperty({ type: [PolicyVersionView], description: 'Newest version first.' })
  policies: PolicyVersionView[];

  @ApiProperty({ type: [CalendarVersionView], description: 'Newest version first.' })
  calendars: CalendarVersionView[];

  @ApiProperty({ type: [AttemptPolicyVersionView], description: 'Newest version first.' })
  attemptPolicies: AttemptPolicyVersionView[];
}

/** Whoever proposes changes does it to the newest version of a rule, in force or not. */
export const proposeAction = (actor: StaffActor, what: string, newest: boolean) =>
  availableOf([
    {
      action: 'propose-change',
      method: 'POST',
      href: `/api/v1/proposals/${what}`,
      may: newest && mayDo(actor, 'propose-change'),
    },
  ]);

export function policyVersionView(
  { policy, effectiveFrom }: PolicyVersionLine,
  { actor, newest }: { actor: StaffActor; newest: boolean },
): PolicyVersionView {
  const { id, version, clockStart, stoppedBy, bindingLimb, calendar, escalation } = policy;
  const { repeatEverySeconds, stepUpAtRepeat } = escalation;
  return {
    id,
    version,
    effectiveFrom: isoOf(effectiveFrom),
    clockStart,
    stoppedBy,
    limbs: policy.limbs.map(limbView),
    bindingLimb,
    calendar,
    repeatEverySeconds,
    stepUpAtRepeat,
    availableActions: proposeAction(actor, 'policies', newest),
  };
}

function limbView(limb: Limb): LimbView {
  const { id, kind, warnSecondsBefore } = limb;
  const counted =
    limb.kind === 'elapsed'
      ? { seconds: limb.seconds, days: null, reading: null, closesAt: null }
      : { seconds: null, days: limb.days, reading: limb.reading, closesAt: limb.closesAt };
  return { id, kind, ...counted, warnSecondsBefore };
}

export function calendarVersionView(
  line: CalendarVersionLine,
  { actor, newest }: { actor: StaffActor; newest: boolean },
): CalendarVersionView {
  const { id, version, effectiveFrom, source, hours } = line;
  const { timezone, schedule, holidays, knownUntil = null } = hours;
  return {
    id,
    version,
    effectiveFrom: isoOf(effectiveFrom),
    source,
    timezone,
    schedule,
    holidays,
    knownUntil,
    availableActions: proposeAction(actor, 'bank-holidays', newest),
  };
}

export function attemptPolicyVersionView(
  { version, body, effectiveFrom }: AttemptPolicyLine,
  { actor, newest }: { actor: StaffActor; newest: boolean },
): AttemptPolicyVersionView {
  return {
    version,
    effectiveFrom: isoOf(effectiveFrom),
    ...body,
    availableActions: proposeAction(actor, 'attempt-policy', newest),
  };
}
