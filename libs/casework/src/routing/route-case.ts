import type { CaseId, RoutingAsked, RoutingDecisionId, StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { keepDecision } from './keep-decision';
import { suggest } from './suggest-routing';

export interface RouteCaseInput {
  readonly caseId: CaseId;
  readonly asked: RoutingAsked;
}

export type RouteCaseOutcome =
  | { readonly kind: 'routed'; readonly caseId: CaseId; readonly decisionId: RoutingDecisionId }
  | NotFound
  | Refused<'case-closed' | 'nothing-wanted'>;

/** Keeps the answer that a case is given: facts in codes, every candidate and every service kept out, each with why. */
export class RouteCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: RouteCaseInput, repeatable: Repeatable): Promise<Once<RouteCaseOutcome>> {
    return this.unitOfWork.once<RouteCaseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'routed' },
      (tx) => this.route(tx, actor, input),
    );
  }

  private async route(
    tx: Transaction,
    actor: StaffActor,
    { caseId, asked }: RouteCaseInput,
  ): Promise<RouteCaseOutcome> {
    const caseFile = await lockCaseFor(tx, 'route-case', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (asked.wanted.length === 0) return refuse('nothing-wanted');
    const suggested = await suggest(tx, { caseFile, asked });
    const decisionId = await keepDecision(tx, { ids: this.ids, by: actor, caseFile, asked, suggested });
    return { kind: 'routed', caseId, decisionId };
  }
}
