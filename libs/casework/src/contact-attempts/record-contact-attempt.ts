import {
  contactEventOf,
  contactMachine,
  isConversation,
  mayContact,
  momentOfAct,
  nextState,
  proofOf,
  recordAttempt,
  type AttemptId,
  type AttemptRecorded,
  type AttemptRefusal,
  type CaseId,
  type Channel,
  type Conversation,
  type Instant,
  type Outcome,
  type PersonId,
  type RouteId,
  type SafeContactCard,
  type StaffActor,
} from '#libs/domain';
import type { AttemptRecord, CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockCaseFor } from '../cases';
import { settleCase } from '../deadlines';
import { askAfterAttempt } from '../police-tasks/keep-police-tasks';
import { cancelMessagesOf } from '../person-messages/cancel-messages-of';
import { reachLinked } from '../stop-contact/reach-linked';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { askForCheck } from './ask-for-check';
import { eventsOfAttempt } from './attempt-events';
import { endCallBack } from './end-call-back';
import { standAfterAttempts } from './stand-after-attempts';

export interface ContactAttemptInput {
  readonly caseId: CaseId;
  readonly routeId: RouteId | null;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly happenedAt: Instant;
  /**
   * What is noted after a conversation. Without it the attempt is saved all the same, counts as reached and not as
   * spoken with, and waits for `FollowUpConversation`.
   */
  readonly conversation?: Conversation | null;
}

export type ContactAttemptOutcome =
  | {
      readonly kind: 'recorded';
      readonly attemptId: AttemptId;
      readonly caseId: CaseId;
      readonly flag: string | null;
      /** True when a colleague must confirm the late entry before it counts. */
      readonly waitsForCheck: boolean;
      /** True when it must still be said how the person was known, and what they were given. */
      readonly waitsForFollowUp: boolean;
      readonly route: AttemptRecorded['route'];
    }
  | NotFound
  | Refused<AttemptRefusal | 'unknown-route' | 'no-conversation'>;

/**
 * One attempt to reach a person, whatever came of it. Saved with it: both limbs judged anew, the route suspended
 * when somebody else answered, the case's place on the board, what the referrer may know, and the journal.
 */
export class RecordContactAttempt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: ContactAttemptInput,
    repeatable: Repeatable,
  ): Promise<Once<ContactAttemptOutcome>> {
    return this.unitOfWork.once<ContactAttemptOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    input: ContactAttemptInput,
  ): Promise<ContactAttemptOutcome> {
    const caseFile = await lockCaseFor(tx, 'record-attempt', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const { routeId, channel, outcome, happenedAt, conversation = null } = input;
    if (routeId !== null && !card.routes.some(({ id }) => id === routeId)) return refuse('unknown-route');
    if (conversation !== null && !isConversation(outcome)) return refuse('no-conversation');
    const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
    const report = await tx.referrals.reportOf(caseFile.referralId);
    const recorded = recordAttempt({
      attempt: { ...input, id: this.ids.next<AttemptId>(), identity: proofOf(conversation) },
      reportedAt: report.reportedAt,
      caseOpen: caseFile.closedAt === null,
      dueInstants: deadlines.map(({ dueAt }) => dueAt),
      gate: routeId === null ? { kind: 'may' } : mayContact({ card, routeId, channel, now: happenedAt }),
      othersMayAnswer: routeId !== null && (await tx.safeContact.othersMayAnswer(routeId)),
      now: momentOfAct(tx.now, deadlines),
    });
    if (recorded.kind === 'refused') return recorded;

    const attempt = attemptRecord({ actor, input, recorded, caseFile });
    await tx.attempts.insert(attempt);
    await tx.claims.release(caseFile.id);
    if (conversation !== null) await tx.followUps.insert(followUpRecord(attempt, conversation));
    const { personId } = caseFile;
    const cardAfter = await this.changeRoute(tx, { card, personId, routeId, recorded });
    const attempts = await tx.attempts.ofCase(caseFile.id);
    const settled = await settleCase(tx, { caseFile, deadlines, attempts, card: cardAfter });
    const contactState = stateAfter(caseFile, { attempt, route: recorded.route });
    await standAfterAttempts(tx, { caseFile, contactState, attempts, settled, card: cardAfter });
    if (attempt.confirmation === 'waiting') await askForCheck(tx, { id: this.ids.next(), attempt, caseFile });
    await tx.journal.append(eventsOfAttempt(attempt, recorded));
    await endCallBack(tx, attempt);
    await askAfterAttempt(tx, { ids: this.ids, caseFile, card: cardAfter, outcome });
    return {
      kind: 'recorded',
      attemptId: attempt.id,
      caseId: caseFile.id,
      flag: recorded.flag,
      waitsForCheck: attempt.confirmation === 'waiting',
      waitsForFollowUp: isConversation(outcome) && conversation === null,
      route: recorded.route,
    };
  }

  private async changeRoute(
    tx: Transaction,
    {
      card,
      personId,
      routeId,
      recorded,
    }: { card: SafeContactCard; personId: PersonId; routeId: RouteId | null; recorded: AttemptRecorded },
  ): Promise<SafeContactCard> {
    if (routeId === null || recorded.route === 'keep') return card;
    const state = recorded.route === 'suspend' ? 'suspended' : 'quarantined';
    await tx.safeContact.changeRoute({ routeId, state, at: tx.now });
    await cancelMessagesOf(tx, { personId, because: `route-${state}`, routeId });
    await reachLinked(tx, (linked) => linked.holdRoutes(routeId));
    return {
      ...card,
      routes: card.routes.map((route) => (route.id === routeId ? { ...route, state } : route)),
    };
  }
}

/** An answerer whom the card lists makes nothing unsafe: it was a try like any other. */
function stateAfter(
  { contactState }: CaseRecord,
  { attempt, route }: { attempt: AttemptRecord; route: AttemptRecorded['route'] },
): CaseRecord['contactState'] {
  const listed = attempt.outcome === 'someone-else-answered' && attempt.routeId !== null && route === 'keep';
  const event = listed ? 'try' : contactEventOf(attempt.outcome, attempt.rung);
  return nextState(contactMachine, { state: contactState, event }) ?? contactState;
}

function attemptRecord(options: {
  actor: StaffActor;
  input: ContactAttemptInput;
  recorded: AttemptRecorded;
  caseFile: CaseRecord;
}): AttemptRecord {
  const { actor, input, recorded, caseFile } = options;
  return {
    ...recorded.attempt,
    caseId: caseFile.id,
    handlingAgencyId: caseFile.handlingAgencyId,
    routeId: input.routeId,
    channel: input.channel,
    outcome: input.outcome,
    recordedBy: actor.userId,
    flag: recorded.flag,
    identityBy: proofOf(input.conversation ?? null),
    identityAt: recorded.attempt.identityAt ?? null,
  };
}

function followUpRecord(attempt: AttemptRecord, { identity, elements }: Conversation) {
  const { id: attemptId, caseId, handlingAgencyId, recordedBy, recordedAt } = attempt;
  return { attemptId, caseId, handlingAgencyId, identity, elements, recordedBy, recordedAt };
}
