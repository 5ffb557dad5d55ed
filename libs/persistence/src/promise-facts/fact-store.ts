import {
  contactReached,
  isCounted,
  isoOf,
  limbReading,
  type AttemptEvidence,
  type CaseId,
  type ExceptionEvidence,
  type FactRecord,
  type PathwayFact,
  type ReferralFact,
  type StandingFact,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, isoOrNull, maybeInstantOf } from '../columns';
import type { Side } from './figure-build';
import { saveStrandFacts, strandFacts } from './strand-store';

/** What the figures hold of these cases, on one side. Cases of which they hold nothing are not in it. */
export async function factRecords(
  manager: EntityManager,
  { side, caseIds }: { readonly side: Side; readonly caseIds: readonly CaseId[] },
): Promise<Map<CaseId, FactRecord>> {
  const about = [side, caseIds];
  const referrals = await manager.query<RawReferral[]>(REFERRALS, about);
  const limbs = await manager.query<(RawLimb & { caseId: CaseId })[]>(LIMBS, about);
  const pathway = await manager.query<RawPathway[]>(PATHWAY, about);
  const limbsOf = byCase(limbs);
  const pathwayOf = byCase(pathway);
  const strandsOf = byCase(await strandFacts(manager, { side, caseIds }));
  return new Map(
    referrals.map((row) => [
      row.caseId,
      {
        referral: referralOf(row),
        limbs: (limbsOf.get(row.caseId) ?? []).map(limbOf),
        pathway: (pathwayOf.get(row.caseId) ?? []).map(pathwayFactOf),
        strands: strandsOf.get(row.caseId) ?? [],
      },
    ]),
  );
}

function byCase<Row extends { readonly caseId: CaseId }>(rows: readonly Row[]): ReadonlyMap<CaseId, Row[]> {
  const grouped = new Map<CaseId, Row[]>();
  for (const row of rows) {
    const held = grouped.get(row.caseId);
    if (held) held.push(row);
    else grouped.set(row.caseId, [row]);
  }
  return grouped;
}

/** A record as it now stands, and as it is kept; undefined of a new one. */
export interface ChangedRecord {
  readonly before: FactRecord | undefined;
  readonly record: FactRecord;
}

/** Keeps what changed of records. Nothing is ever taken out of a record. */
export async function saveFactRecords(
  manager: EntityManager,
  side: Side,
  changes: readonly ChangedRecord[],
): Promise<void> {
  const referrals = changes
    .filter(({ before, record }) => rereads(before, record))
    .map(({ record }) => referralRow(record));
  if (referrals.length > 0) await manager.query(SAVE_REFERRALS, [side, JSON.stringify(referrals)]);
  const limbs = changes.flatMap(({ before, record }) =>
    record.limbs
      .filter((limb) => before?.referral !== record.referral || !before.limbs.includes(limb))
      .map((limb) => limbRow(limb, record)),
  );
  if (limbs.length > 0) await manager.query(SAVE_LIMBS, [side, JSON.stringify(limbs)]);
  const pathway = changes.flatMap(({ before, record }) =>
    record.pathway.filter((fact) => before?.pathway.includes(fact) !== true).map(pathwayRow),
  );
  if (pathway.length > 0) await manager.query(SAVE_PATHWAY, [side, JSON.stringify(pathway)]);
  const strands = changes.flatMap(({ before, record }) =>
    record.strands.filter((strand) => before?.strands.includes(strand) !== true),
  );
  await saveStrandFacts(manager, side, strands);
}

/** Whether the row of a referral is another: it also says whether its limbs let it count. */
function rereads(before: FactRecord | undefined, record: FactRecord): boolean {
  return before?.referral !== record.referral || isCounted(before) !== isCounted(record);
}

const REFERRALS = `
  select case_id as "caseId", referral_id as "referralId", month_on::text as "monthOn", source, district,
    offence_group as "offenceGroup", centre, weekday, hour_band as "hourBand", started_at as "startedAt",
    submitted_at as "submittedAt", agreement, session_at as "sessionAt", attempts, exceptions
  from report.referral_fact where side = $1 and case_id = any($2::uuid[])`;

const LIMBS = `
  select case_id as "caseId", deadline_id as "deadlineId", referral_id as "referralId", month_on::text as "monthOn",
    source, limb, binding, policy_id as "policyId", policy_version as "policyVersion", calendar_id as "calendarId",
    calendar_version as "calendarVersion", due_at as "dueAt", adjusted_due_at as "adjustedDueAt", met_at as "metAt",
    basis, cancelled, cancelled_because as "cancelledBecause", state, in_adjusted_time as "inAdjustedTime",
    turns_at as "turnsAt"
  from report.promise_fact where side = $1 and case_id = any($2::uuid[])`;

const PATHWAY = `
  select fact_id as id, kind, case_id as "caseId", month_on::text as "monthOn", service, provider,
    started_at as "startedAt", reached_at as "reachedAt", ended_at as "endedAt", state
  from report.pathway_fact where side = $1 and case_id = any($2::uuid[])`;

const SAVE_REFERRALS = `
  insert into report.referral_fact (side, case_id, referral_id, month_on, source, district, offence_group, centre,
    weekday, hour_band, started_at, submitted_at, agreement, session_at, attempts, exceptions, attempt_at, reach_at,
    conversation_at, engagement_at, rung, attempts_to_reach, counted)
  select $1, x.* from jsonb_to_recordset($2::jsonb) as x(case_id uuid, referral_id uuid, month_on date, source text,
    district text, offence_group text, centre text, weekday text, hour_band text, started_at timestamptz,
    submitted_at timestamptz, agreement text, session_at timestamptz, attempts jsonb, exceptions jsonb,
    attempt_at timestamptz, reach_at timestamptz, conversation_at timestamptz, engagement_at timestamptz,
    rung smallint, attempts_to_reach integer, counted boolean)
  on conflict (side, case_id) do update set referral_id = excluded.referral_id, month_on = excluded.month_on,
    source = excluded.source, district = excluded.district, offence_group = excluded.offence_group,
    centre = excluded.centre, weekday = excluded.weekday, hour_band = excluded.hour_band,
    started_at = excluded.started_at, submitted_at = excluded.submitted_at, agreement = excluded.agreement,
    session_at = excluded.session_at, attempts = excluded.attempts, exceptions = excluded.exceptions,
    attempt_at = excluded.attempt_at, reach_at = excluded.reach_at, conversation_at = excluded.conversation_at,
    engagement_at = excluded.engagement_at, rung = excluded.rung, attempts_to_reach = excluded.attempts_to_reach,
    counted = excluded.counted`;

const SAVE_LIMBS = `
  insert into report.promise_fact (side, deadline_id, case_id, referral_id, month_on, source, limb, binding, policy_id,
    policy_version, calendar_id, calendar_version, due_at, adjusted_due_at, met_at, basis, cancelled, cancelled_because,
    state, in_adjusted_time, turns_at, first_attempt, miss_reason)
  select $1, x.* from jsonb_to_recordset($2::jsonb) as x(deadline_id uuid, case_id uuid, referral_id uuid,
    month_on date, source text, limb text, binding boolean, policy_id text, policy_version integer, calendar_id text,
    calendar_version integer, due_at timestamptz, adjusted_due_at timestamptz, met_at timestamptz, basis text,
    cancelled boolean, cancelled_because text, state text, in_adjusted_time boolean, turns_at timestamptz,
    first_attempt text, miss_reason text)
  on conflict (side, deadline_id) do update set month_on = excluded.month_on, due_at = excluded.due_at,
    adjusted_due_at = excluded.adjusted_due_at, met_at = excluded.met_at, basis = excluded.basis,
    cancelled = excluded.cancelled, cancelled_because = excluded.cancelled_because, state = excluded.state,
    in_adjusted_time = excluded.in_adjusted_time, turns_at = excluded.turns_at,
    first_attempt = excluded.first_attempt, miss_reason = excluded.miss_reason`;

const SAVE_PATHWAY = `
  insert into report.pathway_fact (side, fact_id, kind, case_id, month_on, service, provider, started_at, reached_at,
    ended_at, state)
  select $1, x.* from jsonb_to_recordset($2::jsonb) as x(fact_id uuid, kind text, case_id uuid, month_on date,
    service text, provider text, started_at timestamptz, reached_at timestamptz, ended_at timestamptz, state text)
  on conflict (side, fact_id) do update set month_on = excluded.month_on, service = excluded.service,
    provider = excluded.provider, started_at = excluded.started_at, reached_at = excluded.reached_at,
    ended_at = excluded.ended_at, state = excluded.state`;

type Moments = 'startedAt' | 'submittedAt' | 'sessionAt';
/** Stops are kept among the exceptions, each marked as one. */
type RawReferral = Omit<ReferralFact, Moments | 'attempts' | 'exceptions' | 'stops'> &
  Readonly<Record<Moments, Date | null>> & {
    readonly attempts: readonly (Omit<AttemptEvidence, 'happenedAt'> & { readonly at: string })[];
    readonly exceptions: readonly (Omit<ExceptionEvidence, 'from'> & {
      readonly at: string;
      readonly stop?: true;
    })[];
  };

function referralOf(row: RawReferral): ReferralFact {
  return {
    ...row,
    startedAt: maybeInstantOf(row.startedAt),
    submittedAt: maybeInstantOf(row.submittedAt),
    sessionAt: maybeInstantOf(row.sessionAt),
    attempts: row.attempts.map(({ at, ...rest }) => ({ ...rest, happenedAt: instantOf(at) })),
    exceptions: row.exceptions.filter(({ stop }) => stop !== true).map(evidenceOf),
    stops: row.exceptions.filter(({ stop }) => stop === true).map(evidenceOf),
  };
}

function evidenceOf({ id, reason, at, standing }: RawReferral['exceptions'][number]): ExceptionEvidence {
  return { id, reason, from: instantOf(at), standing };
}

function referralRow(record: FactRecord) {
  const { referral } = record;
  const reached = contactReached(referral);
  return {
    case_id: referral.caseId,
    referral_id: referral.referralId,
    month_on: referral.monthOn,
    source: referral.source,
    district: referral.district,
    offence_group: referral.offenceGroup,
    centre: referral.centre,
    weekday: referral.weekday,
    hour_band: referral.hourBand,
    started_at: isoOrNull(referral.startedAt),
    submitted_at: isoOrNull(referral.submittedAt),
    agreement: referral.agreement,
    session_at: isoOrNull(referral.sessionAt),
    attempts: referral.attempts.map(({ happenedAt, ...rest }) => ({ ...rest, at: isoOf(happenedAt) })),
    exceptions: [
      ...referral.exceptions.map(({ from, ...rest }) => ({ ...rest, at: isoOf(from) })),
      ...referral.stops.map(({ from, ...rest }) => ({ ...rest, at: isoOf(from), stop: true })),
    ],
    attempt_at: isoOrNull(reached.attemptAt),
    reach_at: isoOrNull(reached.reachAt),
    conversation_at: isoOrNull(reached.conversationAt),
    engagement_at: isoOrNull(reached.engagementAt),
    rung: reached.rung,
    attempts_to_reach: reached.attemptsToReach,
    counted: isCounted(record),
  };
}

interface RawLimb extends Omit<StandingFact, 'dueAt' | 'adjustedDueAt' | 'metAt' | 'turnsAt'> {
  readonly dueAt: Date;
  readonly adjustedDueAt: Date | null;
  readonly metAt: Date | null;
  readonly turnsAt: Date | null;
}

function limbOf({ caseId: _case, ...row }: RawLimb & { caseId: CaseId }): StandingFact {
  return {
    ...row,
    dueAt: instantOf(row.dueAt),
    adjustedDueAt: maybeInstantOf(row.adjustedDueAt),
    metAt: maybeInstantOf(row.metAt),
    turnsAt: maybeInstantOf(row.turnsAt),
  };
}

function limbRow(limb: StandingFact, { referral }: FactRecord) {
  const { firstAttempt, missReason } = limbReading(limb, referral);
  return {
    deadline_id: limb.deadlineId,
    case_id: referral.caseId,
    referral_id: limb.referralId,
    month_on: limb.monthOn,
    source: limb.source,
    limb: limb.limb,
    binding: limb.binding,
    policy_id: limb.policyId,
    policy_version: limb.policyVersion,
    calendar_id: limb.calendarId,
    calendar_version: limb.calendarVersion,
    due_at: isoOf(limb.dueAt),
    adjusted_due_at: isoOrNull(limb.adjustedDueAt),
    met_at: isoOrNull(limb.metAt),
    basis: limb.basis,
    cancelled: limb.cancelled,
    cancelled_because: limb.cancelledBecause,
    state: limb.state,
    in_adjusted_time: limb.inAdjustedTime,
    turns_at: isoOrNull(limb.turnsAt),
    first_attempt: firstAttempt,
    miss_reason: missReason,
  };
}

type PathwayMoments = 'startedAt' | 'reachedAt' | 'endedAt';
type RawPathway = Omit<PathwayFact, PathwayMoments> & {
  readonly startedAt: Date;
  readonly reachedAt: Date | null;
  readonly endedAt: Date | null;
};

function pathwayFactOf(row: RawPathway): PathwayFact {
  return {
    ...row,
    startedAt: instantOf(row.startedAt),
    reachedAt: maybeInstantOf(row.reachedAt),
    endedAt: maybeInstantOf(row.endedAt),
  };
}

function pathwayRow(fact: PathwayFact) {
  return {
    fact_id: fact.id,
    kind: fact.kind,
    case_id: fact.caseId,
    month_on: fact.monthOn,
    service: fact.service,
    provider: fact.provider,
    started_at: isoOf(fact.startedAt),
    reached_at: isoOrNull(fact.reachedAt),
    ended_at: isoOrNull(fact.endedAt),
    state: fact.state,
  };
}
