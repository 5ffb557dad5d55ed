import {
  event,
  interpreterGate,
  mayContact,
  type CallerId,
  type CaseId,
  type ContactDecision,
  type PersonId,
  type RouteId,
  type StaffActor,
  type WithoutInterpreter,
} from '#libs/domain';
import type { CaseRecord, Sealable, SealedRecord, Transaction, UnitOfWork, Vault } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { findCaseFor } from './case-access';

export type RouteRevealed =
  | {
      readonly kind: 'revealed';
      readonly route: Sealable['contact-route'];
      /** What to say when somebody else answers. Code word and stop word are shown by `RevealWord`, one at a time. */
      readonly sayIfOtherAnswers: string | null;
      readonly callerId: CallerId | null;
      readonly identity: Sealable['identity'];
      /** Who else may answer this number safely, as the person said it; null when nobody is listed. */
      readonly answerers: string | null;
    }
  | NotFound
  | Refused<
      | Extract<ContactDecision, { kind: 'may-not' }>['reason']
      | 'unreadable'
      | 'interpreter-first'
      | 'agreement-first'
    >;

export interface RevealRequest {
  readonly caseId: CaseId;
  readonly routeId: RouteId;
  /** Why the call goes ahead without the interpreter whom the person needs. */
  readonly withoutInterpreter?: WithoutInterpreter | null;
}

/**
 * Shows one number with everything a caller needs beside it, in one act. Each reveal is three access rows, committed
 * first; a route that is suspended or quarantined, or a time that is not safe, is refused with the reason (P5, P8).
 */
export class RevealRoute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, request: RevealRequest): Promise<RouteRevealed> {
    const found = await this.unitOfWork.run(actor, (tx) => this.find(tx, request));
    if (found.kind !== 'found') return found;
    const subject = await this.vault.of(found.personId);
    if (subject.kind === 'unreadable') return refuse('unreadable');
    const open = <Kind extends 'identity' | 'contact-route' | 'safe-contact-words'>(
      recordId: string,
      kind: Kind,
    ) => {
      const record = found.sealed.find((sealed) => sealed.recordId === recordId && sealed.kind === kind);
      return record ? subject.vault.open({ recordId, kind }, record.sealed) : null;
    };
    const route = open(request.routeId, 'contact-route');
    const words = open(found.personId, 'safe-contact-words');
    const identity = open(found.personId, 'identity');
    if (route === null || words === null || identity === null) return refuse('unreadable');
    const answerers = open(request.routeId, 'safe-contact-words')?.answerers ?? null;
    const { sayIfOtherAnswers } = words;
    const callerId = found.callerId ?? words.callerId ?? null;
    return { kind: 'revealed', route, sayIfOtherAnswers, callerId, identity, answerers };
  }

  private async find(
    tx: Transaction,
    { caseId, routeId, withoutInterpreter = null }: RevealRequest,
  ): Promise<Found | Exclude<RouteRevealed, { kind: 'revealed' }>> {
    const caseFile = await findCaseFor(tx, 'reveal-route', caseId);
    if (caseFile === null) return NOT_FOUND;
    const { personId } = caseFile;
    const card = await tx.safeContact.cardOf(personId);
    const gate = mayContact({ card, routeId, channel: 'call', now: tx.now });
    if (gate.kind === 'may-not') return gate.reason === 'unknown-route' ? NOT_FOUND : refuse(gate.reason);
    // Sent by the police before anybody asked the person: the number has not left them (docs/decisions/0015).
    if (await tx.consents.identityWithheld(personId)) return refuse('agreement-first');
    const needed = interpreterGate({
      need: await tx.interpreters.needOf(personId),
      bookings: await tx.interpreters.ofCase(caseFile.id),
      now: tx.now,
    });
    const alone = needed === 'book-first' || needed === 'booked-for-later';
    if (alone && withoutInterpreter === null) return refuse('interpreter-first');
    await tx.accessLog.record([
      { personId, caseId, what: 'identity', basis: 'call' },
      { personId, caseId, what: 'contact-route', basis: 'call' },
      { personId, caseId, what: 'safe-contact-words', basis: 'call' },
    ]);
    if (alone) await tx.journal.append([withoutInterpreterEvent(tx, caseFile, withoutInterpreter)]);
    const sealed = await tx.safeContact.sealedOf(personId, [personId, routeId]);
    return { kind: 'found', personId, sealed, callerId: card.callerId };
  }
}

interface Found {
  readonly kind: 'found';
  readonly personId: PersonId;
  readonly sealed: readonly SealedRecord[];
  readonly callerId: CallerId | null;
}

function withoutInterpreterEvent(
  { now }: Transaction,
  { id }: CaseRecord,
  reason: WithoutInterpreter | null,
) {
  return event({
    subject: { kind: 'case', id },
    caseId: id,
    type: 'interpreter.not-used',
    happenedAt: now,
    reason,
  });
}
