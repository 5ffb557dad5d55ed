import {
  setWallRefusal,
  standsBefore,
  type CaseId,
  type SetWallRefusal,
  type StaffActor,
  type Wall,
  type WallBasis,
  type WallKind,
  type WallTarget,
} from '#libs/domain';
import { lockCaseFor } from '../cases';
import { moveFromBehind } from '../handovers/move-from-behind';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { wallEvent } from './wall-event';

export interface SetWallInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly kind: Exclude<WallKind, 'conflict'>;
  readonly target: Exclude<WallTarget, { kind: 'apart' }>;
  /** Keep the officer who referred in sight of their own referral, though their force is walled. */
  readonly spareReferrer: boolean;
  readonly sparesLeads: boolean;
  readonly basis: Extract<WallBasis, 'person-said' | 'colleague-said'>;
}

export type SetWallOutcome =
  | { readonly kind: 'set'; readonly caseId: CaseId; readonly stillYours: boolean }
  | NotFound
  | Stale
  | Refused<SetWallRefusal | 'unknown-target'>;

/**
 * Walls everything about the person of a case. A case whose owner is behind the wall goes to the lead who sets it, or
 * back to the team when the wall stands before that lead too; from the commit on it is a 404 for whoever it names (P7).
 * Records linked with the person's are behind it too.
 */
export class SetWall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: SetWallInput, repeatable: Repeatable): Promise<Once<SetWallOutcome>> {
    return this.unitOfWork.once<SetWallOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'set' },
      (tx) => this.set(tx, actor, input),
    );
  }

  private async set(tx: Transaction, actor: StaffActor, input: SetWallInput): Promise<SetWallOutcome> {
    const caseFile = await lockCaseFor(tx, 'set-wall', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    const ofPolice = await tx.walls.isPolice(input.target, caseFile.id);
    const referral = await tx.referrals.find(caseFile.referralId);
    if (ofPolice === null || referral === null) return refuse('unknown-target');
    const wall: Wall = {
      ...wallOn(caseFile, { actor, now: tx.now, id: this.ids.next() }),
      kind: input.kind,
      target: input.target,
      sparedUserId: input.spareReferrer ? referral.referredBy : null,
      sparesLeads: input.sparesLeads,
      basis: input.basis,
    };
    const standing = await tx.walls.standing([caseFile.personId]);
    const refusal = setWallRefusal({
      ...wall,
      ofPolice,
      leadsLeft: await tx.walls.leadsLeft({
        caseId: caseFile.id,
        agencyId: caseFile.handlingAgencyId,
        target: wall.target,
        sparesLeads: wall.sparesLeads,
      }),
      alreadyStands: standing.some((other) => sameTarget(other, wall)),
      caseClosed: caseFile.closedAt !== null,
    });
    if (refusal !== null) return refuse(refusal);
    const linked = await tx.linkedRecords.casesOf(caseFile.personId);
    const stillYours = await this.raise(tx, actor, { caseFile, wall });
    for (const id of linked) await this.raiseOnLinked(tx, actor, { id, wall });
    return { kind: 'set', caseId: caseFile.id, stillYours };
  }

  /** A linked record is of the same person, so a wall around one of them stands around the other (P7). */
  private async raiseOnLinked(
    tx: Transaction,
    actor: StaffActor,
    { id, wall }: { id: CaseId; wall: Wall },
  ): Promise<void> {
    const caseFile = await lockCaseFor(tx, 'set-wall', id);
    if (caseFile === null) return;
    const standing = await tx.walls.standing([caseFile.personId]);
    if (standing.some((other) => sameTarget(other, wall))) return;
    const own = wallOn(caseFile, { actor, now: tx.now, id: this.ids.next() });
    await this.raise(tx, actor, { caseFile, wall: { ...wall, ...own } });
  }

  /** The wall comes last: after it, whoever is behind it writes nothing more about the person. */
  private async raise(
    tx: Transaction,
    actor: StaffActor,
    { caseFile, wall }: { caseFile: CaseRecord; wall: Wall },
  ): Promise<boolean> {
    const stillYours = !standsBefore(actor, { ...wall, workers: [] });
    await moveFromBehind(tx, actor, { caseFile, wall, ids: this.ids });
    await tx.journal.append([wallEvent(wall, 'wall.set', tx.now)]);
    await tx.walls.insert(wall);
    return stillYours;
  }
}

/** What every wall on a case begins with. */
export function wallOn(
  { id: caseId, personId, handlingAgencyId }: CaseRecord,
  by: { actor: StaffActor; now: Wall['setAt']; id: Wall['id'] },
) {
  return {
    id: by.id,
    personId,
    caseId,
    handlingAgencyId,
    setBy: by.actor.userId,
    setAt: by.now,
    liftedBy: null,
    liftedAt: null,
    revision: 1,
  } as const;
}

export function sameTarget(a: Pick<Wall, 'kind' | 'target'>, b: Pick<Wall, 'kind' | 'target'>): boolean {
  return a.kind === b.kind && JSON.stringify(a.target) === JSON.stringify(b.target);
}
