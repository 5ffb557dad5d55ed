import { ApiProperty } from '@nestjs/swagger';
import { contactMachine, DEADLINE_STATES, isoOf, mayDo, type StaffActor } from '#libs/domain';
import type { BoardRow } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { entityTag } from '../../../request-reading/entity-tag';
import { caseActions } from '../cases/case.links';

export class BoardDeadlineView {
  @TextProperty('Which limb of the promise.', '1wd')
  limb: string;

  @YesNoProperty('Whether this is the limb that escalates.', true)
  binding: boolean;

  @CodeProperty(DEADLINE_STATES, 'Where it stands.')
  state: string;

  @InstantProperty('In time means at this instant or before it.')
  dueAt: string;
}

/** One case on the contact board: codes and times, nobody's name. */
export class BoardCaseView {
  @IdProperty('The case.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @YesNoProperty('Danger goes first.', false)
  danger: boolean;

  @CodeProperty(Object.keys(contactMachine.transitions), 'How far first contact got.')
  contactState: string;

  @IdProperty('Who has taken it on; null when nobody has.', { nullable: true })
  ownerUserId: string | null;

  @InstantProperty('The last safe time to act, not after the earliest limb that is still unmet.')
  actByAt: string;

  @YesNoProperty('False when no safe time is left before the deadline.', true)
  actBySafe: boolean;

  @NumberProperty('How many attempts there were since the person was last reached.', 1)
  attempts: number;

  @YesNoProperty('Whether a message may be left on some number.', false)
  voicemailAllowed: boolean;

  @NumberProperty('How many numbers may be tried.', 1)
  activeRoutes: number;

  @NumberProperty(
    'How many attempts the policy that the case began under asks for; null when none was in force.',
    5,
    { nullable: true },
  )
  attemptsAskedFor: number | null;

  @IdProperty('Who says that they are calling; null when nobody does.', { nullable: true })
  claimedBy: string | null;

  @InstantProperty('Since when they are; null when nobody is.', { nullable: true })
  claimedSince: string | null;

  @YesNoProperty('Whether the case is offered to somebody who has not answered yet.', false)
  offered: boolean;

  @InstantProperty('When a call was promised; null when none was.', { nullable: true })
  callBackAt: string | null;

  @YesNoProperty('Whether the police have been asked something that they have not answered.', false)
  waitsForPolice: boolean;

  @YesNoProperty(
    'Whether something happened to the suspect, so that it is urgent to ask whether contact is still safe.',
    false,
  )
  recheckAsked: boolean;

  @InstantProperty('Since when it is; null when it is not.', { nullable: true })
  recheckAskedAt: string | null;

  @InstantProperty('By when somebody asks; null when nobody must.', { nullable: true })
  recheckDueAt: string | null;

  @ApiProperty({ type: [BoardDeadlineView] })
  deadlines: BoardDeadlineView[];

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class BoardPageView {
  @InstantProperty('The service’s time when the board was read.')
  asAt: string;

  @ApiProperty({ type: [BoardCaseView] })
  items: BoardCaseView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export function boardCaseView(row: BoardRow, actor: StaffActor): BoardCaseView {
  const {
    caseId,
    reference,
    danger,
    contactState,
    ownerUserId,
    actBySafe,
    round,
    claim,
    callBackAt,
    recheck,
  } = row;
  return {
    id: caseId,
    reference,
    danger,
    contactState,
    ownerUserId,
    actByAt: isoOf(row.actByAt),
    actBySafe,
    attempts: round.made,
    voicemailAllowed: row.voicemailAllowed,
    activeRoutes: row.activeRoutes,
    attemptsAskedFor: row.mostAttempts,
    claimedBy: claim?.userId ?? null,
    claimedSince: claim && isoOf(claim.since),
    offered: row.offer !== null,
    callBackAt: callBackAt && isoOf(callBackAt),
    waitsForPolice: row.waitsForPolice,
    recheckAsked: recheck !== null,
    recheckAskedAt: recheck && isoOf(recheck.openedAt),
    recheckDueAt: recheck && isoOf(recheck.dueAt),
    deadlines: row.limbs.map(({ limb, binding, state, dueAt }) => ({
      limb,
      binding,
      state,
      dueAt: isoOf(dueAt),
    })),
    etag: entityTag(row.revision),
    availableActions: [
      ...caseActions(actor, { caseId, ownedByYou: ownerUserId === actor.userId, open: true }),
      ...availableOf([
        {
          action: 'answer-recheck',
          method: 'POST',
          href: `/api/v1/rechecks/${recheck?.id ?? ''}/answer`,
          may: recheck !== null && mayDo(actor, 'settle-recheck'),
        },
      ]),
    ],
  };
}
