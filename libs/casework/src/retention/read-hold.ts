import { mayDo, type HoldId, type LegalHold, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork, Vault } from '../ports';

export type HoldRead =
  | {
      readonly kind: 'read';
      readonly hold: LegalHold;
      readonly note: string | null;
      /** The request under which information was released, where that set the hold. */
      readonly requestReference: string | null;
    }
  | NotFound;

/** Shows why a record is held. The access row is committed before the note is opened (P8). */
export class ReadHold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, id: HoldId): Promise<HoldRead> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'hold-record')) return null;
      const hold = await tx.holds.find(id);
      if (hold === null) return null;
      const { personId, caseId } = hold;
      await tx.accessLog.record([{ personId, caseId, what: 'legal-hold-note', basis: 'retention' }]);
      const sealed = await tx.safeContact.sealedOf(personId, [id]);
      const request = hold.requestId === null ? null : await tx.informationRequests.find(hold.requestId);
      const requestReference = request?.reference ?? null;
      return { hold, requestReference, sealed: sealed.find(({ kind }) => kind === 'legal-hold-note') };
    });
    if (found === null) return NOT_FOUND;
    const { hold, requestReference, sealed } = found;
    const subject = await this.vault.of(hold.personId);
    const place = { recordId: id, kind: 'legal-hold-note' } as const;
    const note = subject.kind === 'open' && sealed ? subject.vault.open(place, sealed.sealed) : null;
    return { kind: 'read', hold, note: note?.text ?? null, requestReference };
  }
}
