import {
  askAgain,
  confirmDelivery,
  declineDuty,
  deliverDuty,
  endDuty,
  entitlementOf,
  sayNotDelivered,
  takeBackDelivery,
  type ChosenReason,
  type SaidEvidence,
  type Duty,
  type DutyChanged,
  type DutyFacts,
  type DutyId,
  type DutyRefusal,
  type EarlyReason,
  type Instant,
  type SaidHow,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { caseDuties } from './duty-facts';
import { keepSteps } from './keep-steps';

/** What somebody of the desk says about one entitlement of a case. */
export type DutyAct =
  | {
      readonly kind: 'deliver';
      readonly at: Instant;
      readonly evidence: SaidEvidence;
      readonly earlyReason: EarlyReason | null;
    }
  | {
      readonly kind: 'decline';
      readonly choice: 'declined' | 'changed';
      readonly at: Instant;
      readonly how: SaidHow;
    }
  | { readonly kind: 'ask-again'; readonly at: Instant }
  | { readonly kind: 'end'; readonly reason: ChosenReason }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'take-back' }
  | { readonly kind: 'not-delivered' };

export interface KeepDutyInput {
  readonly dutyId: DutyId;
  readonly revision: number;
  readonly act: DutyAct;
}

export type KeepDutyOutcome =
  | { readonly kind: 'kept'; readonly duty: Pick<Duty, 'id' | 'caseId' | 'state' | 'revision'> }
  | NotFound
  | Stale
  | Refused<DutyRefusal>;

/** Records what became of an entitlement: delivered, declined, asked for again, not applicable; or that an entry was wrong. */
export class KeepDuty {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: KeepDutyInput, repeatable: Repeatable): Promise<Once<KeepDutyOutcome>> {
    return this.unitOfWork.once<KeepDutyOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      (tx) => keep(tx, actor, input),
    );
  }
}

async function keep(tx: Transaction, actor: StaffActor, input: KeepDutyInput): Promise<KeepDutyOutcome> {
  const seen = await tx.duties.find(input.dutyId);
  const caseFile = seen && (await lockCaseFor(tx, 'keep-rights', seen.caseId));
  if (!caseFile) return NOT_FOUND;
  await tx.duties.lockCases([caseFile.id]);
  const duty = await tx.duties.lock(input.dutyId);
  if (duty === null) return NOT_FOUND;
  if (duty.revision !== input.revision) return { kind: 'stale', revision: duty.revision };
  const found = await caseDuties(tx, caseFile.id);
  if (found === null) return NOT_FOUND;
  const changed = decide(duty, input.act, { actor, facts: found.facts });
  if (changed.kind === 'refused') return changed;
  await keepSteps(tx, [changed.step]);
  const { id, caseId, state, revision } = changed.step.duty;
  return { kind: 'kept', duty: { id, caseId, state, revision } };
}

function decide(
  duty: Duty,
  act: DutyAct,
  around: { readonly actor: StaffActor; readonly facts: DutyFacts },
): DutyChanged {
  const { actor, facts } = around;
  const who = { by: actor.userId, now: facts.around.now };
  switch (act.kind) {
    case 'deliver':
      return deliverDuty(duty, { ...act, ...who });
    case 'decline':
      return declineDuty(duty, { ...act, ...who, mayDecline: entitlementOf(facts, duty).mayDecline });
    case 'ask-again':
      return askAgain(duty, { at: act.at, facts });
    case 'end':
      return endDuty(duty, { reason: act.reason, ...who });
    case 'confirm':
      return confirmDelivery(duty, who);
    case 'take-back':
      return takeBackDelivery(duty, who);
    case 'not-delivered':
      return sayNotDelivered(duty, who);
  }
}
