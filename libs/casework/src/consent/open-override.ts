import { type ConsentOverride, type OverrideId, type StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork, Vault } from '../ports';

export type OverrideOpened =
  | {
      readonly kind: 'opened';
      readonly override: ConsentOverride;
      /** Null when the person's key is gone or out of reach. */
      readonly necessity: string | null;
    }
  | NotFound;

/** Shows one override with why it was needed. The access row is committed before the note is opened (P8). */
export class OpenOverride {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, overrideId: OverrideId): Promise<OverrideOpened> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const override = await tx.overrides.find(overrideId);
      if (override === null) return null;
      const { personId, caseId } = override;
      if ((await findCaseFor(tx, 'see-consent', caseId)) === null) return null;
      await tx.accessLog.record([{ personId, caseId, what: 'consent-note', basis: 'case-work' }]);
      const sealed = await tx.safeContact.sealedOf(personId, [overrideId]);
      return { override, note: sealed.find(({ kind }) => kind === 'consent-note') };
    });
    if (found === null) return NOT_FOUND;
    const { override, note } = found;
    const subject = await this.vault.of(override.personId);
    const place = { recordId: overrideId, kind: 'consent-note' } as const;
    const opened =
      subject.kind === 'open' && note !== undefined ? subject.vault.open(place, note.sealed) : null;
    return { kind: 'opened', override, necessity: opened?.text ?? null };
  }
}
