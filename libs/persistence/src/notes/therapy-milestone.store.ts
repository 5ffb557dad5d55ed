import type { NotedCase, TherapyMilestoneStore } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  PersonId,
  TherapyMilestone,
  TherapyMilestoneId,
  TherapyMilestoneKind,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { caseForNotes } from './case-for-notes';

interface MilestoneRow {
  readonly milestone_id: TherapyMilestoneId;
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly handling_agency_id: AgencyId;
  readonly agency_id: AgencyId;
  readonly recorded_by: UserId;
  readonly kind: TherapyMilestoneKind;
  readonly sessions: number | null;
  readonly happened_at: Date;
  readonly recorded_at: Date;
}

export class PostgresTherapyMilestoneStore implements TherapyMilestoneStore {
  constructor(private readonly manager: EntityManager) {}

  caseOf(id: CaseId): Promise<NotedCase | null> {
    return caseForNotes(this.manager, { wall: 'therapy', caseId: id });
  }

  async lockOfCase(id: CaseId): Promise<readonly TherapyMilestone[]> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('therapy ' || $1::text, 0))`, [
      id,
    ]);
    return this.ofCase(id);
  }

  async ofCase(id: CaseId): Promise<readonly TherapyMilestone[]> {
    const rows = await this.manager.query<MilestoneRow[]>(
      'select * from therapy_notes.milestone where case_id = $1 order by happened_at, recorded_at, milestone_id',
      [id],
    );
    return rows.map(milestoneOf);
  }

  async insert(milestone: TherapyMilestone): Promise<void> {
    await this.manager.query(
      `insert into therapy_notes.milestone (milestone_id, case_id, person_id, handling_agency_id, agency_id,
         recorded_by, kind, sessions, happened_at, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        milestone.id,
        milestone.caseId,
        milestone.personId,
        milestone.handlingAgencyId,
        milestone.agencyId,
        milestone.recordedBy,
        milestone.kind,
        milestone.sessions,
        dateOf(milestone.happenedAt),
        dateOf(milestone.recordedAt),
      ],
    );
  }
}

function milestoneOf(row: MilestoneRow): TherapyMilestone {
  return {
    id: row.milestone_id,
    caseId: row.case_id,
    personId: row.person_id,
    handlingAgencyId: row.handling_agency_id,
    agencyId: row.agency_id,
    recordedBy: row.recorded_by,
    kind: row.kind,
    sessions: row.sessions,
    happenedAt: instantOf(row.happened_at),
    recordedAt: instantOf(row.recorded_at),
  };
}
