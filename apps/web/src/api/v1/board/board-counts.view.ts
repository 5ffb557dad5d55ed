import { ApiProperty } from '@nestjs/swagger';
import { isoOf, mayDo, type StaffActor } from '#libs/domain';
import { BOARD_VIEWS, type BoardRow, type PromisedCall } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import type { BoardRead } from './board-reader';

export class BoardCountsView {
  @InstantProperty('The service’s time when the board was counted.')
  asAt: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many cases each view shows; only cases that you may see are counted.',
    example: Object.fromEntries(BOARD_VIEWS.map((view) => [view, 1])),
  })
  views: Readonly<Record<string, number>>;

  @InstantProperty('When the desk last shut; null when it never did.', { nullable: true })
  deskClosedAt: string | null;

  @NumberProperty('Of what arrived since, how many are past the limit that counts every hour.', 0)
  sinceClosingPassed: number;

  @InstantProperty(
    'By when the first of the people must be asked again whether contact is safe; null when nobody must.',
    { nullable: true },
  )
  firstRecheckDueAt: string | null;

  @NumberProperty('Offers of cases that wait for your answer.', 0)
  offersToYou: number;
}

export class PromisedCallView {
  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @InstantProperty('When the person wants to be called.')
  at: string;

  @IdProperty('Who answers for the case; null for the team.', { nullable: true })
  ownerUserId: string | null;

  @YesNoProperty('Danger goes first.', false)
  danger: boolean;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class PromisedCallsView {
  @InstantProperty('The service’s time when this was read.')
  asAt: string;

  @ApiProperty({ type: [PromisedCallView], description: 'In order of time; 2,000 at the most.' })
  items: PromisedCallView[];
}

export class WallCaseView {
  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @TextProperty('The person’s initials; null when they cannot be read.', 'S.Q.', { nullable: true })
  initials: string | null;

  @YesNoProperty('Danger goes first.', false)
  danger: boolean;

  @InstantProperty('The last safe time to act.')
  actByAt: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class WallView {
  @InstantProperty('The service’s time when the board was read.')
  asAt: string;

  @NumberProperty('How many cases are on the board.', 40)
  all: number;

  @ApiProperty({ type: [WallCaseView], description: 'The first of them.' })
  items: WallCaseView[];
}

export function boardCountsView({ counts, since, now }: BoardRead): BoardCountsView {
  const { views, sinceClosingPassed, firstRecheckDueAt, offersToYou } = counts;
  return {
    asAt: isoOf(now),
    views: { ...views },
    deskClosedAt: since && isoOf(since),
    sinceClosingPassed,
    firstRecheckDueAt: firstRecheckDueAt && isoOf(firstRecheckDueAt),
    offersToYou,
  };
}

export function promisedCallView(call: PromisedCall, actor: StaffActor): PromisedCallView {
  const { caseId, reference, at, ownerUserId, danger } = call;
  const path = `/api/v1/cases/${caseId}`;
  return {
    caseId,
    reference,
    at: isoOf(at),
    ownerUserId,
    danger,
    availableActions: availableOf([
      { action: 'read-case', method: 'GET', href: path, may: mayDo(actor, 'open-case') },
      { action: 'claim', method: 'POST', href: `${path}/claim`, may: mayDo(actor, 'claim-case') },
    ]),
  };
}

export function wallCaseView(
  { caseId, reference, danger, actByAt }: BoardRow,
  { actor, initials }: { actor: StaffActor; initials: string | null },
): WallCaseView {
  return {
    reference,
    initials,
    danger,
    actByAt: isoOf(actByAt),
    availableActions: availableOf([
      { action: 'read-case', method: 'GET', href: `/api/v1/cases/${caseId}`, may: mayDo(actor, 'open-case') },
    ]),
  };
}
