import {
  mayDo,
  mayReferFrom,
  OWN_PATHWAYS,
  type OwnPathwayKind,
  type Source,
  type StaffActor,
} from '#libs/domain';
import { DOOR_WORDS, PATHWAY_DOOR_WORDS, type DoorLine, type DoorWords } from './door.copy';

/** One way in: whom a referral comes from, and what the page for it asks. */
export interface Door {
  readonly key: string;
  readonly source: Source;
  readonly words: DoorWords;
  /** The clock starts at the report to police, or when we received it. */
  readonly clock: 'reported' | 'received';
  /** Who rang or wrote, when it was not the person. */
  readonly asksWho: 'officer' | 'relative' | 'professional' | null;
  readonly asksAgreement: boolean;
  readonly needsDistrict: boolean;
  /** The number may be somebody else's, who is not safe to speak to until the person says so (practice §2.8). */
  readonly asksWhoseNumber: boolean;
}

const PROFESSIONAL = {
  clock: 'received',
  asksWho: 'professional',
  asksAgreement: true,
  needsDistrict: false,
  asksWhoseNumber: true,
} as const;

export const DOORS: readonly Door[] = [
  {
    key: 'police-by-phone',
    source: 'police',
    words: DOOR_WORDS.police,
    clock: 'reported',
    asksWho: 'officer',
    asksAgreement: true,
    needsDistrict: true,
    asksWhoseNumber: false,
  },
  {
    key: 'self',
    source: 'self',
    words: DOOR_WORDS.self,
    clock: 'received',
    asksWho: null,
    asksAgreement: false,
    needsDistrict: false,
    asksWhoseNumber: false,
  },
  { ...PROFESSIONAL, key: 'sarc', source: 'sarc', words: DOOR_WORDS.sarc, asksWhoseNumber: false },
  {
    ...PROFESSIONAL,
    key: 'parent-or-carer',
    source: 'parent-or-carer',
    words: DOOR_WORDS['parent-or-carer'],
    asksWho: 'relative',
  },
  { ...PROFESSIONAL, key: 'social-care', source: 'social-care', words: DOOR_WORDS['social-care'] },
  { ...PROFESSIONAL, key: 'school', source: 'school', words: DOOR_WORDS.school },
  { ...PROFESSIONAL, key: 'health', source: 'health', words: DOOR_WORDS.health },
  {
    ...PROFESSIONAL,
    key: 'other-professional',
    source: 'other-professional',
    words: DOOR_WORDS['other-professional'],
  },
];

/** Ways in for people whom no search by name finds; nobody is looked up before them. */
export function pathwaysFor(actor: StaffActor): readonly (DoorLine & { readonly key: OwnPathwayKind })[] {
  if (!mayDo(actor, 'open-own-pathway') || !mayReferFrom(actor, 'self')) return [];
  return OWN_PATHWAYS.map((key) => ({ key, ...PATHWAY_DOOR_WORDS[key] }));
}

/** The doors this person may open; the others are not there for them. */
export function doorsFor(actor: StaffActor): readonly Door[] {
  return DOORS.filter(({ source }) => mayReferFrom(actor, source));
}
