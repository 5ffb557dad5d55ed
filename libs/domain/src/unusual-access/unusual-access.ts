import { nameTokens } from '../matching';

/** Why a look at somebody is shown to the auditor. Each is a question to ask, never a finding. */
export const UNUSUAL_KINDS = ['own-name', 'no-work', 'many-people'] as const;
export type UnusualKind = (typeof UNUSUAL_KINDS)[number];

/** How a day of looking is judged. */
export interface UnusualAccessRule {
  readonly version: number;
  /** More different people than this, by one user on one day, are many. */
  readonly mostPeopleInADay: number;
}

/**
 * The rule of this service, to be confirmed by whoever runs it: a responder with twice the county's busiest day opens
 * about thirty people.
 */
export const UNUSUAL_ACCESS: UnusualAccessRule = { version: 1, mostPeopleInADay: 30 };

/** What one user saw of one person on one day, as far as it says who that is or how to reach them. */
export interface DayOfLooking<UserId extends string, PersonId extends string> {
  readonly actorId: UserId;
  readonly personId: PersonId;
  readonly times: number;
  /** Whether this user had anything to do with a case of the person, or looked for a reason that is kept elsewhere. */
  readonly hadWork: boolean;
}

export interface NamesOfLooking {
  readonly userName: string | null;
  readonly personNames: readonly string[];
}

export interface UnusualAccess<UserId extends string, PersonId extends string> {
  readonly kind: UnusualKind;
  readonly actorId: UserId;
  /** Null for many people. */
  readonly personId: PersonId | null;
  /** How often the person was looked at; of many people, how many they were. */
  readonly howMany: number;
}

/**
 * What of one day's looking the auditor is shown: people who share the user's last name, people with whom the user had
 * nothing to do, and users who looked at many people. `namesOf` tells the names of a pair, as far as they open.
 *
 * Example: a responder named Sample Wren who opens Sample Person Wren and does nothing in the case is shown twice, once
 * for each reason.
 */
export function unusualAccess<UserId extends string, PersonId extends string>(
  day: readonly DayOfLooking<UserId, PersonId>[],
  {
    rule,
    namesOf,
  }: {
    readonly rule: UnusualAccessRule;
    readonly namesOf: (looked: DayOfLooking<UserId, PersonId>) => NamesOfLooking;
  },
): readonly UnusualAccess<UserId, PersonId>[] {
  const pairs = day.flatMap((looked) => {
    const { actorId, personId, times } = looked;
    const found: UnusualKind[] = [];
    if (shareLastName(namesOf(looked))) found.push('own-name');
    if (!looked.hadWork) found.push('no-work');
    return found.map((kind) => ({ kind, actorId, personId, howMany: times }));
  });
  return [...pairs, ...manyPeople(day, rule)];
}

function manyPeople<UserId extends string, PersonId extends string>(
  day: readonly DayOfLooking<UserId, PersonId>[],
  { mostPeopleInADay }: UnusualAccessRule,
): readonly UnusualAccess<UserId, PersonId>[] {
  const people = new Map<UserId, Set<PersonId>>();
  for (const { actorId, personId } of day)
    people.set(actorId, (people.get(actorId) ?? new Set<PersonId>()).add(personId));
  return [...people]
    .filter(([, seen]) => seen.size > mostPeopleInADay)
    .map(([actorId, seen]) => ({
      kind: 'many-people' as const,
      actorId,
      personId: null,
      howMany: seen.size,
    }));
}

/** The last parts of the names agree, as names are compared elsewhere: without case, accents, apostrophes and titles. */
function shareLastName({ userName, personNames }: NamesOfLooking): boolean {
  const own = userName === null ? undefined : lastNameOf(userName);
  return own !== undefined && personNames.some((name) => lastNameOf(name) === own);
}

/** A single name is a first name: it says nothing about whose family somebody is of. */
function lastNameOf(name: string): string | undefined {
  const tokens = nameTokens(name);
  return tokens.length > 1 ? tokens.at(-1) : undefined;
}
