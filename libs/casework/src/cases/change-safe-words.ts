import {
  event,
  wordsContradict,
  type CallerId,
  type CaseId,
  type PersonId,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import type { Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { openWords, sealWords, type SafeWords } from '../safe-contact/seal-words';
import { lockCaseFor } from './case-access';
import { subjectOfCase } from './subject-of-case';

/** New words as the person gave them; what is null stays as it is. */
export interface SafeWordsInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly sayIfOtherAnswers: string | null;
  readonly codeWord: string | null;
  readonly stopWord: string | null;
  readonly callerId: CallerId | null;
  /** Who may answer which number safely; an empty list of people takes the permission back. */
  readonly answerers: { readonly routeId: RouteId; readonly who: string | null } | null;
}

export type SafeWordsOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId }
  | NotFound
  | { readonly kind: 'stale'; readonly revision: number }
  | Refused<'unknown-route' | 'unreadable' | 'nothing-to-change' | 'stop-word-is-code-word'>;

/**
 * Seals what the person agreed for the next call: cover words, code word, stop word, and who may answer. The journal
 * says which of them changed and never what they are.
 */
export class ChangeSafeWords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: SafeWordsInput,
    repeatable: Repeatable,
  ): Promise<Once<SafeWordsOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'change-safe-words', caseId });
    return unitOfWork.once<SafeWordsOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, input, sealer),
    );
  }

  private async change(
    tx: Transaction,
    input: SafeWordsInput,
    vault: SubjectVault | null,
  ): Promise<SafeWordsOutcome> {
    const caseFile = await lockCaseFor(tx, 'change-safe-words', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    if (vault === null) return refuse('unreadable');
    const { personId } = caseFile;
    const changed = changedFields(input);
    if (changed.length === 0) return refuse('nothing-to-change');
    const place = { vault, personId, recordId: personId };
    const words = wordsOf(input);
    const { codeWord, stopWord = null } = { ...(await openWords(tx, place)), ...words };
    const anew = input.codeWord !== null || input.stopWord !== null;
    if (anew && wordsContradict({ codeWord, stopWord })) return refuse('stop-word-is-code-word');
    const { answerers } = input;
    if (answerers !== null) {
      const { routes } = await tx.safeContact.cardOf(personId);
      if (!routes.some(({ id }) => id === answerers.routeId)) return refuse('unknown-route');
      await sealWords(tx, { vault, personId, recordId: answerers.routeId }, { answerers: answerers.who });
      await tx.safeContact.setOthersMayAnswer({ routeId: answerers.routeId, may: answerers.who !== null });
    }
    if (Object.keys(words).length > 0) await sealWords(tx, place, words);
    if (input.callerId !== null) await showCallerId(tx, personId, input.callerId);
    await tx.cases.save(caseFile);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: 'safe-words.changed',
        happenedAt: tx.now,
        payload: { changed, routeId: answerers?.routeId ?? null, othersMayAnswer: mayAnswer(input) },
      }),
    ]);
    return { kind: 'changed', caseId: caseFile.id };
  }
}

/** What may show of our number is a code, so it stands on the card and not among the sealed words. */
async function showCallerId(tx: Transaction, personId: PersonId, callerId: CallerId): Promise<void> {
  const card = await tx.safeContact.cardOf(personId);
  const next = { ...card, callerId, version: card.version + 1 };
  await tx.safeContact.saveVersion({ personId, card: next, part: 'caller-id', at: tx.now });
}

function wordsOf({ sayIfOtherAnswers, codeWord, stopWord }: SafeWordsInput): Partial<SafeWords> {
  return {
    ...(sayIfOtherAnswers !== null && { sayIfOtherAnswers }),
    ...(codeWord !== null && { codeWord }),
    ...(stopWord !== null && { stopWord }),
  };
}

function changedFields(input: SafeWordsInput): readonly string[] {
  const { sayIfOtherAnswers, codeWord, stopWord, callerId, answerers } = input;
  const fields = { sayIfOtherAnswers, codeWord, stopWord, callerId, answerers };
  return Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [name]));
}

function mayAnswer({ answerers }: SafeWordsInput): boolean | null {
  return answerers === null ? null : answerers.who !== null;
}
