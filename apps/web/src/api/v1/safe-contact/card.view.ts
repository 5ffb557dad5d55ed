import { ApiProperty } from '@nestjs/swagger';
import {
  CALLER_IDS,
  CARD_ROUTE_KINDS,
  CHANNELS,
  contradictions,
  CONTRADICTIONS,
  isoOf,
  LOST_CONTACT_VIAS,
  needsRecheck,
  PERMISSIONS,
  ROUTE_PURPOSES,
  SEEN_BY,
  THIRD_PARTY_KNOWS,
  THIRD_PARTY_RELATIONS,
  type Instant,
  type Route,
  type StaffActor,
} from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView } from '../access/available-action.view';
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
import { cardActions, cardRouteActions } from './card.links';

const ROUTE_STATES = ['active', 'suspended', 'quarantined'];

export class CardRouteView {
  @IdProperty('The way to reach the person.')
  id: string;

  @CodeProperty(CARD_ROUTE_KINDS, 'What kind of way it is.')
  kind: string;

  @CodeProperty(ROUTE_STATES, 'In use, on hold until a duty lead has looked at it, or out of use for good.')
  state: string;

  @CodeProperty(ROUTE_PURPOSES, 'What it is for.')
  purpose: string;

  @CodesProperty(CHANNELS, 'What is safe on it; whatever is not listed is not.')
  safeFor: string[];

  @CodesProperty(SEEN_BY, 'Who might answer it or see what comes.')
  seenBy: string[];

  @InstantProperty('When somebody last said that it is so.')
  checkedAt: string;

  @InstantProperty('After this it must be checked again before anybody relies on it.')
  recheckAfter: string;

  @YesNoProperty('Whether it must be checked again now.', false)
  recheckDue: boolean;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CardExceptionView {
  @ApiProperty({ type: String, format: 'date', description: 'The date.', example: '2026-09-08' })
  date: string;

  @CodeProperty(['open', 'never'], 'Whether these hours are safe as well, or never.')
  kind: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'Its local hours: from the first until the second.',
    example: [['09:00', '12:00']],
  })
  hours: string[][];
}

/** The safe-contact card in codes and times: nothing of it names anybody. */
export class CardView {
  @IdProperty('The case.')
  caseId: string;

  @NumberProperty('The version of the card.', 3)
  version: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description:
      'When contact is safe, as weekly local hours and dates of their own; null when nothing was ruled out.',
    example: { timezone: 'Europe/London', schedule: { mon: [['09:00', '15:00']] } },
  })
  safeHours: object | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The weekly safe hours as the person named them; null when none were named.',
    example: { mon: [['09:00', '15:00']] },
  })
  saidTimes: object | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The weekly hours at which nothing may ever come; null when none were named.',
    example: { sat: [['00:00', '24:00']] },
  })
  neverTimes: object | null;

  @ApiProperty({ type: [CardExceptionView], description: 'Dates with hours of their own.' })
  dates: CardExceptionView[];

  @CodeProperty(CALLER_IDS, 'What may show of our number; null when nobody asked.', { nullable: true })
  callerId: string | null;

  @TextProperty('The approved text that the person chose for messages; null is none.', 'reminder', {
    nullable: true,
  })
  wording: string | null;

  @CodeProperty(THIRD_PARTY_RELATIONS, 'Somebody else whom the person named, by relation.', {
    nullable: true,
  })
  thirdPartyRelation: string | null;

  @CodeProperty(THIRD_PARTY_KNOWS, 'What they know.', { nullable: true })
  thirdPartyKnows: string | null;

  @CodeProperty(PERMISSIONS, 'Whether a police check may be asked for when contact is lost. Unknown is no.')
  policeCheck: string;

  @NumberProperty('After how many days without contact.', 7, { nullable: true })
  policeCheckAfterDays: number | null;

  @CodeProperty(LOST_CONTACT_VIAS, 'Through whom.', { nullable: true })
  policeCheckVia: string | null;

  @YesNoProperty('Whether all contact has been stopped.', false)
  stopped: boolean;

  @CodesProperty(CONTRADICTIONS, 'What on the card cannot all be true.')
  contradictions: string[];

  @ApiProperty({ type: [CardRouteView], description: 'In the order in which they should be tried.' })
  routes: CardRouteView[];

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView], description: 'What the caller may do with it.' })
  availableActions: AvailableActionView[];
}

export function cardView(summary: CaseSummary, actor: StaffActor, now: Instant): CardView {
  const { caseId, card, closedAt, revision } = summary;
  const { windows, saidWindows, never, exceptions, thirdParty, lostContact } = card;
  const around = { caseId, open: closedAt === null, actor, now };
  return {
    caseId,
    version: card.version,
    safeHours: windows,
    saidTimes: saidWindows && saidWindows.schedule,
    neverTimes: never && never.schedule,
    dates: exceptions.map(({ date, kind, spans }) => ({ date, kind, hours: spans.map((span) => [...span]) })),
    callerId: card.callerId,
    wording: card.wording,
    thirdPartyRelation: thirdParty?.relation ?? null,
    thirdPartyKnows: thirdParty?.knows ?? null,
    policeCheck: lostContact.policeCheck,
    policeCheckAfterDays: lostContact.afterDays,
    policeCheckVia: lostContact.via,
    stopped: card.stopped,
    contradictions: [...contradictions(card)],
    routes: card.routes.map((route) => routeView(route, around)),
    etag: entityTag(revision),
    availableActions: cardActions(summary, actor),
  };
}

function routeView(
  route: Route,
  { now, ...around }: { caseId: string; open: boolean; actor: StaffActor; now: Instant },
): CardRouteView {
  const { id, kind, state, purpose, permissions, seenBy, checkedAt, recheckAfter } = route;
  return {
    id,
    kind,
    state,
    purpose,
    safeFor: CHANNELS.filter((channel) => permissions[channel] === 'yes'),
    seenBy: [...seenBy],
    checkedAt: isoOf(checkedAt),
    recheckAfter: isoOf(recheckAfter),
    recheckDue: needsRecheck(route, now),
    availableActions: cardRouteActions(route, around),
  };
}

export class RevealedTextView {
  @IdProperty('The case.')
  caseId: string;

  @TextProperty('What was sealed; null when none was agreed.', 'lantern', { nullable: true })
  text: string | null;
}
