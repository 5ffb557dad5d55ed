import type {
  AgeBand,
  AgencyId,
  CaseId,
  ConsentEntry,
  ConsentOverride,
  ConsentRecord,
  Instant,
  OverrideId,
  Share,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';
import { DOUBTED_AT } from '../consent/consent.store';
import { OverrideRow } from '../consent/override.row';
import { ShareRow } from '../shares/share.row';

/** One answer with who took it. An agreement that came with the referral has no footing, words or taker of its own. */
export type LedgerLine = ConsentEntry &
  Pick<ConsentRecord, 'giver' | 'basis' | 'authority' | 'how'> & {
    readonly wording: string | null;
    readonly takenBy: UserId | null;
  };

/** Something of a share that the other agency has looked at: what, how often, by how many people, and when last. */
export interface SeenByAgency {
  readonly agencyId: AgencyId;
  readonly what: string;
  readonly times: number;
  readonly people: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export interface ProviderAgency {
  readonly agencyId: AgencyId;
  readonly name: string;
}

/** Everything the consent page of a case shows, in codes and times. */
export interface CaseConsent {
  readonly ageBand: AgeBand;
  readonly ledger: readonly LedgerLine[];
  readonly overrides: readonly ConsentOverride[];
  readonly shares: readonly Share[];
  readonly seen: readonly SeenByAgency[];
  readonly providers: readonly ProviderAgency[];
  /** Sent by the police before anybody asked the person: name and number are shut. */
  readonly identityWithheld: boolean;
}

const LEDGER = `
  with person as (select person_id from app.case_file where case_id = $1)
  select e.entry_id as id, e.decision, e.recipient, e.purpose, e.data_class, e.giver, e.basis, e.authority, e.how,
    e.wording, e.taken_by, e.recorded_at, e.expires_at,
    ${DOUBTED_AT} as doubted_at
  from app.consent_entry e where e.person_id = (select person_id from person)
  union all
  select r.referral_id, 'given', 'this-service', 'be-called', 'safe-contact', 'person', null, null, 'told-referrer',
    null, null, coalesce(p.victim_agreed_at, r.submitted_at), null, null
  from app.referral r join app.report p using (report_id)
  where r.person_id = (select person_id from person) and r.agreement = 'agreed'
  order by recorded_at desc, id desc`;

const SEEN = `
  select agency_id, what, count(*)::integer as times, count(distinct actor_id)::integer as people,
    min(seen_at) as first_at, max(seen_at) as last_at
  from app.access_log where case_id = $1 and basis = 'share'
  group by agency_id, what order by agency_id, what`;

export async function caseConsent(manager: EntityManager, caseId: CaseId): Promise<CaseConsent> {
  const [person] = await manager.query<{ age_band: AgeBand; withheld: boolean }[]>(
    `select coalesce(p.age_now, p.age_band) as age_band, app.identity_withheld(p.person_id) as withheld
     from app.person p join app.case_file c using (person_id) where c.case_id = $1`,
    [caseId],
  );
  if (!person) throw new Error('a case is always about a person');
  const ledger = await manager.query<RawLine[]>(LEDGER, [caseId]);
  const seen = await manager.query<RawSeen[]>(SEEN, [caseId]);
  return {
    ageBand: person.age_band,
    identityWithheld: person.withheld,
    ledger: ledger.map(lineOf),
    overrides: await manager.find(OverrideRow, { where: { caseId }, order: { askedAt: 'DESC' } }),
    shares: await manager.find(ShareRow, { where: { caseId }, order: { proposedAt: 'DESC' } }),
    seen: seen.map(seenOf),
    providers: await providerAgencies(manager),
  };
}

export function providerAgencies(manager: EntityManager): Promise<readonly ProviderAgency[]> {
  return manager.query<ProviderAgency[]>(
    `select agency_id as "agencyId", name from app.agency where kind = 'provider' order by name, agency_id`,
  );
}

/** Where a page of overrides ends. */
export interface OverrideCursor {
  readonly reviewDueAt: Instant | null;
  readonly id: OverrideId;
}

const OPEN = `(o.state in ('waiting', 'in-force') or (o.state = 'ended' and o.reviewed_at is null))`;
/** Ids are made in the order of time; without a review date comes first. */
const BEYOND = `cast(:id as uuid) is null or (coalesce(o.review_due_at, '-infinity'), o.override_id)
  > (coalesce(cast(:dueAt as timestamptz), '-infinity'), cast(:id as uuid))`;

/** Overrides that somebody still has something to do about, or that stand: the oldest review first. */
export function openOverrides(
  manager: EntityManager,
  { limit = 200, after = null }: { limit?: number; after?: OverrideCursor | null } = {},
): Promise<readonly ConsentOverride[]> {
  const { reviewDueAt = null, id = null } = after ?? {};
  const dueAt = reviewDueAt === null ? null : new Date(reviewDueAt);
  return manager
    .createQueryBuilder(OverrideRow, 'o')
    .where(OPEN)
    .andWhere(`(${BEYOND})`, { id, dueAt })
    .orderBy('o.reviewDueAt', 'ASC', 'NULLS FIRST')
    .addOrderBy('o.id')
    .limit(limit)
    .getMany();
}

type RawLine = Omit<LedgerLine, 'dataClass' | 'recordedAt' | 'expiresAt' | 'doubtedAt' | 'takenBy'> & {
  readonly data_class: LedgerLine['dataClass'];
  readonly recorded_at: Date;
  readonly expires_at: Date | null;
  readonly doubted_at: Date | null;
  readonly taken_by: UserId | null;
};

function lineOf({ data_class, recorded_at, expires_at, doubted_at, taken_by, ...rest }: RawLine): LedgerLine {
  return {
    ...rest,
    dataClass: data_class,
    recordedAt: instantOf(recorded_at),
    expiresAt: maybeInstantOf(expires_at),
    doubtedAt: maybeInstantOf(doubted_at),
    takenBy: taken_by,
  };
}

interface RawSeen {
  readonly agency_id: AgencyId;
  readonly what: string;
  readonly times: number;
  readonly people: number;
  readonly first_at: Date;
  readonly last_at: Date;
}

function seenOf({ agency_id, what, times, people, first_at, last_at }: RawSeen): SeenByAgency {
  return {
    agencyId: agency_id,
    what,
    times,
    people,
    firstAt: instantOf(first_at),
    lastAt: instantOf(last_at),
  };
}
