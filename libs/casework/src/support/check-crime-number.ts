import { crimeKey, event, type CaseId, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { markPerson } from '../matching/mark-person';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';

export interface CheckCrimeNumberInput {
  readonly caseId: CaseId;
  readonly revision: number;
  /** As the colleague reads it themselves; what was recorded is not shown to them. */
  readonly crimeReference: string;
}

export type CheckCrimeNumberOutcome =
  | { readonly kind: 'checked' }
  | NotFound
  | Stale
  | Refused<'nothing-to-check' | 'checked-already' | 'recorded-it' | 'differs' | 'unreadable'>;

/**
 * A second person types the crime number that a colleague recorded. Only a number that both wrote alike is compared with
 * those of other referrals: one slip would pair the person with somebody else's report to the police.
 */
export class CheckCrimeNumber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: CheckCrimeNumberInput,
    repeatable: Repeatable,
  ): Promise<Once<CheckCrimeNumberOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'record-police-report', caseId });
    return unitOfWork.once<CheckCrimeNumberOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'checked' },
      (tx) => this.check(tx, { actor, input, sealer }),
    );
  }

  private async check(
    tx: Transaction,
    {
      actor,
      input,
      sealer,
    }: { actor: StaffActor; input: CheckCrimeNumberInput; sealer: SubjectVault | null },
  ): Promise<CheckCrimeNumberOutcome> {
    const { caseId, crimeReference } = input;
    const caseFile = await lockCaseFor(tx, 'record-police-report', caseId);
    const referral = caseFile && (await tx.referrals.find(caseFile.referralId));
    if (caseFile === null || referral === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    const link = await tx.pathways.findLink(caseId);
    if (link === null) return refuse('nothing-to-check');
    if (link.numberCheckedBy !== null) return refuse('checked-already');
    if (link.recordedBy === actor.userId) return refuse('recorded-it');
    const { personId, handlingAgencyId } = caseFile;
    const [record] = await tx.safeContact.sealedOf(personId, [referral.reportId]);
    const place = { recordId: referral.reportId, kind: 'crime-reference' } as const;
    const recorded = record && sealer?.open(place, record.sealed);
    if (!recorded) return refuse('unreadable');
    if (crimeKey(recorded.reference) !== crimeKey(crimeReference)) return refuse('differs');
    const by = { caseId, by: actor.userId, at: tx.now };
    if (!(await tx.pathways.checkNumber(by))) return refuse('checked-already');
    await markPerson(tx, { vault: this.vault, personId, handlingAgencyId, facts: { crimeReference } });
    await tx.cases.save(caseFile);
    const type = 'case.crime-number-checked';
    await tx.journal.append([
      event({ subject: { kind: 'case', id: caseId }, caseId, type, happenedAt: tx.now }),
    ]);
    return { kind: 'checked' };
  }
}
