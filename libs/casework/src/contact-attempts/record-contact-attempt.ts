import {
  contactEventOf,
  contactMachine,
  event,
  factsOf,
  feedbackOf,
  isoOf,
  mayContact,
  momentOfAct,
  nextState,
  recordAttempt,
  type AttemptId,
  type AttemptRecorded,
  type AttemptRefusal,
  type CaseId,
  type Channel,
  type DomainEvent,
  type Instant,
  type Outcome,
  type RouteId,
  type SafeContactCard,
  type StaffActor,
} from '#libs/domain';
import type { AttemptRecord, CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockCaseFor } from '../cases';
import { askForCheck } from './ask-for-check';
import { settleCase, type Settled } from '../deadlines';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';

export interface ContactAttemptInput {
  readonly caseId: CaseId;
  readonly routeId: RouteId | null;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly happenedAt: Instant;
}

export type ContactAttemptOutcome =
  | {
      readonly kind: 'recorded';
      readonly attemptId: AttemptId;
      readonly caseId: CaseId;
      readonly flag: string | null;
      /** True when a colleague must confirm the late entry before it counts. */
      readonly waitsForCheck: boolean;
    }
  | NotFound
  | Refused<AttemptRefusal | 'unknown-route'>;

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
    const { routeId, channel, happenedAt } = input;
    if (routeId !== null && !card.routes.some(({ id }) => id === routeId)) return refuse('unknown-route');
    const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
    const report = await tx.referrals.reportOf(caseFile.referralId);
    const recorded = recordAttempt({
      attempt: { ...input, id: this.ids.next<AttemptId>() },
      reportedAt: report.reportedAt,
      caseOpen: caseFile.closedAt === null,
      dueInstants: deadlines.map(({ dueAt }) => dueAt),
      gate: routeId === null ? { kind: 'may' } : mayContact({ card, routeId, channel, now: happenedAt }),
      now: momentOfAct(tx.now, deadlines),
    });
    if (recorded.kind === 'refused') return recorded;

    const attempt = attemptRecord({ actor, input, recorded, caseFile });
    await tx.attempts.insert(attempt);
    const cardAfter = await this.changeRoute(tx, { card, routeId, recorded });
    const attempts = await tx.attempts.ofCase(caseFile.id);
    const settled = await settleCase(tx, { caseFile, deadlines, attempts, card: cardAfter });
    await this.saveCase(tx, { caseFile, attempts, settled, card: cardAfter, outcome: input.outcome });
    if (attempt.confirmation === 'waiting') await askForCheck(tx, { id: this.ids.next(), attempt, caseFile });
    await tx.journal.append(eventsOf(attempt, recorded));
    return {
      kind: 'recorded',
      attemptId: attempt.id,
      caseId: caseFile.id,
      flag: recorded.flag,
      waitsForCheck: attempt.confirmation === 'waiting',
    };
  }

  private async changeRoute(
    tx: Transaction,
    {
      card,
      routeId,
      recorded,
    }: { card: SafeContactCard; routeId: RouteId | null; recorded: AttemptRecorded },
  ): Promise<SafeContactCard> {
    if (routeId === null || recorded.route === 'keep') return card;
    const state = recorded.route === 'suspend' ? 'suspended' : 'quarantined';
    await tx.safeContact.changeRoute({ routeId, state, at: tx.now });
    return {
      ...card,
      routes: card.routes.map((route) => (route.id === routeId ? { ...route, state } : route)),
    };
  }

  private async saveCase(
    tx: Transaction,
    options: {
      caseFile: CaseRecord;
      attempts: readonly AttemptRecord[];
      settled: Settled;
      card: SafeContactCard;
      outcome: Outcome;
    },
  ): Promise<void> {
    const { caseFile, attempts, settled, card, outcome } = options;
    const state = caseFile.contactState;
    const contactState = nextState(contactMachine, { state, event: contactEventOf(outcome) }) ?? state;
    await tx.cases.save({ ...caseFile, ...settled.standing, contactState, attempts: attempts.length });
    const feedback = feedbackOf({
      state: contactState,
      attempts: attempts.length,
      everReached: factsOf(attempts)['first-safe-reach'] !== undefined,
      routes: card.routes,
    });
    await tx.referrals.giveFeedback({ id: caseFile.referralId, feedback });
  }
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
  };
}

function eventsOf(attempt: AttemptRecord, { flag, route }: AttemptRecorded): readonly DomainEvent[] {
  const { id, caseId, channel, outcome, rung, happenedAt, confirmation, routeId } = attempt;
  const recorded = event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: 'attempt.recorded',
    happenedAt,
    payload: {
      attemptId: id,
      channel,
      outcome,
      rung,
      confirmation,
      flag,
      recordedAt: isoOf(attempt.recordedAt),
    },
  });
  if (route === 'keep' || routeId === null) return [recorded];
  const changed = event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: route === 'suspend' ? 'route.suspended' : 'route.quarantined',
    happenedAt: attempt.recordedAt,
    reason: outcome,
    payload: { routeId },
  });
  return [recorded, changed];
}
