import { event, type CaseId, type PersonId, type RouteId, type StaffActor } from '#libs/domain';
import type {
  Once,
  Repeatable,
  Sealable,
  SealedRecord,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { findCaseFor, lockCaseFor } from './case-access';

/** New words as the person gave them; what is null stays as it is. */
export interface SafeWordsInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly sayIfOtherAnswers: string | null;
  readonly codeWord: string | null;
  readonly stopWord: string | null;
  readonly callerId: 'show' | 'withhold' | null;
  /** Who may answer which number safely; an empty list of people takes the permission back. */
  readonly answerers: { readonly routeId: RouteId; readonly who: string | null } | null;
}

export type SafeWordsOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId }
  | NotFound
  | { readonly kind: 'stale'; readonly revision: number }
  | Refused<'unknown-route' | 'unreadable' | 'nothing-to-change'>;

type Words = Sealable['safe-contact-words'];
const EMPTY: Words = { sayIfOtherAnswers: null, codeWord: null };

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
    const personId = await this.unitOfWork.run(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'change-safe-words', input.caseId);
      return caseFile?.personId ?? null;
    });
    const subject = personId === null ? null : await this.vault.of(personId);
    return this.unitOfWork.once<SafeWordsOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, input, subject?.kind === 'open' ? subject.vault : null),
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
    const { answerers } = input;
    if (answerers !== null) {
      const { routes } = await tx.safeContact.cardOf(personId);
      if (!routes.some(({ id }) => id === answerers.routeId)) return refuse('unknown-route');
      await this.seal(tx, { vault, personId, recordId: answerers.routeId }, { answerers: answerers.who });
      await tx.safeContact.setOthersMayAnswer({ routeId: answerers.routeId, may: answerers.who !== null });
    }
    const words = wordsOf(input);
    if (Object.keys(words).length > 0) await this.seal(tx, { vault, personId, recordId: personId }, words);
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

  private async seal(
    tx: Transaction,
    { vault, personId, recordId }: { vault: SubjectVault; personId: PersonId; recordId: string },
    change: Partial<Words>,
  ): Promise<void> {
    const place = { recordId, kind: 'safe-contact-words' } as const;
    const old = await tx.safeContact.sealedOf(personId, [recordId]);
    const before = wordsIn(vault, place, old);
    const sealed = vault.seal(place, { ...before, ...change });
    await tx.safeContact.replaceWords({ ...place, sealed, personId, at: tx.now });
  }
}

function wordsIn(
  vault: SubjectVault,
  place: { readonly recordId: string; readonly kind: 'safe-contact-words' },
  records: readonly SealedRecord[],
): Words {
  const record = records.find(({ kind }) => kind === place.kind);
  return (record && vault.open(place, record.sealed)) ?? EMPTY;
}

function wordsOf({ sayIfOtherAnswers, codeWord, stopWord, callerId }: SafeWordsInput): Partial<Words> {
  return {
    ...(sayIfOtherAnswers !== null && { sayIfOtherAnswers }),
    ...(codeWord !== null && { codeWord }),
    ...(stopWord !== null && { stopWord }),
    ...(callerId !== null && { callerId }),
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
