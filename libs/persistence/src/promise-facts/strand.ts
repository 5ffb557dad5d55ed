import { isoOf, type Instant, type StrandFact } from '#libs/domain';
import type { JournalEntry } from '../journal-tail';

/** What the strands of a case hear of a journal event. */
export type StrandTold = Pick<JournalEntry, 'subject' | 'type' | 'payload' | 'happenedAt' | 'reason'>;

/** One strand as it is now, in the place of the one of its kind and id, or as a new one. */
export function withStrand(strands: readonly StrandFact[], next: StrandFact): readonly StrandFact[] {
  const held = strands.findIndex(({ kind, id }) => kind === next.kind && id === next.id);
  return held === -1 ? [...strands, next] : strands.with(held, next);
}

/** First day of the month of an instant, in UTC. */
export function monthOf(at: Instant): string {
  return `${isoOf(at).slice(0, 7)}-01`;
}
