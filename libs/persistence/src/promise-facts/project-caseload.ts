import { spellsAfter, type CaseId, type CaseloadFact, type StrandFact } from '#libs/domain';
import { PayloadReader } from './payload-reader';
import { monthOf, withStrand, type StrandTold } from './strand';

/** What one event of a request makes of the caseload of the service that took it on. */
export function caseloadAfter(
  strands: readonly StrandFact[],
  caseId: CaseId,
  told: StrandTold,
): readonly StrandFact[] {
  const { subject, happenedAt: at } = told;
  const held = strands.find(
    (strand): strand is CaseloadFact => strand.kind === 'caseload' && strand.id === subject.id,
  );
  const as = standsAs(told, strands);
  if (as === null || (held === undefined && as === 'left')) return strands;
  const evidence = spellsAfter(held?.evidence ?? [], { as, at });
  if (evidence === held?.evidence) return strands;
  return withStrand(strands, {
    id: subject.id,
    kind: 'caseload',
    caseId,
    monthOn: held?.monthOn ?? monthOf(at),
    value: held?.value ?? new PayloadReader(told.type, told.payload).code('serviceId'),
    state: as,
    evidence,
  });
}

/** How the request stands from now on; null where the event changes nothing of that. */
function standsAs(told: StrandTold, strands: readonly StrandFact[]): CaseloadFact['state'] | null {
  const { type, payload, subject } = told;
  switch (type) {
    case 'service-request.accepted':
      return (payload['allocatedTo'] ?? null) === null ? 'waits' : 'adviser';
    case 'service-request.allocated':
    case 'service-request.started':
      return 'adviser';
    case 'service-request.released':
      return hasBegun(strands, subject.id) ? null : 'waits';
    case 'service-request.ended':
    case 'service-request.withdrawn':
    case 'service-request.not-wanted':
      return 'left';
    default:
      return null;
  }
}

/** Whoever is being supported is of the service's cases while another adviser is looked for. */
function hasBegun(strands: readonly StrandFact[], requestId: string): boolean {
  return strands.some(
    (strand) =>
      strand.kind === 'need' &&
      strand.evidence.some(({ id, stands }) => id === requestId && stands === 'begun'),
  );
}
