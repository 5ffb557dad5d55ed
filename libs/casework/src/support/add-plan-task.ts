import {
  planTaskRefusal,
  type CaseId,
  type Instant,
  type PlanTaskMatter,
  type PlanTaskRefusal,
  type StaffActor,
  type SupportTaskId,
  type UserId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { openSupportTask } from './open-support-task';
import { sealWords } from './seal-words';

export interface AddPlanTaskInput {
  readonly caseId: CaseId;
  readonly matter: PlanTaskMatter;
  /** A few words more; sealed. */
  readonly words: string | null;
  readonly dueAt: Instant;
  /** Whose it is; null when it is the team's. */
  readonly ownerUserId: UserId | null;
}

export type AddPlanTaskOutcome =
  | { readonly kind: 'added'; readonly taskId: SupportTaskId }
  | NotFound
  | Refused<PlanTaskRefusal | 'case-closed' | 'no-such-owner' | 'unreadable'>;

/** Adds a task to the plan of a case: what, by when, and whose; late from then on it is the duty lead's (P15). */
export class AddPlanTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: AddPlanTaskInput,
    repeatable: Repeatable,
  ): Promise<Once<AddPlanTaskOutcome>> {
    const { unitOfWork, vault } = this;
    const asked = { actor, act: 'add-plan-task', caseId: input.caseId } as const;
    const sealer = input.words === null ? null : await subjectOfCase({ unitOfWork, vault }, asked);
    return unitOfWork.once<AddPlanTaskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'added' },
      (tx) => this.add(tx, { actor, input, sealer }),
    );
  }

  private async add(
    tx: Transaction,
    asked: { actor: StaffActor; input: AddPlanTaskInput; sealer: SubjectVault | null },
  ): Promise<AddPlanTaskOutcome> {
    const { actor, input, sealer } = asked;
    const { matter, words, dueAt, ownerUserId } = input;
    const caseFile = await lockCaseFor(tx, 'add-plan-task', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const wrong = planTaskRefusal({ matter, words, dueAt, now: tx.now });
    if (wrong !== null) return refuse(wrong);
    if (ownerUserId !== null && !(await tx.support.mayOwn(ownerUserId))) return refuse('no-such-owner');
    const id = this.ids.next<SupportTaskId>();
    if (words !== null) {
      if (sealer === null) return refuse('unreadable');
      await sealWords(tx, sealer, { personId: caseFile.personId, recordId: id, words });
    }
    const by = { openedBy: actor.userId, ownerUserId };
    await openSupportTask(tx, {
      ...by,
      ids: this.ids,
      caseFile,
      kind: 'plan-task',
      aboutId: id,
      id,
      matter,
      dueAt,
    });
    return { kind: 'added', taskId: id };
  }
}
