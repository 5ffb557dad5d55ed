import {
  MATCH_POLICY,
  matchKeys,
  scoreMatch,
  type IdentityFacts,
  type MatchEvidence,
  type PersonId,
} from '#libs/domain';
import type { MatchCandidate, Transaction, Vault } from '../ports';
import { openFacts } from './open-facts';

export interface FoundMatch {
  readonly candidate: MatchCandidate;
  readonly facts: IdentityFacts;
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
}

/** Marks are cut short, so most candidates are strangers: enough are opened for the one who is not to be among them. */
const MOST_CANDIDATES = 400;
/** A number in more records than this is a family's, a hostel's, or one that was handed on. */
const FEW_RECORDS = 2;

/**
 * Who in the records may be the person of these facts, surest first: candidates by their marks, opened by the service
 * and scored. Nobody sees them here: whoever shows one logs it first (P8).
 */
export async function findMatches(
  tx: Pick<Transaction, 'matches'>,
  options: {
    readonly vault: Vault;
    readonly facts: IdentityFacts;
    readonly except: PersonId | null;
    readonly atLeast: number;
    readonly most: number;
  },
): Promise<readonly FoundMatch[]> {
  const { vault, facts, except, atLeast, most } = options;
  const marks = await vault.searchMarks.of(matchKeys(facts));
  if (marks.length === 0) return [];
  const candidates = await tx.matches.candidates({ marks, except, limit: MOST_CANDIDATES });
  const opened = await openFacts(vault, candidates);
  const context = { policy: MATCH_POLICY, sharedRoutes: sharedRoutes([...opened.values()]) };
  return [...opened]
    .map(([candidate, theirs]) => ({ candidate, facts: theirs, ...scoreMatch(facts, theirs, context) }))
    .filter(({ score }) => score >= atLeast)
    .toSorted((a, b) => b.score - a.score || b.candidate.openedAt - a.candidate.openedAt)
    .slice(0, most);
}

function sharedRoutes(all: readonly IdentityFacts[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const route of all.flatMap(({ routes }) => [...new Set(routes)])) {
    times.set(route.toLowerCase(), (times.get(route.toLowerCase()) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count > FEW_RECORDS).map(([route]) => route));
}
