import type { CaseId, StaffActor, WallId } from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { wallEvent } from './wall-event';

export interface LiftWallInput {
  readonly caseId: CaseId;
  readonly wallId: WallId;
  readonly revision: number;
}

export type LiftWallOutcome = { readonly kind: 'lifted' } | NotFound | Stale | Refused<'keeps-two-apart'>;

/**
 * Takes a wall down. One that keeps the workers of two people apart comes down with its other half, by deciding that
 * conflict again, never by one side alone.
 */
export class LiftWall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: LiftWallInput, repeatable: Repeatable): Promise<Once<LiftWallOutcome>> {
    return this.unitOfWork.once<LiftWallOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'lifted' },
      (tx) => this.lift(tx, actor, input),
    );
  }

  private async lift(tx: Transaction, actor: StaffActor, input: LiftWallInput): Promise<LiftWallOutcome> {
    const caseFile = await lockCaseFor(tx, 'set-wall', input.caseId);
    const wall = caseFile === null ? null : await tx.walls.lock(input.wallId);
    if (caseFile === null || wall === null || wall.personId !== caseFile.personId) return NOT_FOUND;
    if (wall.revision !== input.revision) return { kind: 'stale', revision: wall.revision };
    if (wall.target.kind === 'apart') return refuse('keeps-two-apart');
    const lifted = { ...wall, liftedBy: actor.userId, liftedAt: tx.now };
    await tx.walls.saveLifted(lifted);
    await tx.cases.save(caseFile);
    await tx.journal.append([wallEvent(lifted, 'wall.lifted', tx.now)]);
    return { kind: 'lifted' };
  }
}
