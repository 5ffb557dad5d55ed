import {
  overrideRefusal,
  type CaseId,
  type OverrideReason,
  type OverrideRefusal,
  type RoutingDecisionId,
  type RoutingOverrideId,
  type ServiceId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { keepChoice } from './keep-choice';

export interface OverrideRouteInput {
  readonly caseId: CaseId;
  /** The answer that the person read. */
  readonly decisionId: RoutingDecisionId;
  readonly kind: SupportKind;
  readonly serviceId: ServiceId;
  readonly reason: OverrideReason;
  /** Why, in words; sealed. Null when the code says it all. */
  readonly note: string | null;
}

export type OverrideRouteOutcome =
  | { readonly kind: 'overridden'; readonly caseId: CaseId; readonly overrideId: RoutingOverrideId }
  | NotFound
  | Refused<OverrideRefusal | 'case-closed' | 'newer-answer' | 'chosen-already' | 'unreadable'>;

/** Somebody chooses another service than the answer put first, or the lead decides where the answer asked them to. */
export class OverrideRoute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: OverrideRouteInput,
    repeatable: Repeatable,
  ): Promise<Once<OverrideRouteOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'route-case', caseId });
    return unitOfWork.once<OverrideRouteOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'overridden' },
      (tx) => this.override(tx, { actor, input, sealer }),
    );
  }

  private async override(
    tx: Transaction,
    { actor, input, sealer }: { actor: StaffActor; input: OverrideRouteInput; sealer: SubjectVault | null },
  ): Promise<OverrideRouteOutcome> {
    const { caseId, decisionId, kind, serviceId, reason, note } = input;
    const caseFile = await lockCaseFor(tx, 'route-case', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const latest = await tx.routing.latestOf(caseId);
    if (latest === null) return NOT_FOUND;
    if (latest.id !== decisionId) return refuse('newer-answer');
    const refusal = overrideRefusal(latest.answer, { kind, serviceId, role: actor.role });
    if (refusal !== null) return refuse(refusal);
    if (note !== null && sealer === null) return refuse('unreadable');
    const choice = { decisionId, kind, serviceId, reason };
    const overrideId = await keepChoice(tx, { ids: this.ids, by: actor, caseFile, choice });
    if (overrideId === null) return refuse('chosen-already');
    if (note !== null && sealer !== null) {
      const place = { recordId: overrideId, kind: 'routing-note' } as const;
      const record = { ...place, sealed: sealer.seal(place, { text: note }) };
      await tx.routing.addSealed({ personId: caseFile.personId, record, at: tx.now });
    }
    return { kind: 'overridden', caseId, overrideId };
  }
}
