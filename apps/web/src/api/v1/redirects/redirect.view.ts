import { ApiProperty } from '@nestjs/swagger';
import type { RedirectRecord } from '#libs/casework';
import {
  ACKNOWLEDGED_HOW,
  isoOf,
  mayDo,
  RECEIVING_BODIES,
  REDIRECT_BASES,
  REDIRECT_REASONS,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, ETagProperty, IdProperty, InstantProperty } from '../openapi/properties';

/** A case that another body is asked to take on. Until it says yes the case and its clock stay ours. */
export class RedirectView {
  @IdProperty('The redirect.')
  id: string;

  @CodeProperty(REDIRECT_REASONS, 'Why.')
  reason: string;

  @CodeProperty(RECEIVING_BODIES, 'Which body was asked.')
  receivingBody: string;

  @CodeProperty(REDIRECT_BASES, 'On what ground it was told who the person is.')
  basis: string;

  @CodeProperty(['waiting', 'acknowledged', 'taken-back'], 'Where it stands.')
  state: string;

  @IdProperty('Who judged so.')
  judgedBy: string;

  @InstantProperty('When.')
  judgedAt: string;

  @CodeProperty(ACKNOWLEDGED_HOW, 'How the other body said yes; null until it has.', { nullable: true })
  acknowledgedHow: string | null;

  @InstantProperty('When it said yes; null until it has.', { nullable: true })
  acknowledgedAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class RedirectsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [RedirectView], description: 'Newest first.' })
  items: RedirectView[];
}

export class RedirectingView {
  @IdProperty('The redirect that now waits for the other body’s answer.')
  redirectId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class RedirectEndedView {
  @IdProperty('The case.')
  caseId: string;
}

export function redirectView(record: RedirectRecord, actor: StaffActor): RedirectView {
  const { id, caseId, reason, receivingBody, basis, state, judgedBy, judgedAt, acknowledgedHow } = record;
  const path = `/api/v1/cases/${caseId}/redirects`;
  const may = state === 'waiting' && mayDo(actor, 'redirect-referral');
  return {
    id,
    reason,
    receivingBody,
    basis,
    state,
    judgedBy,
    judgedAt: isoOf(judgedAt),
    acknowledgedHow,
    acknowledgedAt: record.acknowledgedAt && isoOf(record.acknowledgedAt),
    etag: entityTag(record.revision),
    availableActions: availableOf([
      { action: 'acknowledge', method: 'POST', href: `${path}/acknowledgement`, may },
      { action: 'take-back', method: 'POST', href: `${path}/take-back`, may },
    ]),
  };
}
