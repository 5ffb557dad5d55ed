import type { Instant } from '../../time';
import type { CellKey, RollupDimension, RollupMeasure } from './cell';
import { missReasonOf, type MissReason } from './miss-reason';
import { reachStandingOf } from './not-reached';
import type { PathwayFact } from './pathway-fact';
import type { PromiseFact, PromiseStanding } from './promise-fact';
import { contactReached, type ReferralFact } from './referral-fact';
import { COUNTY_STEP, PART_STEP, spreadBucket } from './spread';
import { startValue } from './start-band';
import { ofStrand, type StrandFact } from './strand-fact';

/** A limb with where it stands, as it is counted. */
export type StandingFact = PromiseFact & PromiseStanding;

/** All that the figures hold of one referral. */
export interface FactRecord {
  readonly referral: ReferralFact;
  readonly limbs: readonly StandingFact[];
  readonly pathway: readonly PathwayFact[];
  readonly strands: readonly StrandFact[];
}

/**
 * Every cell that one referral counts in, once for each time it counts. This is the whole rule of the rollups: adding up
 * the cells of all records is the rollup, so taking away what a record counted before and adding what it counts now keeps
 * it exact whatever happened to the record.
 */
export function contributionsOf(record: FactRecord): readonly CellKey[] {
  const { referral, limbs, pathway, strands } = record;
  return [
    ...limbs.flatMap((limb) => ofLimb(limb, referral)),
    ...ofCounted(record),
    ...pathway.flatMap((fact) => ofPathway(fact, referral)),
    ...strands.flatMap(ofStrand),
  ];
}

/**
 * What a change of a record takes from the cells and adds to them: the difference of its contributions, without what
 * both have of parts that are the very same value. Of a new record everything is added.
 */
export function contributionChange(
  before: FactRecord | undefined,
  after: FactRecord,
): { readonly taken: readonly CellKey[]; readonly added: readonly CellKey[] } {
  if (before === undefined) return { taken: [], added: contributionsOf(after) };
  if (before.referral !== after.referral)
    return { taken: contributionsOf(before), added: contributionsOf(after) };
  const counts = isCounted(before) !== isCounted(after);
  const partsNotIn = (one: FactRecord, other: FactRecord) => [
    ...one.limbs.filter((limb) => !other.limbs.includes(limb)).flatMap((limb) => ofLimb(limb, one.referral)),
    ...(counts ? ofCounted(one) : []),
    ...one.pathway
      .filter((fact) => !other.pathway.includes(fact))
      .flatMap((fact) => ofPathway(fact, one.referral)),
    ...one.strands.filter((strand) => !other.strands.includes(strand)).flatMap(ofStrand),
  ];
  return { taken: partsNotIn(before, after), added: partsNotIn(after, before) };
}

function ofCounted(record: FactRecord): readonly CellKey[] {
  const { monthOn } = record.referral;
  return monthOn !== null && isCounted(record) ? ofReferral(record.referral, monthOn) : [];
}

/** Whether a referral counts as one of its own: not when another tells of the same, whose case goes on and counts. */
export function isCounted({ limbs }: Pick<FactRecord, 'limbs'>): boolean {
  return !limbs.some(
    ({ state, cancelledBecause }) => state === 'cancelled' && cancelledBecause === 'duplicate',
  );
}

/** What a limb tells beside its state: how it stands with a first attempt, and the reason of a miss. */
export interface LimbReading {
  readonly firstAttempt: 'in-time' | 'late' | 'none' | 'not-yet' | null;
  readonly missReason: MissReason | null;
}

/** An attempt is measured against the same instant as the conversation. Null where it does not apply. */
export function limbReading(limb: StandingFact, referral: ReferralFact): LimbReading {
  const { state, dueAt } = limb;
  const missReason = state === 'missed' ? missReasonOf(limb, referral) : null;
  if (state === 'cancelled') return { firstAttempt: null, missReason };
  const { attemptAt } = contactReached(referral);
  if (attemptAt !== null) return { firstAttempt: attemptAt <= dueAt ? 'in-time' : 'late', missReason };
  return { firstAttempt: state === 'open' ? 'not-yet' : 'none', missReason };
}

interface Counted {
  readonly measure: RollupMeasure;
  readonly bucket: string;
}

function ofLimb(limb: StandingFact, referral: ReferralFact): readonly CellKey[] {
  const { state, basis, cancelledBecause, inAdjustedTime, monthOn, source } = limb;
  const { firstAttempt, missReason } = limbReading(limb, referral);
  const decided = state === 'met' || state === 'missed';
  const counted: readonly Counted[] = [
    { measure: 'promise', bucket: state },
    ...bucketed('promise-basis', decided ? (basis ?? 'not-done') : null),
    ...bucketed('promise-cancelled', state === 'cancelled' ? (cancelledBecause ?? 'other') : null),
    ...bucketed('promise-adjusted', inAdjustedTime ? 'in-adjusted-time' : null),
    ...bucketed('promise-reason', missReason),
    ...bucketed('first-attempt', firstAttempt),
  ];
  const cut = cutsOf({ ...referral, source });
  const cells = counted.flatMap((one) => cut.map((part) => ({ ...one, ...part, monthOn, limb: limb.limb })));
  if (source !== 'police') return cells;
  const start = { dimension: 'start', value: startValue(referral), monthOn, limb: limb.limb } as const;
  return [...cells, { measure: 'promise', bucket: state, ...start }, ...rulesOf(limb)];
}

function bucketed(measure: RollupMeasure, bucket: string | null): readonly Counted[] {
  return bucket === null ? [] : [{ measure, bucket }];
}

function rulesOf(limb: StandingFact): readonly CellKey[] {
  const { binding, policyId, policyVersion, calendarId, calendarVersion, monthOn } = limb;
  const rules = [`policy ${policyId} v${policyVersion}`, `calendar ${calendarId} v${calendarVersion}`];
  return [...(binding ? ['binding'] : []), ...rules].map((bucket) => ({
    measure: 'promise-rules',
    dimension: 'county',
    value: 'all',
    monthOn,
    limb: limb.limb,
    bucket,
  }));
}

interface Cut {
  readonly dimension: RollupDimension;
  readonly value: string;
}

const COUNTY: Cut = { dimension: 'county', value: 'all' };

/** Where a referral is counted. Only the cut by source counts those that no police report began. */
function cutsOf({ source, district, centre, offenceGroup, weekday, hourBand }: ReferralFact): readonly Cut[] {
  const bySource: Cut = { dimension: 'source', value: source };
  if (source !== 'police') return [bySource];
  return [
    COUNTY,
    bySource,
    { dimension: 'district', value: district },
    { dimension: 'centre', value: centre },
    { dimension: 'offence-group', value: offenceGroup },
    { dimension: 'weekday', value: weekday },
    { dimension: 'hour-band', value: hourBand },
  ];
}

function ofReferral(referral: ReferralFact, monthOn: string): readonly CellKey[] {
  const { startedAt, submittedAt, source } = referral;
  const { rung, attemptsToReach, engagementAt, attemptAt, conversationAt } = contactReached(referral);
  const cut = cutsOf(referral);
  const counted: readonly Counted[] = [
    { measure: 'referrals', bucket: 'referred' },
    { measure: 'rung', bucket: `${rung}` },
    { measure: 'attempts-to-reach', bucket: attemptsBucket(attemptsToReach) },
    { measure: 'engagement', bucket: engagementOf(rung, engagementAt) },
  ];
  const spreads: readonly (readonly [RollupMeasure, Instant | null])[] = [
    ['handover-minutes', source === 'police' ? submittedAt : null],
    ['attempt-minutes', attemptAt],
    ['conversation-minutes', conversationAt],
  ];
  const common = { monthOn, limb: '' } as const;
  const standing = { measure: 'reach-standing', bucket: reachStandingOf(referral), ...common } as const;
  return [
    ...counted.flatMap((one) => cut.map((part) => ({ ...one, ...part, ...common }))),
    ...cut.filter(({ dimension }) => dimension === 'county').map((part) => ({ ...standing, ...part })),
    ...responseOf(referral, attemptAt).map((bucket) => ({
      measure: 'response-minutes' as const,
      ...COUNTY,
      ...common,
      bucket,
    })),
    ...spreads.flatMap(([measure, at]) => {
      if (startedAt === null || at === null) return [];
      return cut.map((part) => ({
        measure,
        ...part,
        ...common,
        bucket: minutesBucket(at - startedAt, part),
      }));
    }),
  ];
}

/** How long the first attempt took once this service knew: none of what the police took is in it. */
function responseOf({ source, submittedAt }: ReferralFact, attemptAt: Instant | null): readonly string[] {
  if (source !== 'police' || submittedAt === null || attemptAt === null) return [];
  return [minutesBucket(attemptAt - submittedAt, COUNTY)];
}

function minutesBucket(milliseconds: number, { dimension }: Cut): string {
  return `${spreadBucket(milliseconds, dimension === 'county' ? COUNTY_STEP : PART_STEP)}`;
}

function attemptsBucket(attempts: number | null): string {
  if (attempts === null) return 'not-reached';
  return attempts >= 5 ? '5+' : `${attempts}`;
}

function engagementOf(rung: number, engagementAt: Instant | null): string {
  if (engagementAt !== null) return 'engaged';
  return rung >= 4 ? 'reached-not-engaged' : 'not-reached';
}

const DAY = 24 * 60 * 60_000;

function ofPathway(fact: PathwayFact, { district }: ReferralFact): readonly CellKey[] {
  const { kind, monthOn, service, provider, startedAt, reachedAt, endedAt, state } = fact;
  const isWait = kind === 'wait';
  const cut: readonly Cut[] = isWait
    ? [COUNTY, { dimension: 'service', value: service }, { dimension: 'provider', value: provider }]
    : [COUNTY, { dimension: 'district', value: district }];
  const days = (at: Instant) => `${Math.max(0, Math.floor((at - startedAt) / DAY))}`;
  const counted: Counted[] = [{ measure: isWait ? 'wait' : 'justice', bucket: state }];
  if (reachedAt !== null)
    counted.push({ measure: isWait ? 'wait-days' : 'charge-days', bucket: days(reachedAt) });
  if (!isWait && endedAt !== null) counted.push({ measure: 'outcome-days', bucket: days(endedAt) });
  return counted.flatMap((one) => cut.map((part) => ({ ...one, ...part, monthOn, limb: '' })));
}
