import {
  event,
  glassUntil,
  mayBreakGlass,
  type BreakGlassId,
  type CaseId,
  type GlassReason,
  type Instant,
  type PersonId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type {
  BreakGlassRecord,
  Ids,
  Once,
  Repeatable,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { nextWorkingDay } from './next-working-day';

export interface BreakGlassInput {
  readonly reference: string;
  readonly reason: GlassReason;
  /** In the person's own words; sealed. */
  readonly why: string;
  /** When the second factor was used, by the clock of the sign-in; the page judged that it is fresh. */
  readonly provenAt: Instant;
}

export type BreakGlassOutcome =
  { readonly kind: 'opened'; readonly caseId: CaseId } | NotFound | Refused<'unreadable'>;

/**
 * Opens one case past a wall for one hour. The owner, the duty leads and the data-protection officers are told in the
 * same transaction, and a second person reviews it within a working day. A case that is not there, that is not walled,
 * or that must not be opened is one answer.
 */
export class OpenInEmergency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: BreakGlassInput,
    repeatable: Repeatable,
  ): Promise<Once<BreakGlassOutcome>> {
    const found = await this.unitOfWork.run(actor, (tx) => breakable(tx, actor, input.reference));
    const subject = found === null ? null : await this.vault.of(found.personId);
    return this.unitOfWork.once<BreakGlassOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'opened' },
      async (tx) => {
        const target = await breakable(tx, actor, input.reference);
        if (target === null) return NOT_FOUND;
        if (subject?.kind !== 'open') return refuse('unreadable');
        return this.open(tx, actor, { ...input, ...target, vault: subject.vault });
      },
    );
  }

  private async open(
    tx: Transaction,
    actor: StaffActor,
    opening: BreakGlassInput & { caseId: CaseId; personId: PersonId; vault: SubjectVault },
  ): Promise<BreakGlassOutcome> {
    const { caseId, personId, reference, reason, provenAt } = opening;
    const id = this.ids.next<BreakGlassId>();
    const record: BreakGlassRecord = {
      id,
      caseId,
      personId,
      reference,
      handlingAgencyId: actor.agencyId,
      userId: actor.userId,
      reason,
      provenAt,
      grantedAt: tx.now,
      untilAt: glassUntil(tx.now),
      reviewDueAt: await nextWorkingDay(tx),
      review: null,
      reviewedBy: null,
      reviewedAt: null,
      revision: 1,
    };
    await tx.breakGlass.insert(record);
    await tx.breakGlass.tell(id);
    const place = { recordId: id, kind: 'break-glass-note' } as const;
    const sealed = opening.vault.seal(place, { text: opening.why });
    await tx.safeContact.addSealed({ personId, record: { ...place, sealed }, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'break-glass', id },
        caseId,
        type: 'break-glass.opened',
        happenedAt: tx.now,
        reason,
        payload: { untilAt: new Date(record.untilAt).toISOString() },
      }),
    ]);
    return { kind: 'opened', caseId };
  }
}

async function breakable(tx: Transaction, actor: StaffActor, reference: string) {
  const found = await tx.breakGlass.findBreakable(reference);
  if (found === null) return null;
  const may = mayBreakGlass(actor, await tx.walls.standing([found.personId]));
  return may ? found : null;
}
