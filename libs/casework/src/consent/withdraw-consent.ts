import {
  wordingId,
  type CaseId,
  type ConsentEntryId,
  type ConsentRecord,
  type DataClass,
  type Giver,
  type HowGiven,
  type Purpose,
  type Recipient,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { afterConsent } from './after-consent';

export interface WithdrawConsentInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Null: everything that was agreed for this recipient and purpose. */
  readonly dataClass: DataClass | null;
  readonly giver: Giver;
  readonly how: HowGiven;
}

export type WithdrawConsentOutcome =
  | { readonly kind: 'withdrawn'; readonly caseId: CaseId; readonly closedShares: number }
  | NotFound
  | Stale
  | Refused<'nothing-to-withdraw'>;

/**
 * The person changes their mind. Nobody asks why or whether they may: in the transaction that records it, access
 * closes and what is queued stops (P6).
 */
export class WithdrawConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: WithdrawConsentInput,
    repeatable: Repeatable,
  ): Promise<Once<WithdrawConsentOutcome>> {
    return this.unitOfWork.once<WithdrawConsentOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'withdrawn' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'record-consent', input.caseId);
        if (caseFile === null) return NOT_FOUND;
        if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
        if (!(await wasGiven(tx, caseFile, input))) return refuse('nothing-to-withdraw');
        const record = this.recordOf(tx, { actor, input, caseFile });
        await tx.consents.append([{ ...record, handlingAgencyId: caseFile.handlingAgencyId }]);
        const { closedShares } = await afterConsent(tx, { caseFile, records: [record] });
        return { kind: 'withdrawn', caseId: caseFile.id, closedShares };
      },
    );
  }

  private recordOf(
    { now }: Transaction,
    { actor, input, caseFile }: { actor: StaffActor; input: WithdrawConsentInput; caseFile: CaseRecord },
  ): ConsentRecord {
    const { recipient, purpose, dataClass, giver, how } = input;
    return {
      id: this.ids.next<ConsentEntryId>(),
      caseId: caseFile.id,
      personId: caseFile.personId,
      decision: 'withdrawn',
      recipient,
      purpose,
      dataClass,
      giver,
      basis: null,
      authority: null,
      how,
      wording: wordingId(purpose),
      takenBy: actor.userId,
      recordedAt: now,
      expiresAt: null,
    };
  }
}

/** An agreement that expired may still be withdrawn: the person need not know that it had. */
async function wasGiven(
  tx: Transaction,
  { personId }: CaseRecord,
  { recipient, purpose, dataClass }: WithdrawConsentInput,
): Promise<boolean> {
  const ledger = await tx.consents.ledgerOf(personId);
  return ledger.some(
    (entry) =>
      entry.decision === 'given' &&
      entry.recipient === recipient &&
      entry.purpose === purpose &&
      (dataClass === null || entry.dataClass === dataClass),
  );
}
