import type { OfferAnswered } from '#libs/casework';
import type { HandoverKind } from '#libs/domain';

export const HANDOVERS = {
  title: 'Cases offered',
  effect: 'You answer for a case from the moment you accept it. Its clocks run on either way.',
  toAnswer: 'Offered to you',
  noneToAnswer: 'Nothing is offered to you.',
  made: 'Offered by you',
  madeEffect: 'Until somebody accepts, whoever answers for the case now goes on doing so.',
  noneMade: 'You have no open offers.',
  acceptAll: 'Accept all',
  accept: 'Accept',
  decline: 'Give back',
  withdraw: 'Take the offer back',
  handOver: 'Hand over my cases',
  reassign: 'Hand on a colleague’s cases',
} as const;

/** Why a case is offered, where that is more than somebody’s choice. */
export const WHY: Readonly<Partial<Record<HandoverKind, string>>> = {
  leave: 'Cover for leave; it is offered back when the leave is over.',
  return: 'Offered back after leave.',
};

export const HAND_OVER = {
  title: 'Hand over my cases',
  effect:
    'Every case below is offered, not moved. You answer for each of them until it is accepted: a colleague accepts for themselves, a duty lead for the team.',
  empty: 'No open case is yours, so there is nothing to hand over.',
  legend: 'Who should take them?',
  team: 'Back to the team',
  teamHint: 'A duty lead accepts for the team.',
  submit: 'Offer my cases',
  missing: 'Select who should take your cases',
} as const;

/** The value of the answer "back to the team". */
export const TO_TEAM = 'team';

export const DONE = {
  accept: {
    one: 'You answer for 1 more case now.',
    many: (n: number) => `You answer for ${n} more cases now.`,
  },
  decline: { one: '1 offer given back.', many: (n: number) => `${n} offers given back.` },
  withdraw: { one: '1 offer taken back.', many: (n: number) => `${n} offers taken back.` },
} as const;

export const DECISIONS: Readonly<Record<Exclude<OfferAnswered['decision'], 'answered'>, string>> = {
  'already-answered': 'Somebody answered this offer before, or it was taken back',
  'not-for-you': 'This offer is for somebody else to answer',
  'owner-changed': 'The case has another owner since the offer was made, so the offer moves nothing',
  'case-closed': 'The case is closed',
  'leave-over': 'The leave is over, and whoever was away answers for the case again',
};
