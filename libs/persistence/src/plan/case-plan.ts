import type { ToldRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  LeadStanding,
  PlanContact,
  PlanLead,
  PlanSupporter,
  SupportKind,
} from '#libs/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';
import { PlanContactRow } from './plan-contact.row';
import { PlanLeadRow } from './plan-lead.row';
import { PlanTopicRow } from './plan-topic.row';
import { leadStanding } from './plan.store';

/** One service that supports the person, and with what; nothing of that while it is only told something. */
export interface SupportingAgency extends PlanSupporter<Instant> {
  readonly kinds: readonly SupportKind[];
}

/** A plan as its reader may see it: row-level security has kept the rest back. */
export interface CasePlan {
  /** The latest lead elsewhere, live or over; null when there never was one. */
  readonly lead: (PlanLead & LeadStanding) | null;
  /** For a service: another one leads, whether or not the person lets this one read which. */
  readonly otherLeads: boolean;
  readonly supporters: readonly SupportingAgency[];
  readonly contacts: readonly PlanContact[];
  readonly told: readonly ToldRecord[];
  /** Names of every agency that the plan speaks of. */
  readonly agencyNames: ReadonlyMap<AgencyId, string>;
}

const SUPPORTERS = `
  select agency_id, min(since) as since,
    coalesce(array_agg(distinct support_kind) filter (where support_kind is not null), '{}') as kinds
  from app.plan_supporters($1) group by agency_id order by 2, agency_id`;

/** How many past contacts a plan still shows: the last ones, so that nobody asks whether they took place. */
const PAST = 5;

export async function casePlan(manager: EntityManager, caseId: CaseId): Promise<CasePlan> {
  const lead = await manager.findOne(PlanLeadRow, { where: { caseId }, order: { offeredAt: 'DESC' } });
  const standing = lead === null ? null : await leadStanding(manager, lead);
  const supporters = await manager.query<RawSupporter[]>(SUPPORTERS, [caseId]);
  const contacts = await planContacts(manager, caseId);
  const told = await manager.find(PlanTopicRow, {
    where: { caseId, endedAt: IsNull() },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  const [other] = await manager.query<{ leads: boolean }[]>('select app.other_service_leads($1) as leads', [
    caseId,
  ]);
  const agencies = [lead, ...contacts, ...told].flatMap((one) =>
    one === null ? [] : [one.agencyId, one.handlingAgencyId],
  );
  const names = await agencyNames(manager, [...agencies, ...supporters.map(({ agency_id }) => agency_id)]);
  return {
    lead: lead === null || standing === null ? null : { ...lead, ...standing },
    otherLeads: other?.leads ?? false,
    supporters: supporters.map(({ agency_id, since, kinds }) => ({
      agencyId: agency_id,
      since: instantOf(since),
      kinds,
    })),
    contacts,
    told,
    agencyNames: names,
  };
}

interface RawSupporter {
  readonly agency_id: AgencyId;
  readonly since: Date;
  readonly kinds: readonly SupportKind[];
}

/** What is still to come, and the last of what has been. */
async function planContacts(manager: EntityManager, caseId: CaseId): Promise<readonly PlanContact[]> {
  const of = (state: string) =>
    manager
      .createQueryBuilder(PlanContactRow, 'c')
      .where(`c.case_id = :caseId and c.state ${state}`, { caseId });
  const ahead = await of(`= 'planned'`).orderBy({ 'c.at': 'ASC', 'c.contact_id': 'ASC' }).take(100).getMany();
  const past = await of(`in ('happened', 'not-happened')`)
    .orderBy({ 'c.at': 'DESC', 'c.contact_id': 'ASC' })
    .take(PAST)
    .getMany();
  return [...ahead, ...past];
}

/** A promised call of the desk, which is a next contact like any other. */
export async function promisedCallOf(manager: EntityManager, caseId: CaseId): Promise<Instant | null> {
  const [row] = await manager.query<{ at: Date }[]>(
    'select at from app.call_back where case_id = $1 and ended_at is null order by at limit 1',
    [caseId],
  );
  return maybeInstantOf(row?.at ?? null);
}

export async function agencyNames(
  manager: EntityManager,
  ids: readonly AgencyId[],
): Promise<ReadonlyMap<AgencyId, string>> {
  const rows = await manager.query<{ agency_id: AgencyId; name: string }[]>(
    'select agency_id, name from app.agency where agency_id = any($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ agency_id, name }) => [agency_id, name]));
}
