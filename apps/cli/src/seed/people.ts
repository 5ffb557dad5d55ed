import type { ReferralInput, RouteInput } from '#libs/casework';
import {
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  type Danger,
  type Instant,
} from '#libs/domain';
import type { DistrictShares } from './district-shares';
import type { Chance } from './random';
import type { YearSettings } from './year-settings';

/** Birds, so that nobody can take one of these for a person. */
// prettier-ignore
const BIRDS = [
  'Avocet', 'Bittern', 'Crossbill', 'Dunlin', 'Egret', 'Fieldfare', 'Goldcrest', 'Harrier', 'Jackdaw', 'Kittiwake',
  'Lapwing', 'Merlin', 'Nuthatch', 'Ousel', 'Plover', 'Quail', 'Redstart', 'Siskin', 'Turnstone', 'Wheatear',
  'Yellowhammer', "O'Wren", 'Pied-Wagtail', 'Zoë Snipe', 'Brambling', 'Chiffchaff', 'Dotterel', 'Firecrest', 'Gannet',
  'Hawfinch', 'Knot', 'Linnet', 'Moorhen', 'Osprey', 'Pipit', 'Ruff', 'Skylark', 'Tern', 'Whinchat', 'Yaffle',
];

const COVERS = ['Say it is about the library survey', 'Ask when the parcel can be left', null];
const CODE_WORDS = ['lantern', 'harbour', 'marmalade', 'compass', null];
const RECENT = ['within-7-days', 'within-21-days', 'within-12-months', 'unknown'] as const;
const DOMESTIC = ['partner', 'ex-partner', 'family'] as const;
const OTHERS = RELATIONSHIPS.filter((one) => !DOMESTIC.some((domestic) => domestic === one));

export interface PersonWishes {
  readonly reportedAt: Instant;
  readonly withoutNumber: boolean;
  /** Null: as often as the settings say. */
  readonly danger: boolean | null;
}

/**
 * An invented person's referral by the police. Names look invented, numbers come from the drama ranges, crime numbers
 * from a force that does not exist.
 */
export function inventedReferral(
  { chance, settings, districts }: { chance: Chance; settings: YearSettings; districts: DistrictShares },
  { reportedAt, withoutNumber, danger }: PersonWishes,
  serial: number,
): ReferralInput {
  const { shares } = settings;
  const likely = (share: number): boolean => chance.next() < share;
  const bird = chance.pick(BIRDS);
  const years = Math.round(likely(shares.under18) ? chance.between(12, 17) : 18 + 50 * chance.next() ** 1.7);
  const acute = likely(shares.forensicWindow);
  const whenBand = acute
    ? 'within-72-hours'
    : likely(shares.overAYear / (1 - shares.forensicWindow))
      ? 'over-12-months'
      : chance.pick(RECENT);
  const inDanger = danger ?? likely(shares.danger);
  const dangers: readonly Danger[] = [
    ...(acute ? (['forensic-window-open'] as const) : []),
    ...(inDanger ? [chance.pick(DANGERS.filter((one) => one !== 'forensic-window-open'))] : []),
  ];
  return {
    source: 'police',
    receivedVia: 'form',
    reportedAt,
    receivedAt: null,
    lateReason: null,
    agreement: likely(shares.notAskedYet) ? 'not-asked-yet' : 'agreed',
    dangers,
    district: chance.weighted(districts),
    nameToAskFor: `Sample ${bird}`,
    fullName: likely(0.5) ? `Sample Invented ${bird}` : null,
    age: { kind: 'years', years },
    languageNeed: likely(shares.interpreter) ? chance.pick(LANGUAGE_NEEDS.slice(1)) : 'none',
    route: withoutNumber ? null : inventedRoute(chance),
    alternative: withoutNumber ? { kind: 'safe-place', by: null } : null,
    safeTimes: likely(0.7) ? [] : [chance.pick(SAFE_TIMES)],
    sayIfOtherAnswers: chance.pick(COVERS),
    codeWord: chance.pick(CODE_WORDS),
    offenceGroup: chance.weighted(OFFENCES),
    whenBand: WHEN_BANDS.find((band) => band === whenBand) ?? 'unknown',
    relationship: chance.pick(likely(shares.domestic) ? DOMESTIC : OTHERS),
    suspectAccess: likely(0.3) ? [chance.pick(SUSPECT_ACCESS)] : [],
    crimeReference: likely(0.9) ? `ZZ/${String(serial).padStart(6, '0')}/00` : null,
    phonedBy: null,
    referrer: null,
  };
}

/** Rape and sexual assault first; the rest of the list thins out. */
const OFFENCES = OFFENCE_GROUPS.map((group, index) => [12 / (index + 1), group] as const);

/** Ofcom keeps 07700 900000 to 900999 and 01632 960000 to 960999 for drama. */
export function inventedRoute(chance: Chance): RouteInput {
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
