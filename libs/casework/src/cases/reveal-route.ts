import { mayContact, type CaseId, type ContactDecision, type RouteId, type StaffActor } from '#libs/domain';
import type { Sealable, UnitOfWork, Vault } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { findCaseFor } from './case-access';

export type RouteRevealed =
  | {
      readonly kind: 'revealed';
      readonly route: Sealable['contact-route'];
      readonly words: Sealable['safe-contact-words'];
      readonly identity: Sealable['identity'];
    }
  | NotFound
  | Refused<Extract<ContactDecision, { kind: 'may-not' }>['reason'] | 'unreadable'>;

/**
 * Shows one number with the words that go with it and the name to ask for. Each reveal is three access rows,
 * committed first; a route that is suspended or quarantined, or a time that is not safe, is refused with the reason
 * (P5, P8).
 */
export class RevealRoute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, request: { caseId: CaseId; routeId: RouteId }): Promise<RouteRevealed> {
    const { caseId, routeId } = request;
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'reveal-route', caseId);
      if (caseFile === null) return NOT_FOUND;
      const { personId } = caseFile;
      const card = await tx.safeContact.cardOf(personId);
      const gate = mayContact({ card, routeId, channel: 'call', now: tx.now });
      if (gate.kind === 'may-not') return gate.reason === 'unknown-route' ? NOT_FOUND : refuse(gate.reason);
      await tx.accessLog.record([
        { personId, caseId, what: 'identity', basis: 'call' },
        { personId, caseId, what: 'contact-route', basis: 'call' },
        { personId, caseId, what: 'safe-contact-words', basis: 'call' },
      ]);
      return {
        kind: 'found' as const,
        personId,
        sealed: await tx.safeContact.sealedOf(personId, [personId, routeId]),
      };
    });
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
    const route = open(routeId, 'contact-route');
    const words = open(found.personId, 'safe-contact-words');
    const identity = open(found.personId, 'identity');
    if (route === null || words === null || identity === null) return refuse('unreadable');
    return { kind: 'revealed', route, words, identity };
  }
}
