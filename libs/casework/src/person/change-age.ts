import type { AgeBand, AgeCorrectionReason, CaseId, StaffActor } from '#libs/domain';
import { findCaseFor, lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVaultFound, Transaction, UnitOfWork, Vault } from '../ports';
import { correctAge, type CorrectAgeRefusal, type ToldAge } from './correct-age';

export interface ChangeAgeInput {
  readonly caseId: CaseId;
  /** The revision of the case that the form was drawn from. */
  readonly revision: number;
  readonly age: ToldAge;
  readonly reason: AgeCorrectionReason;
  readonly words: string | null;
}

export type ChangeAgeOutcome =
  | {
      readonly kind: 'corrected';
      readonly caseId: CaseId;
      readonly band: AgeBand;
      /** What was done for somebody older is to be looked at again. */
      readonly younger: boolean;
    }
  | NotFound
  | Stale
  | Refused<CorrectAgeRefusal | 'case-closed' | 'agreement-first'>;

/** A responder or a lead puts right how old the person of a case is. The look at what stood there is recorded (P8). */
export class ChangeAge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: ChangeAgeInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeAgeOutcome>> {
    const { caseId } = input;
    const personId = await this.unitOfWork.run(actor, async (tx) => {
      const found = await findCaseFor(tx, 'correct-age', caseId);
      if (found === null) return null;
      const { personId: about } = found;
      await tx.accessLog.record([{ personId: about, caseId, what: 'identity', basis: 'case-work' }]);
      return about;
    });
    const subject = personId === null ? null : await this.vault.of(personId);
    return this.unitOfWork.once<ChangeAgeOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'corrected' },
      (tx) => this.change(tx, { input, subject }),
    );
  }

  private async change(
    tx: Transaction,
    { input, subject }: { input: ChangeAgeInput; subject: SubjectVaultFound | null },
  ): Promise<ChangeAgeOutcome> {
    const { caseId, revision, age, reason, words } = input;
    const caseFile = await lockCaseFor(tx, 'correct-age', caseId);
    if (caseFile === null || subject === null) return NOT_FOUND;
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (subject.kind === 'unreadable') return refuse('unreadable');
    const { personId, handlingAgencyId } = caseFile;
    if (await tx.consents.identityWithheld(personId)) return refuse('agreement-first');
    const { ids, vault } = this;
    const about = { ids, vault, sealer: subject.vault, personId, handlingAgencyId };
    const result = await correctAge(tx, { ...about, age, reason, words });
    if (result.kind === 'refused') return result;
    return { kind: 'corrected', caseId, band: result.bands.after.now, younger: result.younger };
  }
}
