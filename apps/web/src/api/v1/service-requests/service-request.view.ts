import { ApiProperty } from '@nestjs/swagger';
import {
  REQUEST_BANDS,
  REQUEST_DECLINES,
  REQUEST_ENDINGS,
  REQUEST_REDIRECTS,
  REQUEST_STEPS,
  SUPPORT_KINDS,
} from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { OWNER_ROLES, REQUEST_STATES, TAKEN_BACK } from './request-codes';

const GROUNDS = ['consent', 'override'];
const ROUTES = ['inbox', 'handed-over'];

/** Who answers for a request at this minute. */
export class RequestOwnerView {
  @CodeProperty(OWNER_ROLES, 'As what.')
  role: string;

  @IdProperty('Of which agency.')
  agencyId: string;

  @IdProperty('Who; null when it is whoever has that role now.', { nullable: true })
  userId: string | null;

  @IdProperty('Who would answer for it, were they not away; null where nobody’s place is taken.', {
    nullable: true,
  })
  inPlaceOf: string | null;
}

/** One live request, as a line of the desk's list. */
export class DeskRequestView {
  @IdProperty('The request.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(SUPPORT_KINDS, 'What was asked for.')
  kind: string;

  @IdProperty('The service; null while nobody has chosen one.', { nullable: true })
  serviceId: string | null;

  @IdProperty('The agency of that service.', { nullable: true })
  agencyId: string | null;

  @CodeProperty(REQUEST_STATES, 'Where it stands.')
  state: string;

  @CodeProperty(REQUEST_BANDS, 'How soon.')
  band: string;

  @InstantProperty('When this support was first asked for, of whichever service.')
  firstAskedAt: string;

  @CodeProperty(REQUEST_STEPS, 'What is due next; null once it is over.', { nullable: true })
  step: string | null;

  @InstantProperty('By when; null once it is over.', { nullable: true })
  dueAt: string | null;

  @YesNoProperty('Whether silence made it a manager’s, and none has taken it on yet.', false)
  waitsForManager: boolean;

  @ApiProperty({
    type: RequestOwnerView,
    nullable: true,
    description: 'Exactly one while it is live; null once it is over.',
  })
  answeredForBy: RequestOwnerView | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class DeskRequestsView {
  @ApiProperty({ type: [DeskRequestView], description: 'What is due first before the others.' })
  items: DeskRequestView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

/** One request for support, as the desk reads it. */
export class ServiceRequestView extends DeskRequestView {
  @CodeProperty(ROUTES, 'Whether its people work here, or the desk notes what they say.')
  reachedBy: string;

  @IdProperty('What another service suggested instead of itself.', { nullable: true })
  suggestedServiceId: string | null;

  @IdProperty('The request in whose place it was opened.', { nullable: true })
  insteadOfId: string | null;

  @InstantProperty('When it was proposed.')
  proposedAt: string;

  @InstantProperty('When it left for the service.', { nullable: true })
  sentAt: string | null;

  @CodeProperty(GROUNDS, 'On what ground it left.', { nullable: true })
  sentOn: string | null;

  @CodeProperty(GROUNDS, 'On what ground it may leave at this instant; null when nothing may.', {
    nullable: true,
  })
  mayLeaveOn: string | null;

  @InstantProperty('When the service said that it has it.', { nullable: true })
  acknowledgedAt: string | null;

  @InstantProperty('When the service answered.', { nullable: true })
  decidedAt: string | null;

  @CodeProperty(REQUEST_DECLINES, 'Why the service said no.', { nullable: true })
  declineReason: string | null;

  @CodeProperty(REQUEST_REDIRECTS, 'Why another service fits better.', { nullable: true })
  redirectReason: string | null;

  @CodeProperty(TAKEN_BACK, 'Why it was taken back.', { nullable: true })
  withdrawReason: string | null;

  @InstantProperty('When the person was last asked whether they still want it.', { nullable: true })
  lastStillWantedAt: string | null;

  @InstantProperty('When somebody was named to meet the person.', { nullable: true })
  allocatedAt: string | null;

  @InstantProperty('When the support began.', { nullable: true })
  startedAt: string | null;

  @InstantProperty('When it was last looked at together.', { nullable: true })
  reviewedAt: string | null;

  @InstantProperty('When it ended.', { nullable: true })
  endedAt: string | null;

  @CodeProperty(REQUEST_ENDINGS, 'How it ended.', { nullable: true })
  ending: string | null;

  @ApiProperty({
    type: [String],
    example: [],
    description: 'Live requests of the same chain, this one among them, when the person has to choose.',
  })
  chooseBetweenIds: string[];

  @ETagProperty()
  etag: string;
}

export class CaseServiceRequestsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [ServiceRequestView], description: 'What is live first, then the newest.' })
  items: ServiceRequestView[];
}

export class ServiceRequestProposedView {
  @IdProperty('The request.')
  id: string;

  @IdProperty('The case.')
  caseId: string;
}

export class ServiceRequestChangedView {
  @IdProperty('The request.')
  id: string;

  @CodeProperty(REQUEST_STATES, 'Where it stands now.')
  state: string;
}
