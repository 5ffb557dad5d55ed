import { matchKeys, NOTHING_KNOWN, type MatchKey } from '../matching';

/** What of two people is compared behind the wall: pairs of names, and each name with the year or day of birth. */
export const CONFLICT_KEYS = ['name-pair', 'name-year', 'name-day'] as const;
export type ConflictKeyKind = (typeof CONFLICT_KEYS)[number];

export interface ConflictKey extends MatchKey {
  readonly kind: ConflictKeyKind;
}

/**
 * The keys under which a suspect and a person of the service are compared. Numbers, addresses and crime references are
 * left out: a suspect shares them with whom they hurt.
 */
export function conflictKeys(who: {
  readonly names: readonly string[];
  readonly bornOn: string | null;
}): readonly ConflictKey[] {
  return matchKeys({ ...NOTHING_KNOWN, ...who }).filter((key): key is ConflictKey =>
    (CONFLICT_KEYS as readonly string[]).includes(key.kind),
  );
}

/**
 * Whether a suspect may be this person: both their names, and their birth wherever both are known. It is a question
 * for the duty lead and never an answer, so one unknown birth is no reason to keep quiet.
 */
export function mayBeSamePerson(compared: {
  readonly shared: readonly ConflictKeyKind[];
  readonly bothBirthsKnown: boolean;
}): boolean {
  if (!compared.shared.includes('name-pair')) return false;
  return !compared.bothBirthsKnown || compared.shared.some((kind) => kind !== 'name-pair');
}
