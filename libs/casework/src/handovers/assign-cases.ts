import {
  leaveStands,
  mayKeepLeaveOf,
  type CaseId,
  type Leave,
  type LeaveId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { offerCase, type RowDecided } from './offer-case';

export interface AssignCasesInput {
  /** As they stood on the page: a case that changed since is left alone and named. */
  readonly cases: readonly { readonly caseId: CaseId; readonly revision: number }[];
  readonly toUserId: UserId;
  /** The leave that this covers; the cases come back when it is over. */
  readonly leaveId?: LeaveId;
}

export type AssignCasesOutcome =
  | { readonly kind: 'decided'; readonly rows: readonly RowDecided[] }
  | NotFound
  | Refused<'no-cases' | 'too-many-cases' | 'receiver-not-available'>;

/** A page of the board at the most. */
export const MOST_AT_ONCE = 100;

/**
 * Offers several cases to one colleague: one decision a row, the others go on without the row that cannot (traps §4).
 * A case that the actor may not see makes the whole request one that does not exist (P7).
 */
export class AssignCases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: AssignCasesInput,
    repeatable: Repeatable,
  ): Promise<Once<AssignCasesOutcome>> {
    const { ids } = this;
    return this.unitOfWork.once<AssignCasesOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      async (tx) => {
        if (input.cases.length === 0) return refuse('no-cases');
        if (input.cases.length > MOST_AT_ONCE) return refuse('too-many-cases');
        const leave = await leaveOf(tx, actor, input);
        if (leave === null) return NOT_FOUND;
        if (!(await tx.handovers.mayReceive(input.toUserId, leave))) return refuse('receiver-not-available');
        const locked: { caseFile: CaseRecord; stale: boolean }[] = [];
        for (const { caseId, revision } of inOrder(input.cases)) {
          const caseFile = await lockCaseFor(tx, 'hand-over-cases', caseId);
          if (caseFile === null) return NOT_FOUND;
          const moved = leave !== undefined && caseFile.ownerUserId !== leave.userId;
          locked.push({ caseFile, stale: moved || caseFile.revision !== revision });
        }
        const rows: RowDecided[] = [];
        for (const { caseFile, stale } of locked) {
          const cover =
            leave === undefined ? { kind: 'assign' as const } : { kind: 'leave' as const, leaveId: leave.id };
          const offer = { actor, caseFile, to: input.toUserId, ids, ...cover };
          const { reference } = caseFile;
          rows.push(stale ? { reference, decision: 'changed-since' } : await offerCase(tx, offer));
        }
        return { kind: 'decided', rows };
      },
    );
  }
}

/** The leave that cases are offered for; undefined when for none, null when the actor has nothing to do with it. */
async function leaveOf(
  tx: Transaction,
  actor: StaffActor,
  { leaveId }: AssignCasesInput,
): Promise<Leave | null | undefined> {
  if (leaveId === undefined) return undefined;
  const [leave] = await tx.leaves.hold([leaveId]);
  const live = leave !== undefined && mayKeepLeaveOf(actor, leave) && leaveStands(leave, tx.now);
  return live ? leave : null;
}

/** Once each, and locked in one order, so that two people who assign the same cases wait instead of dying. */
function inOrder(cases: AssignCasesInput['cases']): AssignCasesInput['cases'] {
  const once = new Map(cases.map((row) => [row.caseId, row]));
  return [...once.values()].toSorted((a, b) => a.caseId.localeCompare(b.caseId));
}
