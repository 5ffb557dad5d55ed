import { ApiProperty } from '@nestjs/swagger';
import {
  AGE_BANDS,
  REQUEST_BANDS,
  REQUEST_DECLINES,
  REQUEST_ENDINGS,
  REQUEST_REDIRECTS,
  REQUEST_STEPS,
  SUPPORT_KINDS,
} from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import { CodeProperty, ETagProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';
import { REQUEST_STATES } from '../service-requests/request-codes';

const Codes = (description: string, example: string): PropertyDecorator =>
  ApiProperty({ type: [String], description, example: [example] });

/** What a service sees before it says yes: codes for finding out whether it can help, and no way to reach anybody. */
export class RequestMinimumView {
  @CodeProperty(AGE_BANDS, 'Age, roughly.')
  ageBand: string;

  @TextProperty('The district, as its code; null when it is not known.', 'E07999999', { nullable: true })
  district: string | null;

  @Codes('What they need, as codes.', 'worker-woman')
  needs: string[];

  @Codes('Help needed to talk, as codes.', 'interpreter')
  languages: string[];

  @Codes('Access, as codes.', 'step-free')
  access: string[];

  @Codes('Safe ways to be in touch, without any number; empty unless that may be shared.', 'call')
  safeContact: string[];
}

/** What was sent to a service: nothing of the person, of other requests, or of who else was asked. */
export class ReceivedLineView {
  @IdProperty('The request.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @TextProperty('Who sent it.', 'Sample Responders')
  from: string;

  @CodeProperty(SUPPORT_KINDS, 'What was asked for.')
  kind: string;

  @IdProperty('Of which of your services.', { nullable: true })
  serviceId: string | null;

  @CodeProperty(REQUEST_STATES, 'Where it stands.')
  state: string;

  @CodeProperty(REQUEST_BANDS, 'How soon.')
  band: string;

  @CodeProperty(REQUEST_STEPS, 'What is due next; null once it is over.', { nullable: true })
  step: string | null;

  @InstantProperty('By when; null once it is over.', { nullable: true })
  dueAt: string | null;

  @InstantProperty('When it was sent.', { nullable: true })
  sentAt: string | null;

  @InstantProperty('When your service said that it has it.', { nullable: true })
  acknowledgedAt: string | null;

  @InstantProperty('When your service answered.', { nullable: true })
  decidedAt: string | null;

  @CodeProperty(REQUEST_DECLINES, 'Why your service said no.', { nullable: true })
  declineReason: string | null;

  @CodeProperty(REQUEST_REDIRECTS, 'Why another service fits better.', { nullable: true })
  redirectReason: string | null;

  @InstantProperty('Since when the person waits with your service.', { nullable: true })
  waitingSince: string | null;

  @InstantProperty('When they were last asked whether they still want it.', { nullable: true })
  lastStillWantedAt: string | null;

  @IdProperty('Who meets the person; null while nobody is named.', { nullable: true })
  allocatedTo: string | null;

  @InstantProperty('When they were named.', { nullable: true })
  allocatedAt: string | null;

  @InstantProperty('When the support began.', { nullable: true })
  startedAt: string | null;

  @InstantProperty('When it was last looked at together.', { nullable: true })
  reviewedAt: string | null;

  @InstantProperty('When it ended.', { nullable: true })
  endedAt: string | null;

  @CodeProperty(REQUEST_ENDINGS, 'How it ended.', { nullable: true })
  ending: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class InboxLineView extends ReceivedLineView {
  @ApiProperty({
    type: RequestMinimumView,
    nullable: true,
    description: 'Null once there is nothing left to decide, or no ground for showing it.',
  })
  minimum: RequestMinimumView | null;
}

export class ReceivedRequestView extends InboxLineView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Whole weeks waited for this support, up to when it began; null until it is accepted.',
    example: 3,
  })
  weeksWaited: number | null;

  @IdProperty('What your service may read of the person by now; null when it is nothing.', {
    nullable: true,
  })
  shareId: string | null;
}

export class InboxView {
  @ApiProperty({ type: [InboxLineView] })
  items: InboxLineView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class CaseloadView {
  @ApiProperty({ type: [ReceivedLineView] })
  items: ReceivedLineView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

/** That a request was taken back, and nothing of it besides. */
export class TakenBackView {
  @IdProperty('The notice.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(SUPPORT_KINDS, 'What was asked for.')
  kind: string;

  @InstantProperty('When.')
  withdrawnAt: string;
}

export class TakenBackListView {
  @ApiProperty({ type: [TakenBackView], description: 'Of the last 30 days, the newest first.' })
  items: TakenBackView[];
}

export class WorkersView {
  @ApiProperty({
    type: [String],
    example: ['00000000-0000-7000-8000-00000000a001'],
    description: 'Those of your agency who may be named to meet somebody.',
  })
  userIds: readonly string[];
}
