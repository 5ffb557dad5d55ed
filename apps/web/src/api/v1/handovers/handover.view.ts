import { ApiProperty } from '@nestjs/swagger';
import {
  answerOffer,
  HANDOVER_KINDS,
  handoverMachine,
  isoOf,
  mayDo,
  type Handover,
  type HandoverEvent,
  type Owned,
  type StaffActor,
} from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';

const ANSWERS = ['accept', 'decline', 'withdraw'] as const satisfies readonly HandoverEvent[];
const DECISIONS = [
  'offered',
  'taken',
  'changed-since',
  'case-closed',
  'not-yours-to-give',
  'theirs-already',
  'receiver-not-available',
];

/** One case offered to a colleague or back to the team. Until somebody accepts, its owner answers for it. */
export class HandoverView {
  @IdProperty('The offer.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(HANDOVER_KINDS, 'One case, a whole shift, cover for a leave, or back after one.')
  kind: string;

  @IdProperty('Who answered for it when it was offered; null for the team.', { nullable: true })
  fromUserId: string | null;

  @IdProperty('Who should take it; null for the team.', { nullable: true })
  toUserId: string | null;

  @IdProperty('Who offered it.')
  offeredBy: string;

  @InstantProperty('When it was offered.')
  offeredAt: string;

  @CodeProperty(Object.keys(handoverMachine.transitions), 'Where the offer stands.')
  state: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class HandoversView {
  @ApiProperty({ type: [HandoverView], description: 'Offers that wait for your answer, oldest first.' })
  toAnswer: HandoverView[];

  @ApiProperty({ type: [HandoverView], description: 'Your own offers that nobody has answered yet.' })
  made: HandoverView[];
}

export class ReceiversView {
  @ApiProperty({
    type: [String],
    example: ['00000000-0000-7000-8000-00000000a001'],
    description: 'Colleagues of the desk to whom cases may be offered.',
  })
  userIds: readonly string[];
}

export class RowDecidedView {
  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(DECISIONS, 'What became of it.')
  decision: string;
}

export class CasesOfferedView {
  @ApiProperty({ type: [RowDecidedView], description: 'One line for each case.' })
  rows: readonly RowDecidedView[];
}

export class HandoverAnsweredView {
  @IdProperty('The offer.')
  id: string;

  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(['accepted', 'declined', 'withdrawn'], 'What was answered.')
  state: string;
}

export function handoverView(
  handover: Handover,
  { actor, owned }: { actor: StaffActor; owned: Owned | null },
): HandoverView {
  const { id, caseId, reference, kind, fromUserId, toUserId, offeredBy, offeredAt, state } = handover;
  const path = `/api/v1/handovers/${id}`;
  const may = (answer: HandoverEvent) =>
    mayDo(actor, 'hand-over-cases') &&
    owned !== null &&
    answerOffer(actor, { handover, owned, answer, leaveStands: true }).kind === 'answered';
  return {
    id,
    caseId,
    reference,
    kind,
    fromUserId,
    toUserId,
    offeredBy,
    offeredAt: isoOf(offeredAt),
    state,
    availableActions: availableOf([
      { action: 'read-case', method: 'GET', href: `/api/v1/cases/${caseId}`, may: mayDo(actor, 'open-case') },
      ...ANSWERS.map(
        (answer) =>
          ({ action: answer, method: 'POST', href: `${path}/${answer}`, may: may(answer) }) as const,
      ),
    ]),
  };
}
