import { ofSpells, type CaseloadFact } from './caseload-fact';
import type { CellKey, RollupDimension } from './cell';
import type { NeedFact } from './need-fact';
import type { OutcomeFact } from './outcome-fact';
import type { StayingFact } from './staying-fact';

/** Something of a case that is followed to its end, and counted by where it stands. */
export type StrandFact = NeedFact | OutcomeFact | CaseloadFact | StayingFact;
export type StrandKind = StrandFact['kind'];

/** Every cell that one strand counts in. */
export function ofStrand(strand: StrandFact): readonly CellKey[] {
  if (strand.kind === 'caseload') return ofSpells(strand);
  const { kind, value, state, monthOn } = strand;
  return CUTS[kind](value).map((cut) => ({ measure: kind, ...cut, monthOn, limb: '', bucket: state }));
}

interface Cut {
  readonly dimension: RollupDimension;
  readonly value: string;
}

const CUTS: Readonly<Record<Exclude<StrandKind, 'caseload'>, (value: string) => readonly Cut[]>> = {
  need: (value) => [
    { dimension: 'county', value: 'all' },
    { dimension: 'service', value },
  ],
  outcome: (value) => [{ dimension: 'question', value }],
  staying: (value) => [{ dimension: 'adviser', value }],
};
