import { fullNamesOf, type IdentityFacts } from '#libs/domain';
import type { SeededChance } from './chance';
import { inventPerson, SURNAMES, two, writtenDown, type InventedPerson } from './invented-people';

/**
 * How often what is written down about a person differs from what they are. Assumptions on the pessimistic side: a
 * name heard on a phone, typed by somebody in a hurry, about somebody who may not want to be found.
 */
export const ERRORS = {
  shortName: 0.18,
  firstNameOnly: 0.06,
  initial: 0.03,
  anotherOrder: 0.05,
  accentsLost: 0.5,
  slip: 0.14,
  asItSounds: 0.06,
  middleName: 0.08,
  surnameChanged: 0.03,
  birthUnknown: 0.12,
  dayAndMonthSwapped: 0.04,
  figureWrong: 0.05,
  numberChanged: 0.2,
  numberUnknown: 0.06,
} as const;

/** Short forms the writer may use, by full name in lower case: the domain's own list read backwards. */
const SHORT: readonly string[] = [
  ...[
    'katie',
    'beth',
    'liz',
    'cath',
    'kate',
    'tom',
    'jim',
    'jamie',
    'jen',
    'becky',
    'sam',
    'dan',
    'mike',
    'lottie',
  ],
  ...[
    'nicky',
    'steph',
    'andy',
    'vicky',
    'jess',
    'abi',
    'chris',
    'maggie',
    'pat',
    'dot',
    'fred',
    'hattie',
    'bella',
  ],
  ...['jaz', 'kim', 'loz', 'mel', 'nat', 'penny', 'rosie', 'tess', 'bill', 'mo', 'em'],
];

const AS_IT_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/ck/, 'k'],
  [/ey$/, 'y'],
  [/ie/, 'y'],
  [/wh/, 'w'],
  [/c(?=[aou])/, 'k'],
  [/ee/, 'ea'],
  [/ll/, 'l'],
  [/s(?=[aeiou])/, 'z'],
];

/** The same person, as the next to hear of them writes them down. */
export function writtenAgain(chance: SeededChance, person: InventedPerson): IdentityFacts {
  const told = {
    ...person,
    last: chance.happens(ERRORS.surnameChanged) ? chance.pick(SURNAMES) : person.last,
  };
  const written = writtenDown(person);
  return {
    names: [nameAgain(chance, told)],
    bornOn: birthAgain(chance, person.bornOn),
    ageBand: written.ageBand,
    routes: numberAgain(chance, person),
    crimeReference: null,
  };
}

function nameAgain(chance: SeededChance, { first, last }: InventedPerson): string {
  const given = firstAgain(chance, first);
  if (chance.happens(ERRORS.firstNameOnly)) return given;
  const family = wordAgain(chance, last);
  const middle = chance.happens(ERRORS.middleName) ? ` ${chance.pick(['Jay', 'Robin', 'Rose', 'Ann'])}` : '';
  return chance.happens(ERRORS.anotherOrder) ? `${family} ${given}` : `${given}${middle} ${family}`;
}

function firstAgain(chance: SeededChance, first: string): string {
  const short = SHORT.filter((form) => fullNamesOf(form).includes(first.toLowerCase()));
  if (short.length > 0 && chance.happens(ERRORS.shortName)) return chance.pick(short);
  return chance.happens(ERRORS.initial) ? first.slice(0, 1) : wordAgain(chance, first);
}

function wordAgain(chance: SeededChance, word: string): string {
  const plain = chance.happens(ERRORS.accentsLost) ? plainOf(word) : word;
  if (chance.happens(ERRORS.slip / 2)) return slipIn(chance, plain);
  if (!chance.happens(ERRORS.asItSounds / 2)) return plain;
  const found = AS_IT_SOUNDS.find(([pattern]) => pattern.test(plain.toLowerCase()));
  return found ? plain.toLowerCase().replace(...found) : plain;
}

function plainOf(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[\p{M}']/gu, '')
    .replaceAll('-', ' ');
}

/** One letter lost, doubled, wrong, or swapped with the next. */
function slipIn(chance: SeededChance, word: string): string {
  const at = 1 + chance.below(Math.max(1, word.length - 2));
  const [before, letter, rest] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  switch (chance.below(4)) {
    case 0:
      return before + rest;
    case 1:
      return before + letter + letter + rest;
    case 2:
      return before + chance.pick([...'aeiourstnl']) + rest;
    default:
      return before + rest.slice(0, 1) + letter + rest.slice(1);
  }
}

function birthAgain(chance: SeededChance, bornOn: string): string | null {
  if (chance.happens(ERRORS.birthUnknown)) return null;
  const [year = '', month = '', day = ''] = bornOn.split('-');
  if (Number(day) <= 12 && chance.happens(ERRORS.dayAndMonthSwapped)) return `${year}-${day}-${month}`;
  if (!chance.happens(ERRORS.figureWrong)) return bornOn;
  if (chance.happens(0.5)) return `${year}-${month}-${two(1 + (Number(day) % 28))}`;
  return `${Number(year) + chance.pick([-1, 1, 10, -10])}-${month}-${day}`;
}

function numberAgain(chance: SeededChance, { number }: InventedPerson): readonly string[] {
  if (chance.happens(ERRORS.numberUnknown)) return [];
  return chance.happens(ERRORS.numberChanged) ? [inventPerson(chance, []).number] : [number];
}
