import type { PlanStore, ToldRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  LeadStanding,
  PlanContact,
  PlanContactId,
  PlanLead,
  PlanLeadId,
  ToldTopic,
} from '#libs/domain';
import { In, IsNull, type EntityManager } from 'typeorm';
import { PlanContactRow } from './plan-contact.row';
import { PlanLeadRow } from './plan-lead.row';
import { PlanTopicRow } from './plan-topic.row';

const LOCK = { mode: 'pessimistic_write' } as const;

const LOST = `
  select l.lead_id from app.plan_lead l
  join app.case_file c on c.case_id = l.case_id
  cross join lateral app.plan_lead_stands(l.case_id, l.agency_id, l.user_id) s
  where l.state in ('offered', 'leading', 'returning')
    and (c.closed_at is not null or not s.sharing or (l.user_id is not null and not s.worker_active))
    and not app.is_set_aside('plan-lead', l.lead_id)
  order by l.lead_id limit $1`;

export class PostgresPlanStore implements PlanStore {
  constructor(private readonly manager: EntityManager) {}

  liveLeadOf(caseId: CaseId): Promise<PlanLead | null> {
    return this.manager.findOne(PlanLeadRow, {
      where: { caseId, state: In(['offered', 'leading', 'returning']) },
    });
  }

  findLead(id: PlanLeadId): Promise<PlanLead | null> {
    return this.manager.findOne(PlanLeadRow, { where: { id } });
  }

  lockLead(id: PlanLeadId): Promise<PlanLead | null> {
    return this.manager.findOne(PlanLeadRow, { where: { id }, lock: LOCK });
  }

  standingOf(lead: Pick<PlanLead, 'caseId' | 'agencyId' | 'userId'>): Promise<LeadStanding> {
    return leadStanding(this.manager, lead);
  }

  isClosedToService(caseId: CaseId): Promise<boolean> {
    return sharedCaseClosed(this.manager, caseId);
  }

  async offerLead(lead: PlanLead): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(PlanLeadRow)
      .values({ ...lead })
      .orIgnore()
      .returning('lead_id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async saveLead({ id, state, userId, decidedAt, ending, revision }: PlanLead): Promise<void> {
    const change = { state, userId, decidedAt, ending, revision: revision + 1 };
    await this.manager.update(PlanLeadRow, { id }, change);
  }

  async lostLeads(limit: number): Promise<readonly PlanLeadId[]> {
    const rows = await this.manager.query<{ lead_id: PlanLeadId }[]>(LOST, [limit]);
    return rows.map(({ lead_id }) => lead_id);
  }

  findContact(id: PlanContactId): Promise<PlanContact | null> {
    return this.manager.findOne(PlanContactRow, { where: { id } });
  }

  lockContact(id: PlanContactId): Promise<PlanContact | null> {
    return this.manager.findOne(PlanContactRow, { where: { id }, lock: LOCK });
  }

  async insertContact(contact: PlanContact): Promise<void> {
    await this.manager.insert(PlanContactRow, contact);
  }

  async saveContact({ id, state, decidedAt, revision }: PlanContact): Promise<void> {
    await this.manager.update(PlanContactRow, { id }, { state, decidedAt, revision: revision + 1 });
  }

  toldTo(caseId: CaseId, agencyId: AgencyId): Promise<readonly ToldRecord[]> {
    return this.manager.find(PlanTopicRow, { where: { caseId, agencyId, endedAt: IsNull() } });
  }

  /** Two colleagues who note the same topic at once note it once. */
  async noteTold(entry: ToldRecord): Promise<void> {
    const values = { ...entry, endedAt: null };
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(PlanTopicRow)
      .values(values)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  async endTold(entry: {
    readonly caseId: CaseId;
    readonly agencyId: AgencyId;
    readonly topic: ToldTopic;
  }): Promise<void> {
    await this.manager.query(
      `update app.plan_topic set ended_at = app.service_now(), revision = revision + 1
       where case_id = $1 and agency_id = $2 and topic = $3 and ended_at is null`,
      [entry.caseId, entry.agencyId, entry.topic],
    );
  }
}

/** Whether the case of a plan that is shared with the reader's service is closed; the case itself is not theirs to read. */
export async function sharedCaseClosed(manager: EntityManager, caseId: CaseId): Promise<boolean> {
  const [row] = await manager.query<{ closed: boolean }[]>('select app.shared_case_closed($1) as closed', [
    caseId,
  ]);
  return row?.closed ?? false;
}

/** What a lead elsewhere rests on, in any transaction that may know it. */
export async function leadStanding(
  manager: EntityManager,
  { caseId, agencyId, userId }: Pick<PlanLead, 'caseId' | 'agencyId' | 'userId'>,
): Promise<LeadStanding> {
  const [row] = await manager.query<{ sharing: boolean; worker_active: boolean }[]>(
    'select sharing, worker_active from app.plan_lead_stands($1, $2, $3)',
    [caseId, agencyId, userId],
  );
  return { sharing: row?.sharing ?? false, workerActive: row?.worker_active ?? false };
}
