import { mayDo, type BreakGlassId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { BreakGlassRecord, UnitOfWork, Vault } from '../ports';

export type GlassNoteRead =
  { readonly kind: 'read'; readonly opening: BreakGlassRecord; readonly why: string | null } | NotFound;

/** Shows a reviewer the reason that was written. The access row is committed before it is opened (P8). */
export class ReadGlassNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, id: BreakGlassId): Promise<GlassNoteRead> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'review-break-glass')) return null;
      const opening = await tx.breakGlass.find(id);
      if (opening === null) return null;
      const { personId, caseId } = opening;
      await tx.accessLog.record([{ personId, caseId, what: 'break-glass-note', basis: 'review' }]);
      const sealed = await tx.safeContact.sealedOf(personId, [id]);
      return { opening, sealed: sealed.find(({ kind }) => kind === 'break-glass-note') };
    });
    if (found === null) return NOT_FOUND;
    const { opening, sealed } = found;
    const subject = await this.vault.of(opening.personId);
    const place = { recordId: id, kind: 'break-glass-note' } as const;
    const note = subject.kind === 'open' && sealed ? subject.vault.open(place, sealed.sealed) : null;
    return { kind: 'read', opening, why: note?.text ?? null };
  }
}
