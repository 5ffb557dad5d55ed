import type { Instant } from '../time';
import type { DataClass, Purpose, Recipient } from './codes';
import type { ConsentEntry } from './ledger';

export interface ShareQuestion {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly dataClass: DataClass;
}

export type ShareRefusal = 'never-asked' | 'refused' | 'withdrawn' | 'expired' | 'giver-was-a-child';

export type ShareDecision<Entry extends ConsentEntry = ConsentEntry> =
  | { readonly kind: 'may'; readonly entry: Entry }
  | { readonly kind: 'may-not'; readonly reason: ShareRefusal; readonly entry: Entry | null };

/**
 * Whether this recipient may have this class of data for this purpose at this instant (DESIGN §6, P6). Never asked is
 * no, expired is no, and so is what a child agreed to who was taken for an adult. The latest answer counts; of two at
 * one instant no beats yes, and of two that agree the one that runs out sooner. The order of the rows says nothing.
 */
export function mayShare<Entry extends ConsentEntry>(
  ledger: readonly Entry[],
  question: ShareQuestion,
  now: Instant,
): ShareDecision<Entry> {
  const entry = ledger
    .filter((one) => isAbout(one, question) && one.recordedAt <= now)
    .reduce<Entry | null>(later, null);
  if (entry === null) return { kind: 'may-not', reason: 'never-asked', entry };
  if (entry.decision !== 'given') return { kind: 'may-not', reason: entry.decision, entry };
  if (isDoubted(entry, now)) return { kind: 'may-not', reason: 'giver-was-a-child', entry };
  const over = entry.expiresAt !== null && now >= entry.expiresAt;
  return over ? { kind: 'may-not', reason: 'expired', entry } : { kind: 'may', entry };
}

/**
 * Agreed to as an adult by somebody who turns out to have been under 16, whom nobody assessed (law.md §7: block
 * consent by a child under 16 without a competence record). It carries nothing until it is given again.
 */
function isDoubted({ doubtedAt = null }: ConsentEntry, now: Instant): boolean {
  return doubtedAt !== null && now >= doubtedAt;
}

/** Whether every class of a set may be shared; a set of none may not. */
export function mayShareAll(
  ledger: readonly ConsentEntry[],
  question: Omit<ShareQuestion, 'dataClass'> & { readonly dataClasses: readonly DataClass[] },
  now: Instant,
): boolean {
  const { dataClasses, ...rest } = question;
  return (
    dataClasses.length > 0 &&
    dataClasses.every((dataClass) => mayShare(ledger, { ...rest, dataClass }, now).kind === 'may')
  );
}

function isAbout({ recipient, purpose, dataClass }: ConsentEntry, question: ShareQuestion): boolean {
  return (
    recipient === question.recipient &&
    purpose === question.purpose &&
    (dataClass === null || dataClass === question.dataClass)
  );
}

function later<Entry extends ConsentEntry>(a: Entry | null, b: Entry): Entry {
  if (a === null || b.recordedAt > a.recordedAt) return b;
  if (b.recordedAt < a.recordedAt) return a;
  const [one, other] = [breadthOf(a), breadthOf(b)];
  const differs = one.findIndex((breadth, index) => breadth !== other[index]);
  return differs !== -1 && other[differs]! < one[differs]! ? b : a;
}

/** How much an answer allows, the weightiest number first; the smaller allows less. */
function breadthOf({ decision, expiresAt, doubtedAt = null }: ConsentEntry): readonly number[] {
  return [decision === 'given' ? 1 : 0, expiresAt ?? Infinity, doubtedAt ?? Infinity];
}
