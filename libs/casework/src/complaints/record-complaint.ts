import {
  complaintEvent,
  mayHandleComplaint,
  type CareSettings,
  type CaseId,
  type Complaint,
  type ComplaintAbout,
  type ComplaintId,
  type Instant,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { dueInWorkingDays } from '../safeguarding/due-in-working-days';

export interface RecordComplaintInput {
  readonly caseId: CaseId;
  readonly about: ComplaintAbout;
  /** Which worker of this desk; null when it is about nobody here by name. */
  readonly aboutUserId: UserId | null;
  /** What the person complains of, in their words; sealed. */
  readonly words: string;
  readonly receivedAt: Instant;
}

export type RecordComplaintOutcome =
  | { readonly kind: 'recorded'; readonly complaintId: ComplaintId }
  | NotFound
  | Refused<'received-in-the-future' | 'about-yourself' | 'no-such-worker' | 'unreadable'>;

/**
 * Takes a complaint into the register, with the times by which it is acknowledged and answered. Nobody takes one about
 * themselves: a colleague does. The history of the case does not say that there is one.
 */
export class RecordComplaint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  async execute(
    actor: StaffActor,
    input: RecordComplaintInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordComplaintOutcome>> {
    const { unitOfWork, vault } = this;
    const asked = { actor, act: 'record-complaint', caseId: input.caseId } as const;
    const sealer = await subjectOfCase({ unitOfWork, vault }, asked);
    return unitOfWork.once<RecordComplaintOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, { actor, input, sealer }),
    );
  }

  private async record(
    tx: Transaction,
    asked: { actor: StaffActor; input: RecordComplaintInput; sealer: SubjectVault | null },
  ): Promise<RecordComplaintOutcome> {
    const { actor, input, sealer } = asked;
    const { about, aboutUserId, words, receivedAt } = input;
    const caseFile = await lockCaseFor(tx, 'record-complaint', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (receivedAt > tx.now) return refuse('received-in-the-future');
    if (!mayHandleComplaint({ aboutUserId }, actor.userId)) return refuse('about-yourself');
    const named = aboutUserId !== null;
    if (named && (about !== 'a-worker' || !(await tx.complaints.worksHere(aboutUserId))))
      return refuse('no-such-worker');
    if (sealer === null) return refuse('unreadable');
    const { id: caseId, personId, handlingAgencyId, reference } = caseFile;
    const { complaintAcknowledgeWithinDays, complaintReplyWithinDays } = this.care;
    const complaint: Complaint = {
      id: this.ids.next<ComplaintId>(),
      caseId,
      personId,
      handlingAgencyId,
      reference,
      about,
      aboutUserId,
      state: 'received',
      finding: null,
      receivedAt,
      recordedBy: actor.userId,
      recordedAt: tx.now,
      acknowledgeDueAt: await dueInWorkingDays(tx, complaintAcknowledgeWithinDays, receivedAt),
      replyDueAt: await dueInWorkingDays(tx, complaintReplyWithinDays, receivedAt),
      acknowledgedAt: null,
      answeredAt: null,
      handledBy: null,
      settledAt: null,
      revision: 1,
    };
    await tx.complaints.insert(complaint);
    const place = { recordId: complaint.id, kind: 'complaint-words' } as const;
    const record = { ...place, sealed: sealer.seal(place, { text: words }) };
    await tx.safeContact.addSealed({ personId, record, at: tx.now });
    await tx.journal.append([complaintEvent(complaint, 'complaint.received', receivedAt)]);
    return { kind: 'recorded', complaintId: complaint.id };
  }
}
