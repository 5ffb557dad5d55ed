import {
  decideConflict,
  event,
  mayDo,
  type ConflictEvent,
  type ConflictId,
  type ConflictState,
  type Instant,
  type StaffActor,
  type Wall,
} from '#libs/domain';
import { nextWorkingDay } from '../break-glass/next-working-day';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  ConflictRecord,
  Ids,
  Once,
  Repeatable,
  UnitOfWork,
  WalledCase,
  WallTransaction,
  WallWork,
} from '../ports';
import { wallEvent } from '../walls/wall-event';

export interface DecideConflictInput {
  readonly id: ConflictId;
  readonly revision: number;
  readonly decision: Exclude<ConflictEvent, 'look-again' | 'ask-again'>;
}

export type DecideConflictOutcome =
  | { readonly kind: 'decided'; readonly decision: DecideConflictInput['decision'] }
  | NotFound
  | Stale
  | Refused<'same-worker' | 'decided-already' | 'second-person'>;

/**
 * The duty lead says what a likeness means. Separate workers sets a wall both ways: whoever works with one of the two
 * does not find the other, now and after every handover. Neither side is told that the other is known.
 */
export class DecideConflict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wallWork: WallWork,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: DecideConflictInput,
    repeatable: Repeatable,
  ): Promise<Once<DecideConflictOutcome>> {
    const lookAgainAt = await this.unitOfWork.run(actor, nextWorkingDay);
    return this.wallWork.once<DecideConflictOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => this.decide(tx, actor, { ...input, lookAgainAt }),
    );
  }

  private async decide(
    tx: WallTransaction,
    actor: StaffActor,
    { id, revision, decision, lookAgainAt }: DecideConflictInput & { lookAgainAt: Instant },
  ): Promise<DecideConflictOutcome> {
    if (!mayDo(actor, 'decide-conflict')) return NOT_FOUND;
    const found = await tx.conflicts.lock(id);
    if (found === null) return NOT_FOUND;
    if (found.revision !== revision) return { kind: 'stale', revision: found.revision };
    const decided = decideConflict(found, { decision, by: actor.userId });
    if (decided.kind === 'refused') return decided;
    const { state } = decided;
    const refused = await this.wall(tx, actor, { found, state });
    if (refused !== null) return refused;
    const nextDueAt = state === 'put-off' ? lookAgainAt : null;
    await tx.conflicts.save({ ...found, state, nextDueAt, decidedBy: actor.userId, decidedAt: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'conflict', id },
        type: 'conflict.decided',
        happenedAt: tx.now,
        reason: decision,
      }),
    ]);
    return { kind: 'decided', decision };
  }

  /** Walls stand while workers are kept apart, and until another answer is given. */
  private async wall(
    tx: WallTransaction,
    actor: StaffActor,
    { found, state }: { found: ConflictRecord; state: ConflictState },
  ): Promise<Refused<'same-worker'> | NotFound | null> {
    const apart = found.decidedBefore === 'separate-workers';
    if (state === 'separate-workers' && !apart) return this.separate(tx, actor, found);
    if (state === 'different-person' && apart) return this.takeDown(tx, actor, found);
    return null;
  }

  private async takeDown(
    tx: WallTransaction,
    actor: StaffActor,
    conflict: ConflictRecord,
  ): Promise<NotFound | null> {
    const one = await tx.suspects.caseOf(conflict.caseId);
    if (one === null) return NOT_FOUND;
    const people = [one.personId, conflict.otherPersonId] as const;
    for (const wall of await tx.conflicts.takeDown({ people, by: actor.userId, at: tx.now })) {
      await tx.journal.append([wallEvent(wall, 'wall.lifted', tx.now)]);
    }
    return null;
  }

  private async separate(
    tx: WallTransaction,
    actor: StaffActor,
    conflict: ConflictRecord,
  ): Promise<Refused<'same-worker'> | NotFound | null> {
    const one = await tx.suspects.caseOf(conflict.caseId);
    const other = await tx.suspects.caseOf(conflict.otherCaseId);
    if (one === null || other === null) return NOT_FOUND;
    if (one.ownerUserId !== null && one.ownerUserId === other.ownerUserId) return refuse('same-worker');
    for (const wall of [this.half(tx, actor, [one, other]), this.half(tx, actor, [other, one])]) {
      await tx.journal.append([wallEvent(wall, 'wall.set', tx.now)]);
      await tx.conflicts.keepApart(wall);
    }
    return null;
  }

  private half(
    { now }: WallTransaction,
    actor: StaffActor,
    [around, from]: readonly [WalledCase, WalledCase],
  ): Wall {
    return {
      id: this.ids.next(),
      personId: around.personId,
      caseId: around.caseId,
      handlingAgencyId: around.handlingAgencyId,
      kind: 'conflict',
      target: { kind: 'apart', fromPersonId: from.personId },
      sparedUserId: null,
      sparesLeads: true,
      basis: 'suspect-compared',
      setBy: actor.userId,
      setAt: now,
      liftedBy: null,
      liftedAt: null,
      revision: 1,
    };
  }
}
