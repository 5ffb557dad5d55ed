import { event, type CaseId, type PersonSearchId, type StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Once, PersonSearch, Repeatable, UnitOfWork } from '../ports';

export type SearchAnswer =
  { readonly kind: 'new' } | { readonly kind: 'same-person' | 'same-report'; readonly caseId: CaseId };

export type AnswerSearchOutcome = { readonly kind: 'answered'; readonly search: PersonSearch } | NotFound;

/**
 * What the responder makes of a search: somebody new, somebody known with a new report, or one more call about a report
 * we have. The last needs no referral: the case notes that it was told again.
 */
export class AnswerSearch {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { searchId, answer }: { readonly searchId: PersonSearchId; readonly answer: SearchAnswer },
    repeatable: Repeatable,
  ): Promise<Once<AnswerSearchOutcome>> {
    return this.unitOfWork.once<AnswerSearchOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'answered' },
      async (tx) => {
        const kept = await tx.searches.find(searchId);
        if (kept === null) return NOT_FOUND;
        const { search } = kept;
        if (answer.kind === 'new') {
          await tx.searches.answer({ id: searchId, answer: 'new', chosenCaseId: null });
          return { kind: 'answered', search };
        }
        const caseFile = await findCaseFor(tx, 'search-people', answer.caseId);
        if (caseFile === null) return NOT_FOUND;
        const { id: caseId } = caseFile;
        if (answer.kind === 'same-person')
          await tx.searches.answer({ id: searchId, answer: 'same-person', chosenCaseId: caseId });
        else
          await tx.journal.append([
            event({
              subject: { kind: 'case', id: caseId },
              caseId,
              type: 'case.told-again',
              happenedAt: tx.now,
              payload: { door: search.door },
            }),
          ]);
        return { kind: 'answered', search };
      },
    );
  }
}
