import type { ComplaintId, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork, Vault } from '../ports';

export type ComplaintWords = { readonly kind: 'read'; readonly words: string | null } | NotFound;

/** What somebody complained of, in their words. The access row is committed first (P8). */
export class ReadComplaintWords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, id: ComplaintId): Promise<ComplaintWords> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const complaint = await tx.complaints.find(id);
      const caseFile = complaint && (await findCaseFor(tx, 'see-complaints', complaint.caseId));
      if (complaint === null || caseFile === null) return null;
      const { personId, id: caseId } = caseFile;
      const [record] = await tx.safeContact.sealedOf(personId, [id]);
      await tx.accessLog.record([{ personId, caseId, what: 'complaint-words', basis: 'complaint' }]);
      return { personId, record };
    });
    if (found === null) return NOT_FOUND;
    const { personId, record } = found;
    const subject = await this.vault.of(personId);
    if (subject.kind !== 'open' || record?.kind !== 'complaint-words') return { kind: 'read', words: null };
    const opened = subject.vault.open({ recordId: id, kind: 'complaint-words' }, record.sealed);
    return { kind: 'read', words: opened?.text ?? null };
  }
}
