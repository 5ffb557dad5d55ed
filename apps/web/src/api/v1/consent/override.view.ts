import { ApiProperty } from '@nestjs/swagger';
import {
  DATA_CLASSES,
  isoOf,
  LEGAL_BASIS_CODES,
  mayDo,
  overrideStands,
  PURPOSES,
  REVIEW_FINDINGS,
  reviewIsLate,
  type ConsentOverride,
  type Instant,
  type StaffActor,
} from '#libs/domain';
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
import { RECIPIENT_EXAMPLE } from './consent.view';

const STATES = ['waiting', 'in-force', 'ended', 'declined'];

/** Sharing without consent: asked by one person, confirmed by another, over by itself, and reviewed. */
export class OverrideView {
  @IdProperty('The override.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(['case', 'referral'], 'Where it was asked for; one from a referral stood at once.')
  origin: string;

  @TextProperty('Who would know: a body’s code, or agency: and an id.', RECIPIENT_EXAMPLE)
  recipient: string;

  @CodeProperty(PURPOSES, 'What for.')
  purpose: string;

  @CodesProperty(DATA_CLASSES, 'What they would be told.')
  dataClasses: string[];

  @CodeProperty(LEGAL_BASIS_CODES, 'The ground in law.')
  basis: string;

  @NumberProperty('For how many hours.', 24)
  hours: number;

  @CodeProperty(STATES, 'Where it stands.')
  state: string;

  @YesNoProperty('Whether it opens anything right now.', false)
  stands: boolean;

  @IdProperty('Who asked.')
  askedBy: string;

  @InstantProperty('When it was asked for.')
  askedAt: string;

  @IdProperty('Who decided.', { nullable: true })
  decidedBy: string | null;

  @InstantProperty('When it ends by itself; null while nobody has confirmed it.', { nullable: true })
  endsAt: string | null;

  @InstantProperty('When it should be reviewed.', { nullable: true })
  reviewDueAt: string | null;

  @YesNoProperty('Whether the review is late.', false)
  reviewLate: boolean;

  @CodeProperty(REVIEW_FINDINGS, 'What the review found.', { nullable: true })
  finding: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OpenedOverrideView extends OverrideView {
  @TextProperty('Why it is needed; null when it cannot be opened just now.', 'Sample reason', {
    nullable: true,
  })
  necessity: string | null;
}

export class CaseOverridesView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [OverrideView], description: 'The newest first.' })
  items: OverrideView[];
}

export class OverridePageView {
  @ApiProperty({ type: [OverrideView], description: 'What waits, stands or is due for review.' })
  items: OverrideView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class OverrideAskedView {
  @IdProperty('The override. Nothing is open until a second person has confirmed it.')
  overrideId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class OverrideChangedView {
  @IdProperty('The override.')
  overrideId: string;

  @IdProperty('The case.')
  caseId: string;
}

export function overrideView(
  override: ConsentOverride,
  { actor, now }: { actor: StaffActor; now: Instant },
): OverrideView {
  const { id, state, askedBy, askedAt, decidedBy, endsAt, reviewDueAt, finding, reviewedAt } = override;
  const stands = overrideStands(override, now);
  const path = `/api/v1/overrides/${id}`;
  const decide = mayDo(actor, 'decide-override');
  const another = decide && askedBy !== actor.userId;
  return {
    id,
    caseId: override.caseId,
    reference: override.reference,
    origin: override.origin,
    recipient: override.recipient,
    purpose: override.purpose,
    dataClasses: [...override.dataClasses],
    basis: override.basis,
    hours: override.hours,
    state: state === 'in-force' && !stands ? 'ended' : state,
    stands,
    askedBy,
    askedAt: isoOf(askedAt),
    decidedBy,
    endsAt: endsAt && isoOf(endsAt),
    reviewDueAt: reviewDueAt && isoOf(reviewDueAt),
    reviewLate: reviewIsLate(override, now),
    finding,
    etag: entityTag(override.revision),
    availableActions: availableOf([
      { action: 'open', method: 'GET', href: path, may: mayDo(actor, 'see-consent') },
      { action: 'decide', method: 'POST', href: `${path}/decision`, may: another && state === 'waiting' },
      { action: 'end', method: 'POST', href: `${path}/end`, may: decide && stands },
      {
        action: 'review',
        method: 'POST',
        href: `${path}/review`,
        may: another && reviewDueAt !== null && reviewedAt === null,
      },
    ]),
  };
}
