import type { AgeBand } from '../referral';
import type { ConsentDecision } from './codes';
import type { CompetenceBasis } from './competence';

/** Who answers: the person, a parent, somebody with legal authority, or a worker in the person's best interests. */
export const GIVERS = ['person', 'parent', 'proxy', 'best-interests'] as const;
export type Giver = (typeof GIVERS)[number];

/** What gives somebody the authority to answer for another. "They look after them" is none. */
export const AUTHORITIES = [
  'lasting-power-of-attorney',
  'court-deputy',
  'care-order',
  'other-court-order',
] as const;
export type Authority = (typeof AUTHORITIES)[number];

export type CompetenceRefusal =
  | 'under-13-needs-another'
  | 'under-16-needs-assessment'
  | 'decides-for-themselves'
  | 'authority-needed'
  | 'capacity-needs-assessment';

export interface ConsentGiven {
  readonly decision: ConsentDecision;
  readonly giver: Giver;
  readonly ageBand: AgeBand;
  /** Whether the worker has assessed this person for this decision: Gillick under 16, capacity from 16 on. */
  readonly assessed: boolean;
  readonly authority: Authority | null;
}

export type CompetenceDecision =
  | { readonly kind: 'may'; readonly basis: CompetenceBasis | null }
  | { readonly kind: 'refused'; readonly reason: CompetenceRefusal };

/**
 * On what footing this answer stands (law.md §7). Saying no needs none. From 16 on capacity is presumed, and a parent
 * does not answer any more. Between 13 and 15 a child answers once assessed for this decision. Under 13 somebody with
 * parental responsibility does, and without them there is the override. Authority is stated or there is none.
 */
export function mayConsent({
  decision,
  giver,
  ageBand,
  assessed,
  authority,
}: ConsentGiven): CompetenceDecision {
  if (decision !== 'given') return { kind: 'may', basis: null };
  const under13 = ageBand === 'under-13';
  const under16 = under13 || ageBand === '13-15';
  switch (giver) {
    case 'person':
      if (under13) return { kind: 'refused', reason: 'under-13-needs-another' };
      if (!under16) return { kind: 'may', basis: 'adult' };
      return assessed
        ? { kind: 'may', basis: 'gillick' }
        : { kind: 'refused', reason: 'under-16-needs-assessment' };
    case 'parent':
      return under16
        ? { kind: 'may', basis: 'parental-responsibility' }
        : { kind: 'refused', reason: 'decides-for-themselves' };
    case 'proxy':
      return authority === null
        ? { kind: 'refused', reason: 'authority-needed' }
        : { kind: 'may', basis: 'authority' };
    case 'best-interests':
      return under16 || !assessed
        ? { kind: 'refused', reason: 'capacity-needs-assessment' }
        : { kind: 'may', basis: 'capacity-best-interests' };
  }
}
