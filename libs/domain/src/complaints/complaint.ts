import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { event, type DomainEvent } from '../journal';
import { nextState, type Machine } from '../machine';
import { isoOf, type Instant } from '../time';

export type ComplaintId = Brand<string, 'ComplaintId'>;

export type ComplaintState = 'received' | 'acknowledged' | 'answered' | 'reopened' | 'closed' | 'withdrawn';
export type ComplaintEvent = 'acknowledge' | 'answer' | 'reopen' | 'close' | 'withdraw';

/** Answered is not closed: whoever complained may say that it is not enough, once, and then the manager answers again. */
export const complaintMachine: Machine<ComplaintState, ComplaintEvent> = {
  name: 'complaint',
  initial: 'received',
  terminal: ['closed', 'withdrawn'],
  transitions: {
    received: { acknowledge: 'acknowledged', withdraw: 'withdrawn' },
    acknowledged: { answer: 'answered', withdraw: 'withdrawn' },
    answered: { reopen: 'reopened', close: 'closed' },
    reopened: { answer: 'answered', withdraw: 'withdrawn' },
    closed: {},
    withdrawn: {},
  },
};

export const COMPLAINT_ABOUT = [
  'our-service',
  'a-worker',
  'another-service',
  'police',
  'court-or-prosecution',
] as const;
export type ComplaintAbout = (typeof COMPLAINT_ABOUT)[number];

/** What was found. */
export const COMPLAINT_FINDINGS = ['upheld', 'partly-upheld', 'not-upheld', 'passed-to-body'] as const;
export type ComplaintFinding = (typeof COMPLAINT_FINDINGS)[number];

/** A complaint about a service. Its words are sealed apart, and nobody it is about reads it or learns of it. */
export interface Complaint {
  readonly id: ComplaintId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly about: ComplaintAbout;
  /** Which worker it is about; null when it is about nobody here by name. */
  readonly aboutUserId: UserId | null;
  readonly state: ComplaintState;
  readonly finding: ComplaintFinding | null;
  readonly receivedAt: Instant;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  readonly acknowledgeDueAt: Instant;
  readonly replyDueAt: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly handledBy: UserId | null;
  readonly settledAt: Instant | null;
  readonly revision: number;
}

export type ComplaintRefusal = 'no-such-step' | 'handled-by-whom-it-is-about' | 'finding-missing';

export type ComplaintChanged =
  | { readonly kind: 'changed'; readonly complaint: Complaint; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly reason: ComplaintRefusal };

/** Whether this person may handle it: never whom it is about, nor whoever wrote it down for another (a conflict). */
export function mayHandleComplaint({ aboutUserId }: Pick<Complaint, 'aboutUserId'>, userId: UserId): boolean {
  return aboutUserId !== userId;
}

/** One step of a complaint; the times by which it was to be answered stay as they were. */
export function changeComplaint(
  complaint: Complaint,
  step: {
    readonly event: ComplaintEvent;
    readonly finding: ComplaintFinding | null;
    readonly by: UserId;
    readonly now: Instant;
  },
): ComplaintChanged {
  const { event: happening, finding, by, now } = step;
  if (!mayHandleComplaint(complaint, by)) return refused('handled-by-whom-it-is-about');
  const state = nextState(complaintMachine, { state: complaint.state, event: happening });
  if (state === null) return refused('no-such-step');
  if (happening === 'answer' && finding === null) return refused('finding-missing');
  const settled = complaintMachine.terminal.includes(state);
  const changed: Complaint = {
    ...complaint,
    state,
    finding: happening === 'answer' ? finding : complaint.finding,
    acknowledgedAt: happening === 'acknowledge' ? now : complaint.acknowledgedAt,
    answeredAt: happening === 'answer' ? now : complaint.answeredAt,
    handledBy: by,
    settledAt: settled ? now : null,
  };
  return {
    kind: 'changed',
    complaint: changed,
    events: [complaintEvent(changed, `complaint.${happening}`, now)],
  };
}

/** By when somebody must act next; null when nobody must. An answer that was not enough is due again at once. */
export function complaintDueAt({
  state,
  acknowledgeDueAt,
  replyDueAt,
}: Pick<Complaint, 'state' | 'acknowledgeDueAt' | 'replyDueAt'>): Instant | null {
  if (state === 'received') return acknowledgeDueAt;
  return state === 'acknowledged' || state === 'reopened' ? replyDueAt : null;
}

/** Of the complaint and never of the case: nobody who reads the history of a case learns that there was one. */
export function complaintEvent(
  { id, about, finding, acknowledgeDueAt, replyDueAt }: Complaint,
  type: string,
  happenedAt: Instant,
): DomainEvent {
  const payload = {
    about,
    finding,
    acknowledgeDueAt: isoOf(acknowledgeDueAt),
    replyDueAt: isoOf(replyDueAt),
  };
  return event({ subject: { kind: 'complaint', id }, caseId: null, type, happenedAt, payload });
}

function refused(reason: ComplaintRefusal): ComplaintChanged {
  return { kind: 'refused', reason };
}
