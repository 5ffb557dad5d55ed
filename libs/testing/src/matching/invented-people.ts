import { ageBandOf, type IdentityFacts } from '#libs/domain';
import type { SeededChance } from './chance';

// prettier-ignore
const FIRST = [
  'Sarah', 'Emma', 'Katie', 'Elizabeth', 'Catherine', 'Thomas', 'James', 'Jennifer', 'Rebecca', 'Samantha', 'Daniel',
  'Michael', 'Charlotte', 'Nicola', 'Stephanie', 'Andrew', 'Victoria', 'Jessica', 'Abigail', 'Christopher', 'Zoë',
  'Chloé', 'Siân', 'Niamh', 'Aoife', 'Mohammed', 'Fatima', 'Aisha', 'Priya', 'Anjali', 'Agnieszka', 'Katarzyna',
  'Oluwaseun', 'Chidinma', 'Amara', 'Yasmin', 'Zainab', 'Margaret', 'Patricia', 'Dorothy', 'Frederick', 'Harriet',
  'Isabella', 'Jasmine', 'Kimberley', 'Lauren', 'Melanie', 'Nathaniel', 'Penelope', 'Rosemary', 'Theresa', 'William',
];

/** Birds and where they live, alone and together, so that no name of the model is anybody's. */
// prettier-ignore
const BIRDS = [
  'Wren', 'Avocet', 'Bittern', 'Crossbill', 'Dunlin', 'Egret', 'Fieldfare', 'Goldcrest', 'Harrier', 'Jackdaw',
  'Kittiwake', 'Lapwing', 'Merlin', 'Nuthatch', 'Ousel', 'Plover', 'Quail', 'Redstart', 'Siskin', 'Turnstone',
  'Wheatear', 'Brambling', 'Chiffchaff', 'Dotterel', 'Firecrest', 'Gannet', 'Hawfinch', 'Linnet', 'Moorhen', 'Osprey',
  'Pipit', 'Skylark', 'Tern', 'Whinchat', 'Yaffle', "O'Wren", "O'Tern", 'Pied-Wagtail', 'Mc Tern', 'Löffler-Knot',
];
const PLACES = ['', 'field', 'wood', 'mere', 'ham', 'ford', 'ley', 'worth', 'by', 'thorpe', 'brook', 'combe'];

export const SURNAMES: readonly string[] = PLACES.flatMap((place) => BIRDS.map((bird) => `${bird}${place}`));

/** Somebody as they are, before anybody writes them down. */
export interface InventedPerson {
  readonly first: string;
  readonly last: string;
  readonly bornOn: string;
  readonly number: string;
}

/** Numbers of a length that no network gives out; one in thirty is somebody else's too. */
export function inventPerson(chance: SeededChance, earlier: readonly InventedPerson[]): InventedPerson {
  const year = 2010 - Math.floor(60 * chance.next() ** 1.4);
  const shared = earlier.length > 0 && chance.happens(1 / 30) ? chance.pick(earlier) : null;
  return {
    first: chance.pickUneven(FIRST),
    last: chance.pickUneven(SURNAMES),
    bornOn: `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`,
    number: shared?.number ?? `+44770090${String(chance.below(10_000_000)).padStart(7, '0')}`,
  };
}

/** As the first to hear of them wrote them down. */
export function writtenDown({ first, last, bornOn, number }: InventedPerson): IdentityFacts {
  return {
    names: [`${first} ${last}`],
    bornOn,
    ageBand: ageBandOf(2026 - Number(bornOn.slice(0, 4))),
    routes: [number],
    crimeReference: null,
  };
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}
