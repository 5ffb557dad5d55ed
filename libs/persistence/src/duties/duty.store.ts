import { randomUUID } from 'node:crypto';
import type { CodeEntry, DutyStore, EnhancedGrantOf, TimersDue } from '#libs/casework';
import {
  isoOf,
  type AgencyId,
  type CaseId,
  type CodeVersion,
  type Duty,
  type DutyCase,
  type DutyId,
  type DutyStep,
  type EnhancedCategory,
  type Instant,
  type MilestoneId,
  type PersonId,
  type UserId,
} from '#libs/domain';
import { Any, type EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';
import { codeVersions } from './code-versions';
import { insertDuties, updateDuties } from './duty-rows';
import { DutyRow } from './duty.row';

/** What a duty's timer does next: it asks for a reminder of the person's own limit, or ends a limit. */
export const DUTY_STAGE = `case when d.limits_the_person and d.prompted_at is null then 'prompt' else 'due' end`;

const LOCK = { mode: 'pessimistic_write' } as const;

interface RawEntry extends Omit<CodeEntry, 'happenedAt' | 'referredAt'> {
  readonly happenedAt: Date;
  readonly referredAt: Date | null;
}

export class PostgresDutyStore implements DutyStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Instant,
  ) {}

  newId(): DutyId {
    return randomUUID() as string as DutyId;
  }

  versions(): Promise<readonly CodeVersion[]> {
    return codeVersions(this.manager);
  }

  async tellOfMilestone(told: {
    readonly milestoneId: MilestoneId;
    readonly event: string;
    readonly supersedes: MilestoneId | null;
    readonly withdrawn: boolean;
  }): Promise<boolean> {
    const [row] = await this.manager.query<{ told: boolean }[]>(
      'select app.tell_code_event($1, $2, $3, $4, $5) as told',
      [randomUUID(), told.milestoneId, told.event, told.supersedes, told.withdrawn],
    );
    return row?.told ?? false;
  }

  async addEntry(entry: Omit<CodeEntry, 'answered'> & { readonly recordedBy: UserId }): Promise<void> {
    await this.manager.query(
      `insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, track_id, milestone_id, event,
         happened_at, supersedes, withdrawn, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        entry.entryId,
        entry.caseId,
        entry.personId,
        entry.handlingAgencyId,
        entry.trackId,
        entry.milestoneId,
        entry.event,
        dateOf(entry.happenedAt),
        entry.supersedes,
        entry.withdrawn,
        entry.recordedBy,
        dateOf(this.now),
      ],
    );
  }

  async lockCases(caseIds: readonly CaseId[]): Promise<void> {
    // In one order for everybody, so that two who lock several never wait for each other.
    await this.manager.query(
      `select pg_advisory_xact_lock(lock) from (
         select hashtextextended('duties:' || id, 0) as lock from unnest($1::uuid[]) id order by 1
       ) locks`,
      [caseIds],
    );
  }

  casesOf(caseIds: readonly CaseId[]): Promise<readonly DutyCase[]> {
    return this.manager.query(
      `select case_id as "caseId", person_id as "personId", handling_agency_id as "handlingAgencyId", reference
       from app.case_file where case_id = any($1::uuid[])`,
      [caseIds],
    );
  }

  async entriesOf(caseIds: readonly CaseId[]): Promise<readonly CodeEntry[]> {
    const rows = await this.manager.query<RawEntry[]>(
      `select entry_id as "entryId", case_id as "caseId", person_id as "personId",
         handling_agency_id as "handlingAgencyId", track_id as "trackId", milestone_id as "milestoneId", event,
         happened_at as "happenedAt", precision, recorded_by as "recordedBy", supersedes, withdrawn, referred_at as "referredAt",
         answered_at is not null as answered
       from app.code_event where case_id = any($1::uuid[]) order by position`,
      [caseIds],
    );
    return rows.map((row) => ({
      ...row,
      happenedAt: instantOf(row.happenedAt),
      referredAt: maybeInstantOf(row.referredAt),
    }));
  }

  async markAnswered(entryIds: readonly string[]): Promise<void> {
    await this.manager.query(
      'update app.code_event set answered_at = $2 where entry_id = any($1::uuid[]) and answered_at is null',
      [entryIds, dateOf(this.now)],
    );
  }

  async casesToAnswer(limit: number): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ case_id: CaseId }[]>(
      `select case_id from app.code_event where answered_at is null and not app.is_set_aside('code-event', case_id)
       group by case_id order by min(position) limit $1`,
      [limit],
    );
    return rows.map(({ case_id }) => case_id);
  }

  ofCases(caseIds: readonly CaseId[]): Promise<readonly Duty[]> {
    return dutiesOfCases(this.manager, caseIds);
  }

  find(id: DutyId): Promise<Duty | null> {
    return this.manager.findOne(DutyRow, { where: { id } });
  }

  lock(id: DutyId): Promise<Duty | null> {
    return this.manager.findOne(DutyRow, { where: { id }, lock: LOCK });
  }

  enhancedOf(caseIds: readonly CaseId[]): Promise<readonly EnhancedGrantOf[]> {
    return enhancedRightsOf(this.manager, caseIds);
  }

  async grantEnhanced(grant: {
    readonly caseId: CaseId;
    readonly personId: PersonId;
    readonly handlingAgencyId: AgencyId;
    readonly category: EnhancedCategory;
    readonly at: Instant;
    readonly by: UserId;
  }): Promise<boolean> {
    const { caseId, personId, handlingAgencyId, category, at, by } = grant;
    const rows = await this.manager.query<unknown[]>(
      `insert into app.enhanced_rights (case_id, person_id, handling_agency_id, category, granted_at, granted_by,
         recorded_at)
       values ($1, $2, $3, $4, $5, $6, $5) on conflict do nothing returning category`,
      [caseId, personId, handlingAgencyId, category, dateOf(at), by],
    );
    return rows.length === 1;
  }

  async save(steps: readonly DutyStep[]): Promise<void> {
    const dutiesOf = (some: readonly DutyStep[]) => some.map(({ duty }) => duty);
    await insertDuties(this.manager, dutiesOf(steps.filter((step) => step.opened)));
    await updateDuties(this.manager, dutiesOf(steps.filter((step) => !step.opened)));
    await this.appendVersions(steps);
  }

  async lockDue({ wakeUps, limit, graceMilliseconds }: TimersDue): Promise<readonly Duty[]> {
    const ids =
      wakeUps === null
        ? await this.manager.query<{ duty_id: DutyId }[]>(
            `select duty_id from app.duty
             where next_fire_at <= app.service_now() - make_interval(secs => $1::double precision / 1000)
             order by next_fire_at, duty_id limit $2 for update skip locked`,
            [graceMilliseconds, limit],
          )
        : await this.manager.query<{ duty_id: DutyId }[]>(
            `select d.duty_id from app.duty d
             join jsonb_to_recordset($1::jsonb) as w(id uuid, revision integer, stage text)
               on d.duty_id = w.id and d.revision = w.revision and ${DUTY_STAGE} = w.stage
             where d.next_fire_at <= app.service_now() and d.duty_id = any($3::uuid[])
             limit $2 for update of d skip locked`,
            [JSON.stringify(wakeUps), limit, wakeUps.map(({ id }) => id)],
          );
    if (ids.length === 0) return [];
    return this.manager
      .createQueryBuilder(DutyRow, 'd')
      .where('d.id = any(:ids)', { ids: ids.map(({ duty_id }) => duty_id) })
      .orderBy('d.nextFireAt', 'ASC')
      .getMany();
  }

  private async appendVersions(steps: readonly DutyStep[]): Promise<void> {
    const rows = steps.flatMap(({ duty, versions }) =>
      versions.map(({ version, dueAt, inputs, reason }) => ({
        duty_id: duty.id,
        case_id: duty.caseId,
        person_id: duty.personId,
        handling_agency_id: duty.handlingAgencyId,
        version,
        due_at: isoOf(dueAt),
        inputs,
        reason,
      })),
    );
    if (rows.length === 0) return;
    await this.manager.query(
      `insert into app.duty_version (duty_id, case_id, person_id, handling_agency_id, version, due_at, inputs, reason,
         recorded_at)
       select x.*, $2 from jsonb_to_recordset($1::jsonb) as x(duty_id uuid, case_id uuid, person_id uuid,
         handling_agency_id uuid, version integer, due_at timestamptz, inputs jsonb, reason text)`,
      [JSON.stringify(rows), dateOf(this.now)],
    );
  }
}

/** Every duty of a case that the reader may see, by right, entitlement and time. */
export function dutiesOfCase(manager: EntityManager, caseId: CaseId): Promise<readonly Duty[]> {
  return dutiesOfCases(manager, [caseId]);
}

function dutiesOfCases(manager: EntityManager, caseIds: readonly CaseId[]): Promise<readonly Duty[]> {
  return manager.find(DutyRow, {
    where: { caseId: Any([...caseIds]) },
    order: { right: 'ASC', entitlementId: 'ASC', triggeredAt: 'ASC', round: 'ASC', id: 'ASC' },
  });
}

/** The categories under which somebody has Enhanced Rights. */
export async function enhancedRightsOf(
  manager: EntityManager,
  caseIds: readonly CaseId[],
): Promise<readonly EnhancedGrantOf[]> {
  const rows = await manager.query<
    { case_id: CaseId; category: EnhancedCategory; granted_at: Date | null }[]
  >(
    `select case_id, category, granted_at from app.enhanced_rights where case_id = any($1::uuid[])
     order by recorded_at, category`,
    [caseIds],
  );
  return rows.map(({ case_id, category, granted_at }) => ({
    caseId: case_id,
    category,
    grantedAt: maybeInstantOf(granted_at),
  }));
}
