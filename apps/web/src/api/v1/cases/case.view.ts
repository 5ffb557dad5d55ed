import { ApiProperty } from '@nestjs/swagger';
import {
  CHANNELS,
  contactMachine,
  isoOf,
  mayContact,
  mayDo,
  permitRoute,
  type Instant,
  type Route,
  type StaffActor,
} from '#libs/domain';
import type { CaseSummary, SummaryLimb } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { BoardDeadlineView } from '../board/board.view';
import { caseActions } from './case.links';
import { IntakeView } from './intake.view';
import { TimedFactsView, timedFactsView } from './timed-facts.view';

const ROUTE_KINDS = ['mobile', 'landline', 'work', 'email', 'third-party'];
const ROUTE_STATES = ['active', 'suspended', 'quarantined'];

export class CaseDeadlineView extends BoardDeadlineView {
  @InstantProperty(
    'The due instant with listed exceptions taken out, beside the raw one; null without any.',
    {
      nullable: true,
    },
  )
  adjustedDueAt: string | null;

  @InstantProperty('When it was met; null when it was not.', { nullable: true })
  metAt: string | null;
}

/** A way to reach the person, without the number. */
export class ContactRouteView {
  @IdProperty('The route.')
  id: string;

  @CodeProperty(ROUTE_KINDS, 'What kind it is.')
  kind: string;

  @CodeProperty(ROUTE_STATES, 'Whether it may be used at all.')
  state: string;

  @ApiProperty({
    description: 'What the person said for each channel; unknown is no.',
    type: 'object',
    additionalProperties: { type: 'string', enum: ['yes', 'no', 'unknown'] },
    example: Object.fromEntries(CHANNELS.map((channel) => [channel, channel === 'call' ? 'yes' : 'no'])),
  })
  permissions: Record<string, string>;

  @YesNoProperty('Whether a call may be made at this moment.', true)
  mayCallNow: boolean;

  @TextProperty('Why not, as a code; null when it may.', 'outside-safe-times', { nullable: true })
  whyNot: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

/** One case in codes and times. Who it is about has a route of its own, which is recorded. */
export class CaseView {
  @IdProperty('The case.')
  id: string;

  @IdProperty('The referral it came from.')
  referralId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(Object.keys(contactMachine.transitions), 'How far first contact got.')
  contactState: string;

  @YesNoProperty('Danger goes first.', false)
  danger: boolean;

  @IdProperty('The team that answers for it.')
  ownerTeamId: string;

  @IdProperty('Who has taken it on; null when nobody has.', { nullable: true })
  ownerUserId: string | null;

  @InstantProperty('The last safe time to act; null when nothing is unmet.', { nullable: true })
  actByAt: string | null;

  @YesNoProperty('False when no safe time is left before the deadline.', true)
  actBySafe: boolean;

  @InstantProperty('What is due next; null once closed.', { nullable: true })
  nextDueAt: string | null;

  @NumberProperty('How many attempts were recorded in all.', 1)
  attempts: number;

  @InstantProperty('When the case was opened.')
  openedAt: string;

  @InstantProperty('When it was closed; null while it is open.', { nullable: true })
  closedAt: string | null;

  @ApiProperty({ type: IntakeView })
  intake: IntakeView;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'When calls are safe: spans of local time by weekday. Null when no time was ruled out.',
    example: { timezone: 'Europe/London', schedule: { mon: [['09:00', '12:00']] } },
  })
  safeTimes: { timezone: string; schedule: object } | null;

  @ApiProperty({ type: [ContactRouteView], description: 'In the order in which they should be tried.' })
  routes: ContactRouteView[];

  @ApiProperty({ type: [CaseDeadlineView] })
  deadlines: CaseDeadlineView[];

  @ApiProperty({ type: TimedFactsView })
  facts: TimedFactsView;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export function caseView(summary: CaseSummary, actor: StaffActor, now: Instant): CaseView {
  const { caseId, card, ownerUserId, actByAt, nextDueAt, closedAt } = summary;
  return {
    id: caseId,
    referralId: summary.referralId,
    reference: summary.reference,
    contactState: summary.contactState,
    danger: summary.danger,
    ownerTeamId: summary.ownerTeamId,
    ownerUserId,
    actByAt: actByAt && isoOf(actByAt),
    actBySafe: summary.actBySafe,
    nextDueAt: nextDueAt && isoOf(nextDueAt),
    attempts: summary.attempts,
    openedAt: isoOf(summary.openedAt),
    closedAt: closedAt && isoOf(closedAt),
    intake: { ...summary.intake },
    safeTimes: card.windows && { timezone: card.windows.timezone, schedule: card.windows.schedule },
    routes: card.routes.map((route) => routeView(route, { summary, actor, now })),
    deadlines: summary.limbs.map(deadlineView),
    facts: timedFactsView(summary.facts),
    etag: entityTag(summary.revision),
    availableActions: caseActions(actor, {
      caseId,
      ownedByYou: ownerUserId === actor.userId,
      open: closedAt === null,
    }),
  };
}

function deadlineView({ limb, binding, state, dueAt, adjustedDueAt, metAt }: SummaryLimb): CaseDeadlineView {
  return {
    limb,
    binding,
    state,
    dueAt: isoOf(dueAt),
    adjustedDueAt: adjustedDueAt && isoOf(adjustedDueAt),
    metAt: metAt && isoOf(metAt),
  };
}

function routeView(
  route: Route,
  { summary, actor, now }: { summary: CaseSummary; actor: StaffActor; now: Instant },
): ContactRouteView {
  const { id, kind, state, permissions } = route;
  const gate = mayContact({ card: summary.card, routeId: id, channel: 'call', now });
  const may = gate.kind === 'may';
  const mayLift = mayDo(actor, 'lift-route-hold');
  const mayPermit =
    mayDo(actor, 'permit-route') && permitRoute({ route, permissions, mayLift, now }).kind === 'permitted';
  return {
    id,
    kind,
    state,
    permissions: { ...permissions },
    mayCallNow: may,
    whyNot: may ? null : gate.reason,
    availableActions: availableOf([
      {
        action: 'reveal',
        method: 'POST',
        href: `/api/v1/cases/${summary.caseId}/routes/${id}/reveal`,
        may: may && mayDo(actor, 'reveal-route'),
      },
      {
        action: 'permit',
        method: 'POST',
        href: `/api/v1/cases/${summary.caseId}/routes/${id}/permissions`,
        may: summary.closedAt === null && mayPermit,
      },
    ]),
  };
}
