import {
  coverageOn,
  EVIDENCE,
  GENDERS_SERVED,
  isUnconfirmed,
  servesAges,
  type DirectoryService,
  type Evidence,
} from '../directory';
import type { CandidateReason, RoutedCandidate } from './decision';
import type { Asked } from './reject';
import { speaks } from './reject';

/** Where the rules put a service: the place in what they prefer, and the rule that says so. */
export interface Preference {
  readonly place: number;
  readonly ruleId: string;
}

/** A candidate with everything that it is ranked by. */
export interface RankedCandidate extends RoutedCandidate {
  readonly rank: {
    readonly preferred: number;
    readonly evidence: number;
    readonly wishes: number;
    readonly full: boolean;
    readonly waiting: number;
    /** Whether it has a place in the person's own district; null where its places, or the district, are not known. */
    readonly here: boolean | null;
    readonly name: string;
  };
}

/** What speaks for a service that nothing keeps out, and what must be known of it. */
export function candidateOf(
  service: DirectoryService,
  { facts, on, load, preference }: Asked & { readonly preference: Preference | null },
): RankedCandidate {
  const { district } = facts;
  const row = district === null ? null : coverageOn(service, { district, on });
  const evidence = row?.evidence ?? null;
  const unconfirmed = evidence !== null && isUnconfirmed(evidence);
  const here = placesIn(service, district);
  const wished = wishesOf(service, { facts });
  return {
    serviceId: service.id,
    unconfirmed,
    reasons: [
      ...(preference === null ? [] : [{ code: 'preferred', ruleId: preference.ruleId } as const]),
      ...areaOf(evidence),
      ...agesOf(service, { facts }),
      ...wished.reasons,
      ...roomOf(load),
      ...(here === true ? [{ code: 'in-district' } as const] : []),
    ],
    rank: {
      preferred: preference?.place ?? Infinity,
      evidence: evidence === null ? EVIDENCE.length : EVIDENCE.indexOf(evidence),
      wishes: wished.unmet,
      full: isFull(load),
      waiting: load?.waiting ?? Infinity,
      here,
      name: service.name,
    },
  };
}

function placesIn({ locations }: DirectoryService, district: string | null): boolean | null {
  const known = locations.filter((place) => place.district !== null);
  if (district === null || known.length === 0) return null;
  return known.some((place) => place.district === district);
}

function areaOf(evidence: Evidence | null): readonly CandidateReason[] {
  if (evidence === null) return [{ code: 'district-not-known' }];
  const covers: CandidateReason = { code: 'covers-district', evidence };
  return isUnconfirmed(evidence) ? [covers, { code: 'coverage-not-confirmed', evidence }] : [covers];
}

function agesOf(service: DirectoryService, { facts }: Pick<Asked, 'facts'>): readonly CandidateReason[] {
  const served = servesAges(service.ages, facts.ageNow);
  const age: CandidateReason = { code: served === 'all' ? 'age-fits' : 'age-not-certain' };
  const everyone = GENDERS_SERVED.every((gender) => service.genders.includes(gender));
  return facts.gender === null && !everyone ? [age, { code: 'gender-not-known' }] : [age];
}

/** What the person asks for of a worker, a space, a language and access; an unmet wish ranks, and never shuts out. */
function wishesOf(
  service: DirectoryService,
  { facts }: Pick<Asked, 'facts'>,
): { readonly unmet: number; readonly reasons: readonly CandidateReason[] } {
  const { workerGender, space, languages, interpreterNeeded, access } = facts;
  const reasons: CandidateReason[] = [];
  if (workerGender !== 'any') {
    reasons.push({
      code: service.workerGenders.includes(workerGender) ? 'wanted-worker' : 'worker-not-promised',
    });
  }
  if (space === 'women-only') {
    reasons.push({ code: service.womenOnlySpace ? 'women-only-space' : 'no-women-only-space' });
  }
  if (languages.length > 0 && speaks(service, languages)) reasons.push({ code: 'own-language' });
  else if (languages.length > 0 || interpreterNeeded) reasons.push({ code: 'interpreter' });
  if (access.length > 0) reasons.push({ code: 'access-met' });
  const unmet = reasons.filter(
    ({ code }) => code === 'worker-not-promised' || code === 'no-women-only-space',
  );
  return { unmet: unmet.length, reasons };
}

/** As many as it takes, with its list still open: the next person waits there, and is not turned away. */
function isFull(load: Asked['load']): boolean {
  return load !== null && load.limit !== null && load.open >= load.limit;
}

function roomOf(load: Asked['load']): readonly CandidateReason[] {
  if (load === null) return [{ code: 'capacity-not-known' }];
  const reasons: CandidateReason[] = [{ code: 'list-open' }];
  if (isFull(load)) {
    reasons.push({ code: 'waiting-list' });
    // That nobody waits yet would read as room.
    if (load.waiting === 0) return reasons;
  } else if (load.limit !== null) reasons.push({ code: 'room', amount: load.limit - load.open });
  return [...reasons, { code: 'waiting', amount: load.waiting }];
}
