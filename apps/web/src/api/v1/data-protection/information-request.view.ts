import { ApiProperty } from '@nestjs/swagger';
import {
  ASKED_VIA,
  DELIVERIES,
  EXTENSIONS,
  IDENTITY_CHECKS,
  informationRequestMachine,
  isoOf,
  openWait,
  REQUEST_KINDS,
  REQUEST_REFUSALS,
  REQUESTERS,
  SETTLEMENTS,
  WAITS,
  type InformationRequest,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { actsOn } from './request-acts';

const STATES = Object.keys(informationRequestMachine.transitions);
const DUES = ['answer', 'chase', 'acknowledge', 'outcome', 'decide', 'approve'];

/** One request about somebody's data in codes and times: who asked, and in which words, is sealed. */
export class InformationRequestView {
  @IdProperty('The request.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'DP-4F7K-9Q2D')
  reference: string;

  @CodeProperty(REQUEST_KINDS, 'What is asked for.')
  kind: string;

  @CodeProperty(STATES, 'Where it stands.')
  state: string;

  @YesNoProperty('Whether it is known whom it is about.', true)
  personKnown: boolean;

  @InstantProperty('When it came in: the clock counts from that day.')
  receivedAt: string;

  @CodeProperty(ASKED_VIA, 'How it came in.')
  receivedVia: string;

  @CodeProperty(REQUESTERS, 'Who asks.')
  requester: string;

  @IdProperty('Who answers for it.')
  ownerUserId: string;

  @CodeProperty(DUES, 'What is due next; null once it is closed.', { nullable: true })
  nextDue: string | null;

  @DayProperty('The last day for that.', { nullable: true })
  nextDueOn: string | null;

  @InstantProperty('The end of that day.', { nullable: true })
  nextDueAt: string | null;

  @YesNoProperty('Whether that has passed.', false)
  late: boolean;

  @InstantProperty('Since when the clock stands still; null while it runs.', { nullable: true })
  stoppedSinceAt: string | null;

  @CodeProperty(WAITS, 'What it waits for meanwhile.', { nullable: true })
  stoppedFor: string | null;

  @CodeProperty(IDENTITY_CHECKS, 'How it is known who asks; null while it is not.', { nullable: true })
  identityHow: string | null;

  @CodeProperty(EXTENSIONS, 'Why two months more were taken; null when they were not.', { nullable: true })
  extension: string | null;

  @InstantProperty('When a complaint was acknowledged.', { nullable: true })
  acknowledgedAt: string | null;

  @TextProperty('SHA-256 of the sealed pack, hexadecimal; null before there is one.', 'a1'.repeat(32), {
    nullable: true,
  })
  packHash: string | null;

  @CodeProperty(DELIVERIES, 'How the pack reached them.', { nullable: true })
  delivery: string | null;

  @CodeProperty(SETTLEMENTS, 'What came of it.', { nullable: true })
  settlement: string | null;

  @CodeProperty(REQUEST_REFUSALS, 'Why it was turned down.', { nullable: true })
  refusal: string | null;

  @IdProperty('Who proposed a release.', { nullable: true })
  proposedBy: string | null;

  @IdProperty('Who decided about it.', { nullable: true })
  decidedBy: string | null;

  @InstantProperty('When it was closed.', { nullable: true })
  closedAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class InformationRequestPageView {
  @ApiProperty({ type: [InformationRequestView], description: 'Live: by what is due first.' })
  items: InformationRequestView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class RequestReceivedView {
  @IdProperty('The request.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'DP-4F7K-9Q2D')
  reference: string;
}

export function informationRequestView(
  request: InformationRequest,
  { actor, now }: { readonly actor: StaffActor; readonly now: Instant },
): InformationRequestView {
  const { id, reference, kind, state, receivedVia, requester, ownerUserId, nextDue, nextDueOn } = request;
  const { identityHow, extension, packHash, delivery, settlement, refusal, proposedBy, decidedBy } = request;
  const wait = openWait(request);
  const iso = (at: Instant | null) => at && isoOf(at);
  return {
    id,
    reference,
    kind,
    state,
    personKnown: request.personId !== null,
    receivedAt: isoOf(request.receivedAt),
    receivedVia,
    requester,
    ownerUserId,
    nextDue,
    nextDueOn,
    nextDueAt: iso(request.nextDueAt),
    late: request.nextDueAt !== null && now > request.nextDueAt,
    stoppedSinceAt: iso(wait?.fromAt ?? null),
    stoppedFor: wait?.waitFor ?? null,
    identityHow,
    extension,
    acknowledgedAt: iso(request.acknowledgedAt),
    packHash,
    delivery,
    settlement,
    refusal,
    proposedBy,
    decidedBy,
    closedAt: iso(request.closedAt),
    etag: entityTag(request.revision),
    availableActions: availableOf(actsOn(request, actor)),
  };
}
