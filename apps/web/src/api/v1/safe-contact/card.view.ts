import { ApiProperty } from '@nestjs/swagger';
import {
  CALLER_IDS,
  CHANNELS,
  contradictions,
  CONTRADICTIONS,
  isoOf,
  LOST_CONTACT_VIAS,
  mayDo,
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
import { availableOf, AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class CardRouteView {
  @IdProperty('The way to reach the person.')
  id: string;

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
}

/** The safe-contact card in codes and times: nothing of it names anybody. */
export class CardView {
  @IdProperty('The case.')
  caseId: string;

  @NumberProperty('The version of the card.', 3)
  version: number;

  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'When contact is safe, as weekly local hours and dates of their own; null when nothing was ruled out.',
    example: { timezone: 'Europe/London', schedule: { mon: [['09:00', '15:00']] } },
  })
  safeHours: object | null;

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

  @ApiProperty({ type: [AvailableActionView], description: 'What the caller may do with it.' })
  availableActions: AvailableActionView[];
}

export function cardView({ caseId, card }: CaseSummary, actor: StaffActor, now: Instant): CardView {
  const { windows, thirdParty, lostContact } = card;
  return {
    caseId,
    version: card.version,
    safeHours: windows,
    callerId: card.callerId,
    wording: card.wording,
    thirdPartyRelation: thirdParty?.relation ?? null,
    thirdPartyKnows: thirdParty?.knows ?? null,
    policeCheck: lostContact.policeCheck,
    policeCheckAfterDays: lostContact.afterDays,
    policeCheckVia: lostContact.via,
    stopped: card.stopped,
    contradictions: [...contradictions(card)],
    routes: card.routes.map((route) => routeView(route, now)),
    availableActions: availableOf([
      {
        action: 'reveal',
        method: 'POST',
        href: `/api/v1/cases/${caseId}/safe-contact/reveal`,
        may: mayDo(actor, 'reveal-word'),
      },
    ]),
  };
}

function routeView(route: Route, now: Instant): CardRouteView {
  const { id, purpose, permissions, seenBy, checkedAt, recheckAfter } = route;
  return {
    id,
    purpose,
    safeFor: CHANNELS.filter((channel) => permissions[channel] === 'yes'),
    seenBy: [...seenBy],
    checkedAt: isoOf(checkedAt),
    recheckAfter: isoOf(recheckAfter),
    recheckDue: needsRecheck(route, now),
  };
}

export class RevealedTextView {
  @IdProperty('The case.')
  caseId: string;

  @TextProperty('What was sealed; null when none was agreed.', 'lantern', { nullable: true })
  text: string | null;
}
