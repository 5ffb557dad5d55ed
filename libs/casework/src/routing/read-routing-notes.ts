import type { CaseId, RoutingOverrideId, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { RoutingOverrideRecord, UnitOfWork, Vault } from '../ports';

export interface ChoiceRead extends RoutingOverrideRecord {
  /** Null when nothing was written, or it cannot be read. */
  readonly note: string | null;
}

export type RoutingNotesRead = { readonly kind: 'read'; readonly choices: readonly ChoiceRead[] } | NotFound;

/** Why other services were chosen in a case, in words. The access row is committed before anything is opened (P8). */
export class ReadRoutingNotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, caseId: CaseId): Promise<RoutingNotesRead> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'see-routing', caseId);
      if (caseFile === null) return null;
      const { personId } = caseFile;
      const choices = await tx.routing.overridesOf(caseId);
      const sealed = await tx.routing.sealedNotes(choices.map(({ id }) => id));
      if (sealed.length > 0)
        await tx.accessLog.record([{ personId, caseId, what: 'routing-note', basis: 'case-work' }]);
      return { personId, choices, sealed };
    });
    if (found === null) return NOT_FOUND;
    const { personId, choices, sealed } = found;
    const subject = sealed.length === 0 ? null : await this.vault.of(personId);
    const noteOf = (recordId: RoutingOverrideId) => {
      const record = sealed.find((one) => one.recordId === recordId);
      if (subject?.kind !== 'open' || record === undefined) return null;
      return subject.vault.open({ recordId, kind: 'routing-note' }, record.sealed)?.text ?? null;
    };
    return { kind: 'read', choices: choices.map((choice) => ({ ...choice, note: noteOf(choice.id) })) };
  }
}
