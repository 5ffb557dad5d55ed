import {
  conflictMachine,
  event,
  mayDo,
  nextState,
  type AskAgainReason,
  type ConflictId,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { nextWorkingDay } from '../break-glass/next-working-day';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, UnitOfWork, WallTransaction, WallWork } from '../ports';

export interface AskConflictAgainInput {
  readonly id: ConflictId;
  readonly revision: number;
  readonly because: AskAgainReason;
}

export type AskConflictAgainOutcome = { readonly kind: 'asked' } | NotFound | Stale | Refused<'not-decided'>;

/**
 * A duty lead asks a decided conflict again. It is held anew, and a wall that keeps workers apart stands until another
 * lead gives another answer.
 */
export class AskConflictAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wallWork: WallWork,
  ) {}

  async execute(
    actor: StaffActor,
    input: AskConflictAgainInput,
    repeatable: Repeatable,
  ): Promise<Once<AskConflictAgainOutcome>> {
    const dueAt = await this.unitOfWork.run(actor, nextWorkingDay);
    return this.wallWork.once<AskConflictAgainOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'asked' },
      (tx) => ask(tx, actor, { ...input, dueAt }),
    );
  }
}

async function ask(
  tx: WallTransaction,
  actor: StaffActor,
  { id, revision, because, dueAt }: AskConflictAgainInput & { dueAt: Instant },
): Promise<AskConflictAgainOutcome> {
  if (!mayDo(actor, 'decide-conflict')) return NOT_FOUND;
  const found = await tx.conflicts.lock(id);
  if (found === null) return NOT_FOUND;
  if (found.revision !== revision) return { kind: 'stale', revision: found.revision };
  const state = nextState(conflictMachine, { state: found.state, event: 'ask-again' });
  if (state === null) return refuse('not-decided');
  const asked = { askedAgainBy: actor.userId, askedAgainAt: tx.now, askedAgainBecause: because };
  await tx.conflicts.save({ ...found, ...asked, state, nextDueAt: dueAt, decidedBefore: found.state });
  await tx.journal.append([
    event({
      subject: { kind: 'conflict', id },
      type: 'conflict.asked-again',
      happenedAt: tx.now,
      reason: because,
    }),
  ]);
  return { kind: 'asked' };
}
