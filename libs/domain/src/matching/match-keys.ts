import type { IdentityFacts } from './identity-facts';
import { nameTokens } from './name-tokens';
import { fullNamesOf } from './short-names';
import { soundsOf } from './sounds';

export const MARK_KINDS = [
  'name-pair',
  'name-year',
  'name-day',
  'birth',
  'route',
  'crime-reference',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What two records of one person have in common, before it is hashed. */
export interface MatchKey {
  readonly kind: MarkKind;
  readonly text: string;
}

/** Parts of a name beyond these bring keys that everybody shares. */
const MOST_TOKENS = 4;

/**
 * The keys under which a person is found again. No name stands alone: a name is common and its hash would be too, so
 * each is bound to another name, to the year or to the day of birth. Day and month are kept without their order. A
 * slip in one of name, birth and number leaves keys of the other two.
 */
export function matchKeys(facts: IdentityFacts): readonly MatchKey[] {
  const keys: MatchKey[] = [];
  const add = (kind: MarkKind, ...parts: readonly string[]) => keys.push({ kind, text: parts.join(' ') });
  const names = facts.names.map((name) => tokensOf(name).map(soundsOfAny));
  for (const [one, other] of names.flatMap(pairsOf)) add('name-pair', ...[one, other].toSorted());
  const birth = birthParts(facts.bornOn);
  if (birth !== null) {
    add('birth', birth.year, birth.day);
    for (const sound of names.flat(2)) {
      add('name-year', sound, birth.year);
      add('name-day', sound, birth.day);
    }
  }
  for (const route of facts.routes) add('route', route.toLowerCase());
  const crime = crimeKey(facts.crimeReference);
  if (crime !== '') add('crime-reference', crime);
  return distinct(keys);
}

/** A crime number as it is compared: letters and figures only. */
export function crimeKey(reference: string | null): string {
  return (reference ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Initials say too little to look for. */
function tokensOf(name: string): readonly string[] {
  return [...new Set(nameTokens(name))].filter((token) => token.length > 1).slice(0, MOST_TOKENS);
}

/** Each part of a name beside each other part, in every way that either may sound. */
function pairsOf(parts: readonly (readonly string[])[]): readonly (readonly [string, string])[] {
  return parts.flatMap((own, index) =>
    parts.slice(index + 1).flatMap((other) => own.flatMap((one) => other.map((two) => [one, two] as const))),
  );
}

function soundsOfAny(token: string): readonly string[] {
  const sounds = fullNamesOf(token).flatMap((name) => soundsOf(name)[0] ?? []);
  return [...new Set(sounds.length === 0 ? [token] : sounds)];
}

function birthParts(bornOn: string | null): { readonly year: string; readonly day: string } | null {
  if (bornOn === null) return null;
  const [year = '', month = '', day = ''] = bornOn.split('-');
  return { year, day: [month, day].toSorted().join('-') };
}

function distinct(keys: readonly MatchKey[]): readonly MatchKey[] {
  return [...new Map(keys.map((key) => [`${key.kind} ${key.text}`, key])).values()];
}
