import type { Instant } from '../time';
import { factsOfCase, likelyWanted, NOTHING_ASKED, type CaseCodes } from './facts-of-case';
import type { StoredFacts } from './facts';
import type { PastRoute } from './replay';

/** What is read back of somebody who was routed, or of a case that nobody has routed yet. */
export interface PastRecord {
  readonly at: Instant;
  readonly facts: StoredFacts | null;
  readonly codes: CaseCodes | null;
  readonly reference: string | null;
}

const NOTHING_KNOWN = { told: [], barredAgencies: [], tried: [] };

/**
 * Somebody of the past as a draft is tried on them: with the facts that were kept, or, where nobody was asked, with the
 * codes of the case and what people of that age ask for most. Null for a record that has neither.
 */
export function pastRouteOf({ at, facts, codes, reference }: PastRecord): PastRoute | null {
  if (facts !== null) return { at, reference, facts: { ...facts, barredAgencies: [] } };
  if (codes === null) return null;
  const asked = { ...NOTHING_ASKED, wanted: likelyWanted(codes.ageBand) };
  return { at, reference, facts: factsOfCase(codes, { asked, context: NOTHING_KNOWN, now: at }) };
}
