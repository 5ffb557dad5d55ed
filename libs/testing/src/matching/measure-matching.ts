import { MATCH_POLICY, matchKeys, scoreMatch, type IdentityFacts, type MatchPolicy } from '#libs/domain';
import { SeededChance } from './chance';
import { inventPerson, writtenDown, type InventedPerson } from './invented-people';
import { writtenAgain } from './writing-errors';

export interface MatchingMeasured {
  /** Of those written down twice, how many were found. */
  readonly recall: number;
  /** Of those found, how many were the same person. */
  readonly precision: number;
  readonly askedAfter: number;
}

/**
 * Writes down `known` people, then `again` of them with errors and as many whom nobody has met, and asks for each
 * whether they are known: by the same keys and the same score as the service.
 */
export function measureMatching(options: {
  known: number;
  again: number;
  seed: number;
  policy?: MatchPolicy;
}): MatchingMeasured {
  const { known, again, seed, policy = MATCH_POLICY } = options;
  const chance = new SeededChance(seed);
  const people: InventedPerson[] = [];
  while (people.length < known) people.push(inventPerson(chance, people));
  const records = people.map(writtenDown);
  const book = bookOf(records);
  const sharedRoutes = sharedOf(records);
  const counts = { found: 0, right: 0 };
  const ask = (facts: IdentityFacts, person: number | null) => {
    const candidates = new Set(
      matchKeys(facts).flatMap(({ kind, text }) => book.get(`${kind} ${text}`) ?? []),
    );
    for (const candidate of candidates) {
      const { score } = scoreMatch(facts, records[candidate] as IdentityFacts, { policy, sharedRoutes });
      if (score < policy.likely) continue;
      counts.found += 1;
      if (candidate === person) counts.right += 1;
    }
  };
  for (let index = 0; index < again; index += 1) {
    const person = chance.below(known);
    ask(writtenAgain(chance, people[person] as InventedPerson), person);
    ask(writtenAgain(chance, inventPerson(chance, people)), null);
  }
  return { recall: counts.right / again, precision: counts.right / counts.found, askedAfter: 2 * again };
}

function bookOf(records: readonly IdentityFacts[]): ReadonlyMap<string, readonly number[]> {
  const book = new Map<string, number[]>();
  for (const [index, facts] of records.entries()) {
    for (const { kind, text } of matchKeys(facts)) {
      const at = book.get(`${kind} ${text}`) ?? [];
      at.push(index);
      book.set(`${kind} ${text}`, at);
    }
  }
  return book;
}

function sharedOf(records: readonly IdentityFacts[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const route of records.flatMap(({ routes }) => routes)) times.set(route, (times.get(route) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count > 1).map(([route]) => route));
}
