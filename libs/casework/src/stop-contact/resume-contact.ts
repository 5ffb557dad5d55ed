import { event, type CaseId, type SaidBy, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { applyCard } from '../safe-contact/apply-card';
import { goOnWithRequestsOf } from '../service-requests/hold-requests';

export interface ResumeContactInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly saidBy: SaidBy;
}

export type ResumeContactOutcome =
  | { readonly kind: 'resumed'; readonly caseId: CaseId }
  | NotFound
  | Stale
  | Refused<'not-stopped' | 'stays-stopped' | 'only-the-person'>;

/**
 * A duty lead lifts a stop that was not a death. Whoever asked us to stop is asked by nobody else: only they take it
 * back. Every route then is what the card says of it, and no message that was cancelled comes back.
 */
export class ResumeContact {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ResumeContactInput,
    repeatable: Repeatable,
  ): Promise<Once<ResumeContactOutcome>> {
    return this.unitOfWork.once<ResumeContactOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'resumed' },
      (tx) => this.resume(tx, actor, input),
    );
  }

  private async resume(
    tx: Transaction,
    actor: StaffActor,
    { caseId, revision, saidBy }: ResumeContactInput,
  ): Promise<ResumeContactOutcome> {
    const caseFile = await lockCaseFor(tx, 'resume-contact', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    const { personId } = caseFile;
    const stop = await tx.contactStops.inForce(personId);
    if (stop === null) return refuse('not-stopped');
    if (stop.cause === 'died') return refuse('stays-stopped');
    if (stop.cause === 'asked-to-stop' && saidBy !== 'person') return refuse('only-the-person');
    await tx.contactStops.lift({ id: stop.id, by: actor.userId, at: tx.now });
    await tx.contactStops.markCard({ personId, stopped: false, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'contact.resumed',
        happenedAt: tx.now,
        reason: saidBy,
      }),
    ]);
    for (const id of await tx.contactStops.openCasesOf(personId)) {
      const one = id === caseId ? caseFile : await lockCaseFor(tx, 'resume-contact', id);
      if (one !== null) await applyCard(tx, { caseFile: one, card: await tx.safeContact.cardOf(personId) });
    }
    await goOnWithRequestsOf(tx, personId);
    return { kind: 'resumed', caseId };
  }
}
