import type { Intake, ReferralRecord, ReferralStore, ReportRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Feedback,
  Instant,
  ReferralId,
  ReferralState,
  ReportId,
  TeamId,
  Workplaces,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import { insertIntake } from './insert-intake';
import { ReferralRow, ReportRow } from './referral.row';

/** Facts of the area pack that do not change while a process runs. */
export interface DeskFacts {
  readonly agencyId: AgencyId;
  readonly teamId: TeamId;
  readonly referencePrefix: string;
  readonly tellingWords: readonly string[];
  /** The codes of the districts that there are at an instant. */
  readonly districtsAt: (now: Instant) => ReadonlySet<string>;
}

const WORKPLACES = `
  select coalesce((select jsonb_agg(agency_id) from app.agency where kind = 'police'), '[]') as police,
    coalesce((select jsonb_agg(agency_id) from app.agency where kind = 'provider'), '[]') as providers,
    coalesce((select jsonb_agg(team_id) from app.team where agency_id = $1), '[]') as "deskTeams"`;

export class PostgresReferralStore implements ReferralStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Instant,
    private readonly facts: DeskFacts,
  ) {}

  insert(intake: Intake): Promise<void> {
    return insertIntake(this.manager, intake, this.now);
  }

  find(id: ReferralId): Promise<ReferralRecord | null> {
    return this.manager.findOne(ReferralRow, { where: { id } });
  }

  reportOf(id: ReferralId): Promise<ReportRecord> {
    return this.manager
      .createQueryBuilder(ReportRow, 'report')
      .innerJoin(ReferralRow, 'referral', 'referral.reportId = report.id')
      .where('referral.id = :id', { id })
      .getOneOrFail();
  }

  async correctReportedAt({
    reportId,
    reportedAt,
  }: {
    reportId: ReportId;
    reportedAt: Instant;
  }): Promise<void> {
    await this.manager.update(ReportRow, { id: reportId }, { reportedAt });
  }

  async changeState({ id, state }: { id: ReferralId; state: ReferralState }): Promise<void> {
    await this.manager.update(ReferralRow, { id }, { state });
  }

  async recordAgreement({
    id,
    reportId,
    at,
  }: {
    id: ReferralId;
    reportId: ReportId;
    at: Instant;
  }): Promise<void> {
    await this.manager.update(ReferralRow, { id }, { agreement: 'agreed' });
    await this.manager.update(ReportRow, { id: reportId }, { victimAgreedAt: at });
  }

  async tellCallTime({ id, callFromAt }: { id: ReferralId; callFromAt: Instant | null }): Promise<void> {
    await this.manager.update(ReferralRow, { id }, { callFromAt });
  }

  async giveFeedback({ id, feedback }: { id: ReferralId; feedback: Feedback }): Promise<void> {
    await this.manager.query(
      `update app.referral set feedback = $2 where referral_id = $1 or referral_id in (
         select case when m.referral_id = $1 then m.other_referral_id else m.referral_id end
         from app.match_review m join app.case_file c on c.case_id = m.kept_case_id
         where c.referral_id = $1
       )`,
      [id, feedback],
    );
  }

  desk() {
    return Promise.resolve(this.facts);
  }

  async workplaces(): Promise<Workplaces> {
    const [row] = await this.manager.query<[Workplaces]>(WORKPLACES, [this.facts.agencyId]);
    return row;
  }

  districtExists(code: string): Promise<boolean> {
    return Promise.resolve(this.facts.districtsAt(this.now).has(code));
  }

  async startOf(id: ReferralId): Promise<{ caseId: CaseId; reportedAt: Instant }> {
    const [row] = await this.manager.query<{ case_id: CaseId; started_at: string }[]>(
      `select d.case_id, v.inputs ->> 'startedAt' as started_at
       from app.deadline d join app.deadline_version v on v.deadline_id = d.deadline_id and v.version = d.version
       where d.referral_id = $1 limit 1`,
      [id],
    );
    if (!row) throw new Error('a referral always has a deadline');
    return { caseId: row.case_id, reportedAt: instantOf(new Date(Number(row.started_at))) };
  }
}
