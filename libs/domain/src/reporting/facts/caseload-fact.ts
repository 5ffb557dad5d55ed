import { isoOf, type Instant } from '../../time';
import type { CellKey } from './cell';
import type { StrandPlace } from './strand-place';

/** On the list of a service and without anybody, or with an adviser who supports or is about to. */
export type SpellAs = 'waits' | 'adviser';

/** A time in which a request stood in one way; `to` is null while it does. */
export interface Spell {
  readonly as: SpellAs;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A request as it weighs on the service that took it on, which is its `value`. */
export interface CaseloadFact extends StrandPlace {
  readonly kind: 'caseload';
  readonly state: SpellAs | 'left';
  /** One after another, none of them at the same time. */
  readonly evidence: readonly Spell[];
}

/** The spells once a request stands in another way: the one that runs ends, and the next begins. */
export function spellsAfter(
  spells: readonly Spell[],
  { as, at }: { readonly as: CaseloadFact['state']; readonly at: Instant },
): readonly Spell[] {
  const last = spells.at(-1);
  const runs = last?.to === null ? last : undefined;
  if ((runs?.as ?? 'left') === as) return spells;
  const ended = runs === undefined ? spells : spells.with(-1, { ...runs, to: at });
  return as === 'left' ? ended : [...ended, { as, from: at, to: null }];
}

/**
 * What came to a service and left it, month by month. Added up from the first month on, those that came less those that
 * left are those that it has: so a change of today changes no month before.
 */
export function ofSpells({ value, evidence }: CaseloadFact): readonly CellKey[] {
  const cut = { measure: 'caseload', dimension: 'listed-service', value, limb: '' } as const;
  return evidence.flatMap(({ as, from, to }) => [
    { ...cut, monthOn: monthOf(from), bucket: `${as}-came` },
    ...(to === null ? [] : [{ ...cut, monthOn: monthOf(to), bucket: `${as}-left` }]),
  ]);
}

function monthOf(at: Instant): string {
  return `${isoOf(at).slice(0, 7)}-01`;
}
