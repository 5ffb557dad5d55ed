import type { ReferralInput } from '#libs/casework';
import type { PlannedCase } from './planned-case';

/** How many people are referred a second time, where so many referrals are told. */
const TWICE = 5;
/** One in so many, where few are. */
const SHARE = 1 / 9;

/** Somebody whose name nobody else bears, so that a suspect of that name is like them alone. */
export const KNOWN_AS_SUSPECT = 'Sample Corncrake';

type Change = (earlier: ReferralInput) => Partial<ReferralInput>;

/** What is written down of somebody who is referred again: never quite the same (practice §2.8). */
const AGAIN: readonly Change[] = [
  ({ nameToAskFor, age, route, crimeReference }) => ({ nameToAskFor, age, route, crimeReference }),
  ({ nameToAskFor, age, route }) => ({ nameToAskFor: misspelt(nameToAskFor), age, route }),
  ({ nameToAskFor, route }) => ({ nameToAskFor, route }),
];

/**
 * Of the newest referrals by the police, some are of people who had been referred before; one is of somebody who is
 * said to be a suspect elsewhere. Nothing else of them changes.
 */
export function withPeopleKnown(cases: readonly PlannedCase[]): readonly PlannedCase[] {
  const most = Math.min(TWICE, Math.floor(cases.length * SHARE));
  const adults = cases.filter(isPlainAdult).slice(-2 * most - 1);
  const [suspected, ...rest] = adults;
  const earlier = rest.slice(0, most);
  const changes = new Map<PlannedCase, Partial<ReferralInput>>();
  if (suspected !== undefined) changes.set(suspected, { nameToAskFor: KNOWN_AS_SUSPECT, fullName: null });
  for (const [index, later] of rest.slice(most).entries()) {
    const before = earlier[index];
    const again = AGAIN[index % AGAIN.length];
    if (before && again) changes.set(later, { fullName: null, ...again(before.input) });
  }
  return cases.map((one) => ({ ...one, input: { ...one.input, ...changes.get(one) } }));
}

function isPlainAdult({ input: { source, route, age, agreement } }: PlannedCase): boolean {
  const adult = age.kind === 'years' && age.years >= 19;
  return source === 'police' && route !== null && agreement === 'agreed' && adult;
}

/** As it is heard on the telephone. */
function misspelt(name: string): string {
  return name.replace(/.$/, (last) => last + last);
}
