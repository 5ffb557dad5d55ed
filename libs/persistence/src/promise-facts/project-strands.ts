import type { CaseId, PathwayFact, StrandFact } from '#libs/domain';
import { caseloadAfter } from './project-caseload';
import { needsAfter } from './project-needs';
import { outcomesAfter } from './project-outcomes';
import { stayingAfter } from './project-staying';
import type { StrandTold } from './strand';

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
