import { ApiProperty } from '@nestjs/swagger';
import type { AlertRecord } from '#libs/casework';
import { isoOf, mayDo, type StaffActor } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const LEVELS = ['warning', 'duty-lead', 'service-manager'];
const STATES = ['raised', 'acknowledged', 'settled'];

export class AlertView {
  @IdProperty('The alert.')
  id: string;

  @IdProperty('The case it is about.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @TextProperty('Which limb of the promise.', '1wd')
  limb: string;

  @CodeProperty(LEVELS, 'Who is told.')
  level: string;

  @NumberProperty('0 for the first, counted up with each repeat.', 0)
  repeatNo: number;

  @InstantProperty('The due instant it is about.')
  dueAt: string;

  @InstantProperty('When it was raised.')
  raisedAt: string;

  @CodeProperty(STATES, 'Whether somebody has it in hand.')
  state: string;

  @IdProperty('Who acknowledged it; null when nobody has.', { nullable: true })
  acknowledgedBy: string | null;

  @InstantProperty('When it was acknowledged; null when it was not.', { nullable: true })
  acknowledgedAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class AlertPageView {
  @ApiProperty({ type: [AlertView], description: 'Oldest first.' })
  items: AlertView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export function alertView(alert: AlertRecord, actor: StaffActor): AlertView {
  const { id, caseId, reference, limb, level, repeatNo, state, acknowledgedBy, acknowledgedAt } = alert;
  return {
    id,
    caseId,
    reference,
    limb,
    level,
    repeatNo,
    dueAt: isoOf(alert.dueAt),
    raisedAt: isoOf(alert.raisedAt),
    state,
    acknowledgedBy,
    acknowledgedAt: acknowledgedAt && isoOf(acknowledgedAt),
    etag: entityTag(alert.revision),
    availableActions: availableOf([
      {
        action: 'read-case',
        method: 'GET',
        href: `/api/v1/cases/${caseId}`,
        may: mayDo(actor, 'open-case'),
      },
      {
        action: 'acknowledge',
        method: 'POST',
        href: `/api/v1/alerts/${id}/acknowledge`,
        may: mayDo(actor, 'acknowledge-alert') && state === 'raised',
      },
    ]),
  };
}
