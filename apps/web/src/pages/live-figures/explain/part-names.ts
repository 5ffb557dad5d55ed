import { COMPLETENESS_TABLE, JUSTICE, REACH, REASON_NAMES } from '../live-figures.copy';
import { NOT_REACHED } from '../not-reached.copy';
import { OUTCOME, UNMET } from '../strands.copy';

const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'misses-by-reason': REASON_NAMES,
  'attempts-to-reach': REACH.attempts,
  'not-reachable-safely': NOT_REACHED.causes,
  'justice-funnel': JUSTICE.states,
  'justice-waits': { charge: JUSTICE.charge, outcome: JUSTICE.outcome },
  completeness: COMPLETENESS_TABLE.fields,
  'unmet-need': UNMET.parts,
  'outcome-change': OUTCOME.parts,
};

/** What a part of a measure is called; its code where it has no name. */
export function partName(measure: string, part: string): string {
  return PARTS[measure]?.[part] ?? part;
}
