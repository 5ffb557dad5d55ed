import type { CaseId, SafeContactCard, StaffActor } from '#libs/domain';
import type { CaseRecord, Sealable, UnitOfWork, Vault } from '../ports';
import { NOT_FOUND, type NotFound } from '../outcome';
import { findCaseFor } from './case-access';

export type CaseOpened =
  | {
      readonly kind: 'opened';
      readonly caseFile: CaseRecord;
      readonly card: SafeContactCard;
      /** Null when the person's key is gone or out of reach: the clocks run on, the names do not show. */
      readonly identity: Sealable['identity'] | null;
    }
  | NotFound;

/** Shows who a case is about. The access row is committed before anything is opened (P8). */
export class OpenCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, caseId: CaseId): Promise<CaseOpened> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'open-case', caseId);
      if (caseFile === null) return null;
      const { personId } = caseFile;
      await tx.accessLog.record([{ personId, caseId, what: 'identity', basis: 'case-work' }]);
      const card = await tx.safeContact.cardOf(personId);
      const sealed = await tx.safeContact.sealedOf(personId, [personId]);
      return { caseFile, card, sealed: sealed.find(({ kind }) => kind === 'identity') };
    });
    if (found === null) return NOT_FOUND;
    const { caseFile, card, sealed } = found;
    const subject = await this.vault.of(caseFile.personId);
    const readable = subject.kind === 'open' && sealed !== undefined;
    const place = { recordId: caseFile.personId, kind: 'identity' } as const;
    const identity = readable ? subject.vault.open(place, sealed.sealed) : null;
    return { kind: 'opened', caseFile, card, identity };
  }
}
