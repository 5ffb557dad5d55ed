import { ApiProperty } from '@nestjs/swagger';
import { isoOf, mayDo, swapMachine, type ShiftSwap, type StaffActor } from '#libs/domain';
import type { SwapList } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, IdProperty, InstantProperty } from '../openapi/properties';

/** A colleague is asked to take a shift. Nothing of the rota moves until they accept. */
export class SwapView {
  @IdProperty('The question.')
  id: string;

  @IdProperty('Which shift.')
  shiftId: string;

  @IdProperty('Whose shift it is.')
  fromUserId: string;

  @IdProperty('Who is asked.')
  toUserId: string;

  @InstantProperty('The shift is from this instant.')
  fromAt: string;

  @InstantProperty('Up to this one.')
  toAt: string;

  @InstantProperty('When they were asked.')
  askedAt: string;

  @CodeProperty(Object.keys(swapMachine.transitions), 'How it stands.')
  state: string;

  @InstantProperty('When it was answered or ended; null until then.', { nullable: true })
  decidedAt: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SwapListView {
  @ApiProperty({ type: [SwapView], description: 'Not answered, the earliest shift first.' })
  open: SwapView[];

  @ApiProperty({
    type: [SwapView],
    description: 'Answered or ended in the last 14 days, for whoever keeps the rota; empty for others.',
  })
  decided: SwapView[];
}

export class SwapAskedView {
  @IdProperty('The question.')
  swapId: string;
}

export function swapListView({ open, decided }: SwapList, actor: StaffActor): SwapListView {
  return {
    open: open.map((swap) => swapView(swap, actor)),
    decided: mayDo(actor, 'keep-rota') ? decided.map((swap) => swapView(swap, actor)) : [],
  };
}

function swapView(swap: ShiftSwap, actor: StaffActor): SwapView {
  const { id, shiftId, fromUserId, toUserId, fromAt, toAt, askedAt, state, decidedAt } = swap;
  const href = `/api/v1/rota/swaps/${id}/answer`;
  const asked = state === 'asked';
  const forMe = asked && toUserId === actor.userId;
  const mayEnd = fromUserId === actor.userId || (mayDo(actor, 'keep-rota') && toUserId !== actor.userId);
  return {
    id,
    shiftId,
    fromUserId,
    toUserId,
    fromAt: isoOf(fromAt),
    toAt: isoOf(toAt),
    askedAt: isoOf(askedAt),
    state,
    decidedAt: decidedAt && isoOf(decidedAt),
    availableActions: availableOf([
      { action: 'accept', method: 'POST', href, may: forMe },
      { action: 'decline', method: 'POST', href, may: forMe },
      { action: 'withdraw', method: 'POST', href, may: asked && mayEnd },
    ]),
  };
}
