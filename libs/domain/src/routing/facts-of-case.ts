import type { AccessCode, AgeRange, GenderServed, SupportKind } from '../directory';
import type { AgencyId, ServiceId } from '../ids';
import { birthSpan, oldestOn, youngestOn } from '../person/birth-span';
import type { AgeBand } from '../referral/age-band';
import type { LanguageNeed, Relationship, ReportChannel, WhenBand } from '../referral/codes';
import type { SafeguardingBody } from '../safeguarding/codes';
import { HOUR, type Instant } from '../time';
import type { ForensicAct, WantedSpace, WantedWorker } from './codes';
import type { HoursSince, RoutingFacts, StoredFacts } from './facts';
import { hoursSinceBand } from './hours-since';

/** What a case knows of itself, in codes. */
export interface CaseCodes {
  readonly ageBand: AgeBand;
  readonly ageAtIncident: AgeBand | null;
  readonly district: string | null;
  readonly channel: ReportChannel;
  /** Whether the person told the police later, by an act of their own. */
  readonly toldPolice: boolean;
  /** Whether somebody raised a domestic-abuse flag that stands. */
  readonly abuseFlagged: boolean;
  readonly reportedAt: Instant;
  readonly submittedAt: Instant;
  readonly whenBand: WhenBand;
  readonly relationship: Relationship;
  readonly languageNeed: LanguageNeed;
}

/** What whoever routes asks the person and adds. */
export interface RoutingAsked {
  readonly wanted: readonly SupportKind[];
  readonly acts: readonly ForensicAct[];
  /** How many whole hours ago it was, when somebody has said so more exactly than the referral did. */
  readonly hoursAgo: number | null;
  readonly gender: GenderServed | null;
  readonly workerGender: WantedWorker;
  readonly space: WantedSpace;
  /** BCP 47 tags besides what the referral says. */
  readonly languages: readonly string[];
  readonly access: readonly AccessCode[];
  readonly domesticAbuse: boolean;
}

export const NOTHING_ASKED: RoutingAsked = {
  wanted: [],
  acts: [],
  hoursAgo: null,
  gender: null,
  workerGender: 'any',
  space: 'any',
  languages: [],
  access: [],
  domesticAbuse: false,
};

/** What was asked for a kept answer, for asking again at a later moment about one kind more; hours go on counting. */
export function askedAgain(
  kept: { readonly facts: StoredFacts; readonly decidedAt: Instant } | null,
  { kind, now }: { readonly kind: SupportKind; readonly now: Instant },
): RoutingAsked {
  if (kept === null) return { ...NOTHING_ASKED, wanted: [kind] };
  const { wanted, acts, gender, workerGender, space, languages, access, domesticAbuse, hoursSince } =
    kept.facts;
  const exact = hoursSince?.precision === 'hour' ? hoursSince.least : null;
  return {
    wanted: wanted.includes(kind) ? wanted : [...wanted, kind],
    acts,
    hoursAgo: exact === null ? null : exact + wholeHours(kept.decidedAt, now),
    gender,
    workerGender,
    space,
    languages,
    access,
    domesticAbuse,
  };
}

/** What the service itself knows beside. */
export interface RoutingContext {
  readonly told: readonly SafeguardingBody[];
  readonly barredAgencies: readonly AgencyId[];
  readonly tried: readonly ServiceId[];
}

const SIGN_LANGUAGE = 'bfi';

/** The facts that a case is routed by, from its codes, from what the person was asked and from what the desk knows. */
export function factsOfCase(
  codes: CaseCodes,
  { asked, context, now }: { asked: RoutingAsked; context: RoutingContext; now: Instant },
): RoutingFacts {
  const { languageNeed, ageBand, ageAtIncident } = codes;
  const sign = languageNeed === 'bsl' && !asked.languages.includes(SIGN_LANGUAGE);
  const languages = sign ? [...asked.languages, SIGN_LANGUAGE] : asked.languages;
  const needsSomeone = languageNeed === 'interpreter' || languageNeed === 'other';
  return {
    ageNow: ageRangeOf(ageBand),
    ageAtIncident: ageAtIncident === null ? null : ageRangeOf(ageAtIncident),
    gender: asked.gender,
    district: codes.district,
    reported: codes.channel === 'police' || codes.toldPolice,
    told: context.told,
    acts: asked.acts,
    hoursSince: sinceOf(codes, asked.hoursAgo, now),
    wanted: asked.wanted,
    workerGender: asked.workerGender,
    space: asked.space,
    languages,
    interpreterNeeded: needsSomeone && languages.length === 0,
    access: asked.access,
    domesticAbuse: asked.domesticAbuse || codes.abuseFlagged || isDomesticAbuse(codes),
    barredAgencies: context.barredAgencies,
    tried: context.tried,
  };
}

/** Exactly said is better than the band of the referral; an hour said is still within that hour. */
function sinceOf(codes: CaseCodes, hoursAgo: number | null, now: Instant): HoursSince | null {
  if (hoursAgo !== null) return { least: hoursAgo, most: hoursAgo + 1, precision: 'hour' };
  const { whenBand: band, reportedAt, submittedAt } = codes;
  return hoursSinceBand({ band, reportedAt, submittedAt, now });
}

/** The ages of a band in whole years. */
export function ageRangeOf(band: AgeBand): AgeRange {
  const saidOn = '2000-06-15';
  const span = birthSpan({ kind: 'band', band, saidOn });
  return { least: youngestOn(span, saidOn), most: oldestOn(span, saidOn) };
}

/**
 * Whether the relationship alone speaks for domestic abuse: a partner or former partner at any age, so that nobody's
 * tasks are forgotten, and from 16 on anybody of the family (Domestic Abuse Act 2021 ss.1 and 2). A case is routed by it
 * and its pages say to ask; it raises no flag: that is for a person to do.
 */
export function isDomesticAbuse({
  relationship,
  ageBand,
}: Pick<CaseCodes, 'relationship' | 'ageBand'>): boolean {
  if (relationship === 'partner' || relationship === 'ex-partner') return true;
  return relationship === 'family' && ageRangeOf(ageBand).least >= 16;
}

/** What would be asked for where nobody has asked yet: an adviser, for a child one who works with children. */
export function likelyWanted(band: AgeBand): readonly SupportKind[] {
  return ageRangeOf(band).least < 18 ? ['child-isva'] : ['isva'];
}

/** Whole hours between two moments, never less than none. */
export function wholeHours(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / HOUR));
}
