import { isoOf, type CaseId, type Instant, type PathwayFact, type StrandFact } from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { caseloadAfter } from './project-caseload';
import { needsAfter } from './project-needs';
import { outcomesAfter } from './project-outcomes';
import { stayingAfter } from './project-staying';

export type StrandTold = Pick<JournalEntry, 'subject' | 'type' | 'payload' | 'happenedAt' | 'reason'>;

/**
 * What one journal event makes of the strands of its case: parts that it does not change stay the very same values.
 * `pathway` is what the event has made of the waits and investigations.
 */
export function projectStrands(
  strands: readonly StrandFact[],
  of: { readonly caseId: CaseId; readonly pathway: readonly PathwayFact[]; readonly told: StrandTold },
): readonly StrandFact[] {
  return stayingAfter(followed(strands, of.caseId, of.told), of);
}

function followed(strands: readonly StrandFact[], caseId: CaseId, told: StrandTold): readonly StrandFact[] {
  if (told.subject.kind === 'service-request')
    return caseloadAfter(needsAfter(strands, caseId, told), caseId, told);
  return told.subject.kind === 'outcome' ? outcomesAfter(strands, caseId, told) : strands;
}

/** One strand as it is now, in the place of the one of its kind and id, or as a new one. */
export function withStrand(strands: readonly StrandFact[], next: StrandFact): readonly StrandFact[] {
  const held = strands.findIndex(({ kind, id }) => kind === next.kind && id === next.id);
  return held === -1 ? [...strands, next] : strands.with(held, next);
}

/** First day of the month of an instant, in UTC. */
export function monthOf(at: Instant): string {
  return `${isoOf(at).slice(0, 7)}-01`;
}
