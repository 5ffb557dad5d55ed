import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES, isoOf, SHARE_PURPOSES } from '#libs/domain';
import type { SharedLine, SharedNotice } from '#libs/persistence';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
} from '../openapi/properties';

const NOTICE_KINDS = ['opened', 'narrowed', 'recalled'];

/** What was shared with your service, by reference: who it is about is opened on its own, and recorded. */
export class SharedLineView {
  @IdProperty('The share.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @TextProperty('Who shared it.', 'Sample Responders')
  from: string;

  @CodeProperty(SHARE_PURPOSES, 'What for.')
  purpose: string;

  @CodesProperty(DATA_CLASSES, 'What may be read right now.')
  dataClasses: string[];

  @InstantProperty('Since when.')
  openedAt: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SharedPageView {
  @ApiProperty({ type: [SharedLineView], description: 'The newest first.' })
  items: SharedLineView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class SharedNoticeView {
  @IdProperty('The notice.')
  id: string;

  @CodeProperty(NOTICE_KINDS, 'After narrowed and recalled: do not use what you may have noted of it.')
  kind: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @InstantProperty('When.')
  raisedAt: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SharedNoticesView {
  @ApiProperty({
    type: [SharedNoticeView],
    description: 'What nobody of your service has read yet, the newest first.',
  })
  items: SharedNoticeView[];
}

export class NoticeReadView {
  @IdProperty('The notice.')
  id: string;
}

export function sharedLineView({ shareId, dataClasses, openedAt, ...line }: SharedLine): SharedLineView {
  return {
    ...line,
    id: shareId,
    dataClasses: [...dataClasses],
    openedAt: isoOf(openedAt),
    availableActions: [{ action: 'open', method: 'GET', href: `/api/v1/shared/${shareId}` }],
  };
}

export function sharedNoticeView({ noticeId, raisedAt, ...notice }: SharedNotice): SharedNoticeView {
  return {
    ...notice,
    id: noticeId,
    raisedAt: isoOf(raisedAt),
    availableActions: [{ action: 'note', method: 'POST', href: `/api/v1/shared/notices/${noticeId}/read` }],
  };
}
