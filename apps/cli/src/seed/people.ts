import type { ReferralInput, RouteInput } from '#libs/casework';
import {
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  type Instant,
} from '#libs/domain';
import type { Chance } from './random';

/** Birds, so that nobody can take one of these for a person. */
// prettier-ignore
const BIRDS = [
  'Avocet', 'Bittern', 'Crossbill', 'Dunlin', 'Egret', 'Fieldfare', 'Goldcrest', 'Harrier', 'Jackdaw', 'Kittiwake',
  'Lapwing', 'Merlin', 'Nuthatch', 'Ousel', 'Plover', 'Quail', 'Redstart', 'Siskin', 'Turnstone', 'Wheatear',
  'Yellowhammer', "O'Wren", 'Pied-Wagtail', 'Zoë Snipe',
];

const COVERS = ['Say it is about the library survey', 'Ask when the parcel can be left', null];
const CODE_WORDS = ['lantern', 'harbour', 'marmalade', 'compass', null];

/** An invented person's referral. Names look invented, numbers come from the drama ranges, crime numbers from none. */
export function inventedReferral(
  { chance, districts, serial }: { chance: Chance; districts: readonly string[]; serial: number },
  given: { reportedAt: Instant; withoutNumber: boolean; danger: boolean },
): ReferralInput {
  const bird = chance.pick(BIRDS);
  return {
    source: 'police',
    receivedVia: 'form',
    reportedAt: given.reportedAt,
    receivedAt: null,
    lateReason: null,
    agreement: chance.next() < 0.93 ? 'agreed' : 'not-asked-yet',
    dangers: given.danger ? [chance.pick(DANGERS)] : [],
    district: chance.pick(districts),
    nameToAskFor: `Sample ${bird}`,
    fullName: chance.next() < 0.5 ? `Sample Invented ${bird}` : null,
    age: {
      kind: 'years',
      years: Math.round(chance.next() < 0.2 ? chance.between(14, 17) : chance.between(18, 67)),
    },
    languageNeed: chance.next() < 0.94 ? 'none' : chance.pick(LANGUAGE_NEEDS),
    route: given.withoutNumber ? null : inventedRoute(chance),
    alternative: given.withoutNumber ? { kind: 'safe-place', by: null } : null,
    safeTimes: chance.next() < 0.7 ? [] : [chance.pick(SAFE_TIMES)],
    sayIfOtherAnswers: chance.pick(COVERS),
    codeWord: chance.pick(CODE_WORDS),
    offenceGroup: chance.pick(OFFENCE_GROUPS.slice(0, 7)),
    whenBand: chance.pick(WHEN_BANDS),
    relationship: chance.pick(RELATIONSHIPS),
    suspectAccess: chance.next() < 0.3 ? [chance.pick(SUSPECT_ACCESS)] : [],
    crimeReference: chance.next() < 0.6 ? `ZZ/${String(serial).padStart(6, '0')}/00` : null,
    phonedBy: null,
    referrer: null,
  };
}

/** Ofcom keeps 07700 900000 to 900999 and 01632 960000 to 960999 for drama. */
function inventedRoute(chance: Chance): RouteInput {
  const mobile = chance.next() < 0.85;
  const digits = String(Math.floor(chance.between(0, 1000))).padStart(3, '0');
  return {
    kind: mobile ? 'mobile' : 'landline',
    value: mobile ? `+447700900${digits}` : `+441632960${digits}`,
    whose: null,
    call: 'yes',
    text: mobile ? chance.pick(['yes', 'no', 'unknown'] as const) : 'no',
    voicemail: chance.pick(['yes', 'no', 'unknown'] as const),
    email: 'unknown',
  };
}
