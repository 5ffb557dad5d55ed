import type { CaseId, PersonId, RouteId, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { SealedRecord, Transaction, UnitOfWork, Vault } from '../ports';
import { wordsIn } from './seal-words';

export const WORDS = ['code', 'stop'] as const;
export type Word = (typeof WORDS)[number];

/** What on a card is shown one at a time: a word, the name of the third person, or an address. */
export type Revealing =
  | { readonly what: 'word'; readonly word: Word }
  | { readonly what: 'third-party' }
  | { readonly what: 'address'; readonly routeId: RouteId };

export type WordRevealed =
  /** Null when none was agreed. */
  { readonly kind: 'revealed'; readonly text: string | null } | NotFound | Refused<'unreadable'>;

const ACCESSES = { code: 'code-word', stop: 'stop-word' } as const;

/**
 * Shows one sealed thing of a card, and nothing beside it. Each showing is an access row of its own, committed before
 * the page leaves (P8): who looked at a code word is somebody who may say it.
 */
export class RevealWord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    { caseId, basis = 'call', ...rest }: { caseId: CaseId; basis?: 'call' | 'card' } & Revealing,
  ): Promise<WordRevealed> {
    const revealing: Revealing = rest;
    const found = await this.unitOfWork.run(actor, (tx) => find(tx, { caseId, basis, revealing }));
    if (found === null) return NOT_FOUND;
    const subject = await this.vault.of(found.personId);
    if (subject.kind === 'unreadable') return refuse('unreadable');
    const { vault } = subject;
    if (revealing.what === 'address') {
      const place = { recordId: revealing.routeId, kind: 'contact-route' } as const;
      const record = found.sealed.find(({ kind }) => kind === place.kind);
      const route = record ? vault.open(place, record.sealed) : null;
      return route === null ? refuse('unreadable') : { kind: 'revealed', text: route.value };
    }
    const words = wordsIn(vault, found.personId, found.sealed);
    if (revealing.what === 'third-party') return { kind: 'revealed', text: words.thirdPartyName ?? null };
    return { kind: 'revealed', text: (revealing.word === 'code' ? words.codeWord : words.stopWord) ?? null };
  }
}

/** Null for a case or an address that is not there for this actor. The row is written before anything is opened. */
async function find(
  tx: Transaction,
  { caseId, basis, revealing }: { caseId: CaseId; basis: string; revealing: Revealing },
): Promise<{ readonly personId: PersonId; readonly sealed: readonly SealedRecord[] } | null> {
  const caseFile = await findCaseFor(tx, 'reveal-word', caseId);
  if (caseFile === null) return null;
  const { personId } = caseFile;
  const recordId = revealing.what === 'address' ? revealing.routeId : personId;
  if (revealing.what === 'address') {
    const { routes } = await tx.safeContact.cardOf(personId);
    if (!routes.some(({ id, kind }) => id === recordId && kind === 'address')) return null;
  }
  await tx.accessLog.record([{ personId, caseId, what: accessOf(revealing), basis }]);
  return { personId, sealed: await tx.safeContact.sealedOf(personId, [recordId]) };
}

function accessOf(revealing: Revealing) {
  switch (revealing.what) {
    case 'word':
      return ACCESSES[revealing.word];
    case 'third-party':
      return 'safe-contact-words';
    case 'address':
      return 'contact-route';
  }
}
