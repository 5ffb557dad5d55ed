import {
  changeComplaint,
  type CaseId,
  type ComplaintEvent,
  type ComplaintFinding,
  type ComplaintId,
  type ComplaintRefusal,
  type StaffActor,
} from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface ChangeComplaintInput {
  readonly complaintId: ComplaintId;
  readonly revision: number;
  readonly event: ComplaintEvent;
  /** What was found; of an answer alone. */
  readonly finding: ComplaintFinding | null;
}

export type ChangeComplaintOutcome =
  { readonly kind: 'changed'; readonly caseId: CaseId } | NotFound | Stale | Refused<ComplaintRefusal>;

/** One step of a complaint by a lead or a manager; for whoever it is about there is none (P7). */
export class ChangeComplaint {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ChangeComplaintInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeComplaintOutcome>> {
    return this.unitOfWork.once<ChangeComplaintOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, input),
    );
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { complaintId, revision, event, finding }: ChangeComplaintInput,
  ): Promise<ChangeComplaintOutcome> {
    const seen = await tx.complaints.find(complaintId);
    const caseFile = seen && (await findCaseFor(tx, 'handle-complaints', seen.caseId));
    const complaint = caseFile && (await tx.complaints.lock(complaintId));
    if (complaint === null) return NOT_FOUND;
    if (complaint.revision !== revision) return { kind: 'stale', revision: complaint.revision };
    const changed = changeComplaint(complaint, { event, finding, by: actor.userId, now: tx.now });
    if (changed.kind === 'refused') return changed;
    await tx.complaints.save(changed.complaint);
    await tx.journal.append(changed.events);
    return { kind: 'changed', caseId: complaint.caseId };
  }
}
