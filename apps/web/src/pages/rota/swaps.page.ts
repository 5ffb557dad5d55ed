import type { Instant, ShiftSwap, StaffActor, UserId } from '#libs/domain';
import { mayDo } from '#libs/domain';
import type { RotaPerson, SwapList } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeInWords } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence } from '../colleagues/name-in-words';
import { wrongFields } from '../form-acts/wrong-fields';
import { SWAP, SWAP_STATES } from './swap.copy';

interface Times {
  readonly now: Instant;
  readonly timezone: string;
}

/** What of the swaps stands on the rota: questions to the reader, everybody's that are open, and what was answered. */
export function swapViews(
  { open, decided }: SwapList,
  { actor, nameOf, ...times }: { readonly actor: StaffActor; readonly nameOf: NameOf } & Times,
) {
  const line = (swap: ShiftSwap) => ({
    text: SWAP.line(nameOf(swap.fromUserId), inSentence(nameOf(swap.toUserId)), spanOf(swap, times.timezone)),
    acceptAction: swap.toUserId === actor.userId ? `/rota/swaps/${swap.id}/accept` : null,
    declineAction: swap.toUserId === actor.userId ? `/rota/swaps/${swap.id}/decline` : null,
    withdrawAction:
      swap.fromUserId === actor.userId || (mayDo(actor, 'keep-rota') && swap.toUserId !== actor.userId)
        ? `/rota/swaps/${swap.id}/withdraw`
        : null,
  });
  return {
    open: open.map(line),
    decided: mayDo(actor, 'keep-rota')
      ? decided.map((swap) => {
          const when = swap.decidedAt === null ? '' : momentInWords(swap.decidedAt, times);
          return `${line(swap).text} ${SWAP_STATES[swap.state]}, ${when}.`;
        })
      : [],
  };
}

export function askSwapPage(options: {
  readonly shift: {
    readonly id: string;
    readonly fromAt: Instant;
    readonly toAt: Instant;
    readonly revision: number;
  };
  readonly people: readonly RotaPerson[];
  readonly reader: UserId;
  readonly nameOf: NameOf;
  readonly raw: { readonly to: string; readonly revision: string };
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
  readonly timezone: string;
}) {
  const { shift, people, reader, nameOf, raw, errors, idempotencyKey, timezone } = options;
  return {
    words: SWAP,
    title: SWAP.title,
    span: spanOf(shift, timezone),
    action: `/rota/shifts/${shift.id}/swap`,
    people: people
      .filter(({ userId }) => userId !== reader)
      .map(({ userId, role }) => ({
        value: userId as string,
        text: nameOf(userId),
        hint: { text: ROLE_NAMES[role] },
      })),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

function spanOf(
  { fromAt, toAt }: { readonly fromAt: Instant; readonly toAt: Instant },
  timezone: string,
): string {
  return `${timeInWords(fromAt, timezone)} to ${timeInWords(toAt, timezone)}`;
}
