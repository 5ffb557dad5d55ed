import { ApiProperty } from '@nestjs/swagger';
import {
  GLASS_REASONS,
  GLASS_REVIEWS,
  isoOf,
  mayDo,
  reviewRefusal,
  type BreakGlass,
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
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class EmergencyOpeningView {
  @IdProperty('The opening.')
  id: string;

  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @IdProperty('Who opened it.')
  openedBy: string;

  @CodeProperty(GLASS_REASONS, 'Why.')
  reason: string;

  @InstantProperty('When it was opened.')
  openedAt: string;

  @InstantProperty('Until when it was open to them.')
  untilAt: string;

  @InstantProperty('By when another person reviews it.')
  reviewDueAt: string;

  @YesNoProperty('Whether that has passed without a review.', false)
  overdue: boolean;

  @CodeProperty(GLASS_REVIEWS, 'What the reviewer made of it; null while nobody has.', { nullable: true })
  review: string | null;

  @IdProperty('Who reviewed it.', { nullable: true })
  reviewedBy: string | null;

  @InstantProperty('When it was reviewed.', { nullable: true })
  reviewedAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OpenedEmergencyOpeningView extends EmergencyOpeningView {
  @TextProperty(
    'The reason in their own words; null when it cannot be read.',
    'Sample words of a sample worker',
    {
      nullable: true,
    },
  )
  why: string | null;
}

export class EmergencyOpeningPageView {
  @ApiProperty({
    type: [EmergencyOpeningView],
    description: 'Live: those to be reviewed, the first due first.',
  })
  items: EmergencyOpeningView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class OpeningsOfMonthView {
  @DayProperty('The first day of the month.')
  monthOn: string;

  @NumberProperty('How many cases were opened.', 2)
  opened: number;

  @NumberProperty('How many were reviewed in time.', 1)
  reviewedInTime: number;

  @NumberProperty('How many were reviewed late.', 0)
  reviewedLate: number;

  @NumberProperty('How many wait for a review.', 1)
  waiting: number;

  @NumberProperty('How many should not have been opened.', 0)
  notJustified: number;
}

export class OpeningsByMonthView {
  @ApiProperty({ type: [OpeningsOfMonthView], description: 'The latest month first.' })
  items: OpeningsOfMonthView[];
}

export class CaseOpenedView {
  @IdProperty('The case that is open to you for one hour.')
  caseId: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export function emergencyOpeningView(
  opening: BreakGlass,
  { actor, now }: { actor: StaffActor; now: Instant },
): EmergencyOpeningView {
  const { id, reference, userId, reason, reviewDueAt, review, reviewedBy, reviewedAt, revision } = opening;
  const path = `/api/v1/emergency-openings/${id}`;
  const may = mayDo(actor, 'review-break-glass');
  return {
    id,
    reference,
    openedBy: userId,
    reason,
    openedAt: isoOf(opening.grantedAt),
    untilAt: isoOf(opening.untilAt),
    reviewDueAt: isoOf(reviewDueAt),
    overdue: review === null && now > reviewDueAt,
    review,
    reviewedBy,
    reviewedAt: reviewedAt && isoOf(reviewedAt),
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: may && userId !== actor.userId },
      {
        action: 'review',
        method: 'POST',
        href: `${path}/review`,
        may: may && reviewRefusal(opening, actor.userId) === null,
      },
    ]),
  };
}
