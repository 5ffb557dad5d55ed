import type {
  RoutingDecisionRecord,
  RoutingDraftRecord,
  RoutingOverrideRecord,
  RoutingStore,
  RoutingTableVersion,
  SealedRecord,
  ServiceCount,
} from '#libs/casework';
import {
  ROUTING_TABLE,
  veiled,
  type AgencyId,
  type CaseCodes,
  type CaseId,
  type Instant,
  type PastRecord,
  type PersonId,
  type ReferralId,
  type RoutingDecision,
  type RoutingDecisionId,
  type RoutingDraftId,
  type RoutingOverrideId,
  type RoutingTable,
  type UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { RoutingDecisionRow, RoutingDraftRow, RoutingOverrideRow } from './routing.row';

type RawCodes = Omit<CaseCodes, 'reportedAt' | 'submittedAt'> & {
  readonly reportedAt: Date;
  readonly submittedAt: Date;
};

/** The most cases that a replay looks at. */
export const MOST_ROUTES_REPLAYED = 5_000;

export class PostgresRoutingStore implements RoutingStore {
  constructor(private readonly manager: EntityManager) {}

  async tableInForce(at: Instant): Promise<RoutingTable> {
    const [row] = await this.manager.query<{ body: RoutingTable }[]>(
      `select body from app.routing_table_version where table_id = $1 and effective_from <= $2
       order by version desc limit 1`,
      [ROUTING_TABLE, dateOf(at)],
    );
    if (row === undefined) throw new Error('no routing table is in force');
    return row.body;
  }

  async newestTable(): Promise<RoutingTableVersion> {
    const [row] = await this.manager.query<{ body: RoutingTable; effective_from: Date }[]>(
      `select body, effective_from from app.routing_table_version where table_id = $1 order by version desc limit 1`,
      [ROUTING_TABLE],
    );
    if (row === undefined) throw new Error('there is no routing table');
    return { table: row.body, effectiveFrom: instantOf(row.effective_from) };
  }

  async appendTable({ table, effectiveFrom }: RoutingTableVersion): Promise<void> {
    await this.manager.query(
      'insert into app.routing_table_version (table_id, version, body, effective_from) values ($1, $2, $3, $4)',
      [table.id, table.version, JSON.stringify(table), dateOf(effectiveFrom)],
    );
  }

  async codesOf({
    referralId,
    personId,
  }: {
    referralId: ReferralId;
    personId: PersonId;
  }): Promise<CaseCodes> {
    const [row] = await this.manager.query<RawCodes[]>(
      `select coalesce(p.age_now, p.age_band) as "ageBand", p.age_at_incident as "ageAtIncident", r.district,
         t.channel, t.reported_at as "reportedAt", r.submitted_at as "submittedAt", i.when_band as "whenBand",
         i.relationship, p.language_need as "languageNeed",
         exists (select from app.police_link l where l.person_id = p.person_id) as "toldPolice",
         exists (
           select from app.domestic_abuse_flag f where f.person_id = p.person_id and f.lowered_at is null
         ) as "abuseFlagged"
       from app.referral r
       join app.report t on t.report_id = r.report_id
       join app.person p on p.person_id = $2
       join app.incident i on i.report_id = r.report_id
       where r.referral_id = $1 order by i.incident_id limit 1`,
      [referralId, personId],
    );
    if (row === undefined) throw new Error('a case has a referral with a report and an incident');
    return { ...row, reportedAt: instantOf(row.reportedAt), submittedAt: instantOf(row.submittedAt) };
  }

  async barredAgencies(personId: PersonId): Promise<readonly AgencyId[]> {
    const rows = await this.manager.query<{ id: AgencyId }[]>(
      'select distinct b as id from app.barred_agencies($1) b order by 1',
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  counts(): Promise<readonly ServiceCount[]> {
    return this.manager.query<ServiceCount[]>(
      'select service_id as "serviceId", supported, waiting from app.service_loads()',
    );
  }

  /** Everybody who works on the case may read the row; the whole answer is for leads, in a table of its own. */
  async insertDecision(record: RoutingDecisionRecord): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(RoutingDecisionRow)
      .values({ ...record, answer: veiled(record.answer) })
      .updateEntity(false)
      .execute();
    await this.manager.query('insert into app.routing_whole_answer (decision_id, answer) values ($1, $2)', [
      record.id,
      JSON.stringify(record.answer),
    ]);
  }

  async isOfCase({ caseId, decisionId }: { caseId: CaseId; decisionId: string }): Promise<boolean> {
    return this.manager.existsBy(RoutingDecisionRow, { id: decisionId as RoutingDecisionId, caseId });
  }

  async latestOf(caseId: CaseId): Promise<RoutingDecisionRecord | null> {
    const latest = await this.manager.findOne(RoutingDecisionRow, {
      where: { caseId },
      order: { decidedAt: 'DESC', id: 'DESC' },
    });
    if (latest === null) return null;
    const [whole] = await this.manager.query<{ answer: RoutingDecision }[]>(
      'select answer from app.routing_whole_answer where decision_id = $1',
      [latest.id],
    );
    return whole === undefined ? latest : { ...latest, answer: whole.answer };
  }

  async insertOverride(record: RoutingOverrideRecord): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(RoutingOverrideRow)
      .values({ ...record })
      .orIgnore()
      .returning('override_id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  overridesOf(caseId: CaseId): Promise<readonly RoutingOverrideRecord[]> {
    return this.manager.find(RoutingOverrideRow, {
      where: { caseId },
      order: { chosenAt: 'DESC', id: 'DESC' },
    });
  }

  async addSealed(added: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void> {
    const { personId, record, at } = added;
    await this.manager.query(
      `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
       values ($1, $2, $3, $4, $5)`,
      [record.recordId, record.kind, personId, record.sealed, dateOf(at)],
    );
  }

  async sealedNotes(ids: readonly RoutingOverrideId[]): Promise<readonly SealedRecord[]> {
    const rows = await this.manager.query<{ record_id: string; sealed: Buffer }[]>(
      `select record_id, sealed from vault.person_record
       where record_id = any($1::uuid[]) and kind = 'routing-note'`,
      [ids],
    );
    return rows.map(({ record_id: recordId, sealed }) => ({ recordId, kind: 'routing-note', sealed }));
  }

  async pastRoutes({ from, to }: { from: Instant; to: Instant }): Promise<readonly PastRecord[]> {
    const rows = await this.manager.query<(Omit<PastRecord, 'at'> & { readonly at: Date })[]>(
      'select at, facts, codes, reference from app.routing_replay($1, $2, $3)',
      [dateOf(from), dateOf(to), MOST_ROUTES_REPLAYED],
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) }));
  }

  draftsOf(owner: UserId): Promise<readonly RoutingDraftRecord[]> {
    return this.manager.find(RoutingDraftRow, {
      where: { ownerUserId: owner },
      order: { begunAt: 'DESC', id: 'DESC' },
    });
  }

  async insertDraft(draft: RoutingDraftRecord): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(RoutingDraftRow)
      .values({ ...draft })
      .updateEntity(false)
      .execute();
  }

  lockDraft(id: RoutingDraftId): Promise<RoutingDraftRecord | null> {
    return this.manager.findOne(RoutingDraftRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async saveDraft({ id, table, changedAt, revision }: RoutingDraftRecord): Promise<void> {
    await this.manager.update(RoutingDraftRow, { id }, { table, changedAt, revision: revision + 1 });
  }

  async removeDraft(id: RoutingDraftId): Promise<void> {
    await this.manager.delete(RoutingDraftRow, { id });
  }
}
