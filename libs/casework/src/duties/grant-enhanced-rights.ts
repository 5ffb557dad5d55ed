import {
  answerEvent,
  event,
  replanOpen,
  type CaseId,
  type EnhancedCategory,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { caseDuties } from './duty-facts';
import { keepSteps } from './keep-steps';

export type GrantEnhancedRightsOutcome =
  { readonly kind: 'granted'; readonly replanned: number } | NotFound | Refused<'has-it-already'>;

/**
 * Grants Enhanced Rights by a category. Duties that are open are planned anew under the shorter limits, with both times
 * in the ledger; what was delivered, missed or declined stays what it was. What only Enhanced Rights
 * give opens.
 */
export class GrantEnhancedRights {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { caseId, category }: { readonly caseId: CaseId; readonly category: EnhancedCategory },
    repeatable: Repeatable,
  ): Promise<Once<GrantEnhancedRightsOutcome>> {
    return this.unitOfWork.once<GrantEnhancedRightsOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'granted' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'keep-rights', caseId);
        if (caseFile === null) return NOT_FOUND;
        await tx.duties.lockCases([caseId]);
        const { personId, handlingAgencyId } = caseFile;
        const grant = { caseId, personId, handlingAgencyId, category, at: tx.now, by: actor.userId };
        if (!(await tx.duties.grantEnhanced(grant))) return refuse('has-it-already');
        const found = await caseDuties(tx, caseId);
        if (found === null) return NOT_FOUND;
        const { facts } = found;
        const steps = replanOpen(facts);
        const opened = facts.events.flatMap((told) => answerEvent(told, facts));
        await keepSteps(tx, [...steps, ...opened]);
        await tx.journal.append([
          event({
            subject: { kind: 'case', id: caseId },
            caseId,
            type: 'case.enhanced-rights-granted',
            happenedAt: tx.now,
            reason: category,
            payload: { replanned: steps.length },
          }),
        ]);
        return { kind: 'granted', replanned: steps.length };
      },
    );
  }
}
