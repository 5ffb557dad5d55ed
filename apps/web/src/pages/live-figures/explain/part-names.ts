import { COMPLETENESS_TABLE, JUSTICE, REACH, REASON_NAMES } from '../live-figures.copy';

const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'misses-by-reason': REASON_NAMES,
  'attempts-to-reach': REACH.attempts,
  'justice-funnel': JUSTICE.states,
  'justice-waits': { charge: JUSTICE.charge, outcome: JUSTICE.outcome },
  completeness: COMPLETENESS_TABLE.fields,
};

/** What a part of a measure is called; its code where it has no name. */
export function partName(measure: string, part: string): string {
  return PARTS[measure]?.[part] ?? part;
}
