import { ApiProperty } from '@nestjs/swagger';
import { FEEDBACKS, isoOf, mayActOn, referralMachine, type StaffActor } from '#libs/domain';
import type { ReferralStatus } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class PromisedDeadlineView {
  @TextProperty('Which limb of the promise.', '1wd')
  limb: string;

  @YesNoProperty('Whether this is the limb that escalates.', true)
  binding: boolean;

  @InstantProperty('In time means at this instant or before it.')
  dueAt: string;
}

/** All that ever comes back to whoever referred: no attempt, no outcome, and not whether the person was known. */
export class ReferralView {
  @IdProperty('The referral.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(Object.keys(referralMachine.transitions), 'Where the referral stands.')
  state: string;

  @CodeProperty(FEEDBACKS, 'What is known of contact.')
  feedback: string;

  @InstantProperty('When it was submitted.')
  submittedAt: string;

  @InstantProperty('When the person reported: the start of both clocks.')
  reportedAt: string;

  @InstantProperty('The first time a call can be made; null when none can be named yet.', { nullable: true })
  callFromAt: string | null;

  @ApiProperty({ type: [PromisedDeadlineView], description: 'Both limbs of the promise.' })
  deadlines: PromisedDeadlineView[];

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ReferralPageView {
  @ApiProperty({ type: [ReferralView] })
  items: ReferralView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class CheckAskedView {
  @IdProperty('What now waits for a second person. Nothing has moved yet.')
  checkId: string;
}

export function referralView(status: ReferralStatus, actor: StaffActor): ReferralView {
  const path = `/api/v1/referrals/${status.referralId}`;
  const [first] = status.limbs;
  if (first === undefined) throw new Error('a referral always has a deadline');
  return {
    id: status.referralId,
    reference: status.reference,
    state: status.state,
    feedback: status.feedback,
    submittedAt: isoOf(status.submittedAt),
    reportedAt: isoOf(first.startedAt),
    callFromAt: status.callFromAt && isoOf(status.callFromAt),
    deadlines: status.limbs.map(({ limb, binding, dueAt }) => ({ limb, binding, dueAt: isoOf(dueAt) })),
    etag: entityTag(status.revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: true },
      {
        action: 'ask-corrected-start',
        method: 'POST',
        href: `${path}/corrected-start`,
        may: mayActOn(actor, 'ask-corrected-start', status),
      },
    ]),
  };
}
