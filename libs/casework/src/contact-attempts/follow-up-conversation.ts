import {
  checkedAgain,
  contactEventOf,
  contactMachine,
  event,
  isConversation,
  momentOfAct,
  nextState,
  proofOf,
  rungGiven,
  type AttemptId,
  type CaseId,
  type Conversation,
  type Deadline,
  type StaffActor,
} from '#libs/domain';
import type { AttemptRecord, CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockCaseFor } from '../cases';
import { settleCase } from '../deadlines';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { askForCheck, IDENTITY_TOLD_LATE } from './ask-for-check';
import { followedUpEvent } from './attempt-events';
import { standAfterAttempts } from './stand-after-attempts';

export interface FollowUpInput {
  readonly caseId: CaseId;
  readonly attemptId: AttemptId;
  readonly conversation: Conversation;
  /** The person said that the number they spoke on is as safe as before. */
  readonly stillSafe?: boolean;
}

export type FollowUpRefusal = 'no-conversation' | 'already-told' | 'only-who-spoke' | 'not-accepted';

export type FollowUpOutcome =
  | {
      readonly kind: 'followed-up';
      readonly caseId: CaseId;
      /** Whether the conversation now counts as one; it does not with somebody who was not known. */
      readonly counts: boolean;
      readonly waitsForCheck: boolean;
    }
  | NotFound
  | Refused<FollowUpRefusal>;

/**
 * Says of a conversation how the person was known and what of the promise they were given. Only then does it count
 * as spoken with; told after a deadline, it waits for a second person like any late entry (P4).
 */
export class FollowUpConversation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: FollowUpInput, repeatable: Repeatable): Promise<Once<FollowUpOutcome>> {
    return this.unitOfWork.once<FollowUpOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'followed-up' },
      (tx) => this.followUp(tx, actor, input),
    );
  }

  private async followUp(
    tx: Transaction,
    actor: StaffActor,
    { caseId, attemptId, conversation, stillSafe = false }: FollowUpInput,
  ): Promise<FollowUpOutcome> {
    const caseFile = await lockCaseFor(tx, 'record-attempt', caseId);
    if (caseFile === null) return NOT_FOUND;
    const recorded = await tx.attempts.ofCase(caseFile.id);
    const spoken = recorded.find(({ id }) => id === attemptId);
    if (spoken === undefined) return NOT_FOUND;
    if (!isConversation(spoken.outcome)) return refuse('no-conversation');
    if (spoken.recordedBy !== actor.userId) return refuse('only-who-spoke');
    if (spoken.confirmation === 'declined') return refuse('not-accepted');
    if ((await tx.followUps.of(attemptId)) !== null) return refuse('already-told');

    const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
    const { attempt, late } = known(tx, { spoken, conversation, deadlines });
    await tx.attempts.setIdentity(attempt);
    await tx.followUps.insert({
      attemptId,
      caseId: caseFile.id,
      handlingAgencyId: caseFile.handlingAgencyId,
      identity: conversation.identity,
      elements: conversation.elements,
      recordedBy: actor.userId,
      recordedAt: tx.now,
    });
    if (stillSafe) await renewCheck(tx, { caseFile, attempt });
    await this.settle(tx, { caseFile, deadlines, attempt });
    if (late) await askForCheck(tx, { id: this.ids.next(), attempt, caseFile, reason: IDENTITY_TOLD_LATE });
    await tx.journal.append([followedUpEvent(attempt, { conversation, at: tx.now })]);
    const waitsForCheck = attempt.confirmation === 'waiting';
    return { kind: 'followed-up', caseId: caseFile.id, counts: attempt.rung >= 5, waitsForCheck };
  }

  private async settle(
    tx: Transaction,
    {
      caseFile,
      deadlines,
      attempt,
    }: { caseFile: CaseRecord; deadlines: readonly Deadline[]; attempt: AttemptRecord },
  ): Promise<void> {
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const attempts = await tx.attempts.ofCase(caseFile.id);
    const settled = await settleCase(tx, { caseFile, deadlines, attempts, card });
    const state = caseFile.contactState;
    const came = contactEventOf(attempt.outcome, attempt.rung);
    const contactState = nextState(contactMachine, { state, event: came }) ?? state;
    await standAfterAttempts(tx, { caseFile, contactState, attempts, settled, card });
  }
}

/** A number is good for another while when the person themselves says so; a voice that may be anyone's renews nothing. */
async function renewCheck(
  tx: Transaction,
  { caseFile, attempt }: { caseFile: CaseRecord; attempt: AttemptRecord },
): Promise<void> {
  const { routeId, identityBy } = attempt;
  if (routeId === null || identityBy === null) return;
  const { routes } = await tx.safeContact.cardOf(caseFile.personId);
  const route = routes.find(({ id, state }) => id === routeId && state === 'active');
  if (route === undefined) return;
  await tx.safeContact.saveRoute(checkedAgain(route, tx.now));
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'route.checked',
      happenedAt: tx.now,
      payload: { routeId },
    }),
  ]);
}

/** The attempt as it stands once it was said who was spoken with, and whether that was said too late to count alone. */
function known(
  tx: Transaction,
  {
    spoken,
    conversation,
    deadlines,
  }: { spoken: AttemptRecord; conversation: Conversation; deadlines: readonly Deadline[] },
): { attempt: AttemptRecord; late: boolean } {
  const identityBy = proofOf(conversation);
  if (identityBy === null) return { attempt: spoken, late: false };
  const now = momentOfAct(tx.now, deadlines);
  const passed = deadlines.some(({ dueAt }) => spoken.happenedAt <= dueAt && dueAt < now);
  const late = passed && spoken.confirmation !== 'waiting';
  const rung = rungGiven(spoken.outcome, identityBy);
  const confirmation = late ? 'waiting' : spoken.confirmation;
  return { attempt: { ...spoken, rung, identityBy, identityAt: now, confirmation }, late };
}
