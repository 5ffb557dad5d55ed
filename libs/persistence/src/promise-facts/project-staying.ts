import {
  stayingOf,
  type CaseId,
  type PathwayFact,
  type Position,
  type SaidPosition,
  type StayingFact,
  type StrandFact,
} from '#libs/domain';
import { PayloadReader } from './payload-reader';
import { withStrand, type StrandTold } from './strand';

/** What one event makes of who goes on with justice. `pathway` is as it is after the event. */
export function stayingAfter(
  strands: readonly StrandFact[],
  of: { readonly caseId: CaseId; readonly pathway: readonly PathwayFact[]; readonly told: StrandTold },
): readonly StrandFact[] {
  const { pathway } = of;
  return pathway
    .filter(({ kind }) => kind === 'justice')
    .reduce((all, investigation) => withStaying(all, investigation, of), strands);
}

function withStaying(
  strands: readonly StrandFact[],
  investigation: PathwayFact,
  {
    caseId,
    pathway,
    told,
  }: { readonly caseId: CaseId; readonly pathway: readonly PathwayFact[]; readonly told: StrandTold },
): readonly StrandFact[] {
  const { id, monthOn } = investigation;
  const held = strands.find((strand): strand is StayingFact => strand.kind === 'staying' && strand.id === id);
  const said = held?.evidence ?? [];
  const evidence = told.payload['trackId'] === id ? saidAfter(said, told) : said;
  const { value, state } = stayingOf(investigation, { pathway, said: evidence });
  const same =
    held?.value === value && held.state === state && held.monthOn === monthOn && evidence === held.evidence;
  return same
    ? strands
    : withStrand(strands, { id, kind: 'staying', caseId, monthOn, value, state, evidence });
}

function saidAfter(said: readonly SaidPosition[], told: StrandTold): readonly SaidPosition[] {
  const { type, subject, payload, happenedAt: at } = told;
  if (subject.kind !== 'track-position') return said;
  if (type === 'position.superseded')
    return said.map((one) => (one.id === subject.id ? { ...one, ended: true } : one));
  if (type !== 'position.recorded' && type !== 'position.corrected') return said;
  const position = new PayloadReader(type, payload).text('position') as Position;
  return [...said, { id: subject.id, position, at, ended: false }];
}
