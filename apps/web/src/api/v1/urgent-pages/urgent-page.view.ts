import { ApiProperty } from '@nestjs/swagger';
import {
  isoOf,
  mayAnswerPage,
  mayDo,
  ALL_PAGE_REASONS,
  urgentPageMachine,
  type StaffActor,
} from '#libs/domain';
import type { UrgentPageBoardRow, UrgentPageOfReferral } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
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

const LEVELS = ['on-call', 'duty-lead', 'service-manager'];

/** Somebody in danger now, or with a forensic window that is open, and nobody has said yet "I have this". */
export class UrgentPageView {
  @IdProperty('The page.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodesProperty(ALL_PAGE_REASONS, 'Why it cannot wait.')
  reasons: readonly string[];

  @InstantProperty('When it was raised.')
  raisedAt: string;

  @IdProperty('Who was on call then; null when nobody was.', { nullable: true })
  pagedUserId: string | null;

  @IdProperty('Who is on call now; null when nobody is.', { nullable: true })
  onCallUserId: string | null;

  @CodeProperty(LEVELS, 'Who was told last; null before the first message.', { nullable: true })
  level: string | null;

  @NumberProperty('How often somebody was told.', 1)
  stepsTaken: number;

  @InstantProperty('When the next ones are told; null when nobody is left.', { nullable: true })
  nextStepAt: string | null;

  @InstantProperty('When whoever referred said that they still hold the risk; null until they have.', {
    nullable: true,
  })
  riskAcknowledgedAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class UrgentPagesView {
  @InstantProperty('The service’s time when this was read.')
  asAt: string;

  @ApiProperty({ type: [UrgentPageView], description: 'Open pages, oldest first.' })
  items: UrgentPageView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class UrgentPageAnsweredView {
  @IdProperty('The page.')
  id: string;

  @IdProperty('The case: open it and call when it is safe to.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;
}

/** All that whoever referred learns: whether a role was paged and when it answered, and nobody's name. */
export class ReferralUrgentPageView {
  @IdProperty('The referral.')
  referralId: string;

  @CodesProperty(ALL_PAGE_REASONS, 'Why it cannot wait.')
  reasons: readonly string[];

  @InstantProperty('When somebody was paged.')
  raisedAt: string;

  @YesNoProperty('False: nobody was on call, so you still hold the risk.', true)
  somebodyOnCall: boolean;

  @CodeProperty(Object.keys(urgentPageMachine.transitions), 'Where the page stands.')
  state: string;

  @InstantProperty('When it was answered; null until then.', { nullable: true })
  acknowledgedAt: string | null;

  @InstantProperty('When your team said that you still hold the risk; null until then.', { nullable: true })
  riskAcknowledgedAt: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class RiskAcknowledgedView {
  @IdProperty('The referral.')
  referralId: string;
}

export function urgentPageView(row: UrgentPageBoardRow, actor: StaffActor): UrgentPageView {
  const { pageId, caseId, reference, reasons, pagedUserId, onCallUserId, level, stepsTaken } = row;
  const fault = mayAnswerPage(actor, { state: 'open', pagedUserId, onCallUserId });
  return {
    id: pageId,
    caseId,
    reference,
    reasons,
    raisedAt: isoOf(row.raisedAt),
    pagedUserId,
    onCallUserId,
    level,
    stepsTaken,
    nextStepAt: row.nextStepAt && isoOf(row.nextStepAt),
    riskAcknowledgedAt: row.riskAcknowledgedAt && isoOf(row.riskAcknowledgedAt),
    etag: entityTag(row.revision),
    availableActions: availableOf([
      { action: 'read-case', method: 'GET', href: `/api/v1/cases/${caseId}`, may: mayDo(actor, 'open-case') },
      {
        action: 'acknowledge',
        method: 'POST',
        href: `/api/v1/urgent-pages/${pageId}/acknowledge`,
        may: mayDo(actor, 'answer-urgent-page') && fault === null,
      },
    ]),
  };
}

export function referralUrgentPageView(
  referralId: string,
  { page, actor }: { page: UrgentPageOfReferral; actor: StaffActor },
): ReferralUrgentPageView {
  const { reasons, raisedAt, somebodyOnCall, state, acknowledgedAt, riskAcknowledgedAt } = page;
  return {
    referralId,
    reasons,
    raisedAt: isoOf(raisedAt),
    somebodyOnCall,
    state,
    acknowledgedAt: acknowledgedAt && isoOf(acknowledgedAt),
    riskAcknowledgedAt: riskAcknowledgedAt && isoOf(riskAcknowledgedAt),
    availableActions: availableOf([
      {
        action: 'acknowledge-risk',
        method: 'POST',
        href: `/api/v1/referrals/${referralId}/risk-acknowledgement`,
        may: mayDo(actor, 'acknowledge-risk') && riskAcknowledgedAt === null,
      },
    ]),
  };
}
