import type { Signpost, SupportStore } from '#libs/casework';
import {
  TURNING_POINTS,
  type AbuseFlag,
  type CaseId,
  type PersonId,
  type StoredSample,
  type StoredSampleId,
  type SupportTask,
  type SupportTaskId,
  type SupportTaskKind,
  type UserId,
} from '#libs/domain';
import { In, IsNull, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { dateOf } from '../columns';
import { AbuseFlagRow, StoredSampleRow, SupportTaskRow } from './support.row';

const LIVE: SupportTask['state'][] = ['planned', 'open', 'sent'];
const FOR_UPDATE = { mode: 'pessimistic_write' } as const;

/** A check-in of somebody whom nobody contacts any more; it need not wait for its day to end. */
const OVER = `(t.kind = 'check-in' and t.state in ('planned', 'open') and (
  (select c.stopped from app.safe_contact_card c where c.person_id = t.person_id order by c.version desc limit 1)
  or not exists (select 1 from app.not_erased(array[t.person_id]))
))`;

export class PostgresSupportStore implements SupportStore {
  constructor(private readonly manager: EntityManager) {}

  open(task: SupportTask): Promise<boolean> {
    return this.addUnlessThere(SupportTaskRow, { ...task }, 'task_id');
  }

  find(id: SupportTaskId): Promise<SupportTask | null> {
    return this.manager.findOne(SupportTaskRow, { where: { id } });
  }

  lock(id: SupportTaskId): Promise<SupportTask | null> {
    return this.manager.findOne(SupportTaskRow, { where: { id }, lock: FOR_UPDATE });
  }

  lockLiveAbout(aboutId: string): Promise<readonly SupportTask[]> {
    return this.manager.find(SupportTaskRow, {
      where: { aboutId, state: In(LIVE) },
      order: { id: 'ASC' },
      lock: FOR_UPDATE,
    });
  }

  async mayOwn(userId: UserId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.staff_user where user_id = $1 and state = 'active' and agency_id = app.claim_agency()
         and role in ('first-responder', 'duty-lead')`,
      [userId],
    );
    return rows.length === 1;
  }

  lockLiveOfCase(caseId: CaseId, kinds: readonly SupportTaskKind[]): Promise<readonly SupportTask[]> {
    return this.manager.find(SupportTaskRow, {
      where: { caseId, kind: In([...kinds]), state: In(LIVE) },
      order: { id: 'ASC' },
      lock: FOR_UPDATE,
    });
  }

  async save(task: SupportTask): Promise<void> {
    const { id, state, ownerUserId, dueAt, sentAt, ground, outcome, settledBy, settledAt } = task;
    const revision = task.revision + 1;
    const steps = { state, ownerUserId, dueAt, sentAt, ground, outcome, settledBy, settledAt, revision };
    await this.manager.update(SupportTaskRow, { id }, steps);
  }

  async toBegin(limit: number): Promise<readonly SupportTaskId[]> {
    const rows = await this.manager.query<{ id: SupportTaskId }[]>(
      `select t.task_id as id from app.support_task t
       where (t.state = 'planned' and t.due_at <= app.service_now() or ${OVER})
         and not app.is_set_aside('support-task', t.task_id)
       order by t.due_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async withoutReview(limit: number): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(
      `select c.case_id as id from app.case_file c
       where c.closed_at is null and c.owner_user_id is not null
         and exists (select 1 from app.service_request r where r.case_id = c.case_id and r.state = 'active')
         and not exists (select 1 from app.support_task t where t.case_id = c.case_id and t.kind = 'case-review'
           and t.state in ('planned', 'open', 'sent'))
         and exists (select 1 from app.not_erased(array[c.person_id]))
         and not app.is_set_aside('case-review', c.case_id)
       order by c.case_id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async toReviewAfterMilestone(limit: number): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(
      `select distinct c.case_id as id from app.milestone m join app.case_file c on c.case_id = m.case_id
       where m.state = 'standing' and m.recorded_at > app.service_now() - interval '28 days'
         and m.kind = any($2)
         and c.closed_at is null and c.owner_user_id is not null
         and exists (select 1 from app.support_task t where t.case_id = c.case_id and t.kind = 'case-review')
         and not exists (select 1 from app.support_task t where t.case_id = c.case_id and t.kind = 'case-review'
           and (t.state = 'open' or t.opened_at >= m.recorded_at))
         and exists (select 1 from app.not_erased(array[c.person_id]))
         and not app.is_set_aside('case-review', c.case_id)
       order by c.case_id limit $1`,
      [limit, TURNING_POINTS],
    );
    return rows.map(({ id }) => id);
  }

  lockToBegin(id: SupportTaskId): Promise<SupportTask | null> {
    return this.manager
      .createQueryBuilder(SupportTaskRow, 't')
      .where(`t.id = :id and (t.state = 'planned' and t.due_at <= app.service_now() or ${OVER})`, { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  async saveBegun({ id, state, dueAt, outcome, settledAt, revision }: SupportTask): Promise<void> {
    const steps = { state, dueAt, outcome, settledAt, revision: revision + 1 };
    await this.manager.update(SupportTaskRow, { id }, steps);
  }

  async isErased(personId: PersonId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from app.not_erased(array[$1]::uuid[])', [
      personId,
    ]);
    return rows.length === 0;
  }

  raiseFlag(flag: AbuseFlag): Promise<boolean> {
    return this.addUnlessThere(AbuseFlagRow, { ...flag }, 'flag_id');
  }

  lockStandingFlag(caseId: CaseId): Promise<AbuseFlag | null> {
    return this.manager.findOne(AbuseFlagRow, { where: { caseId, loweredAt: IsNull() }, lock: FOR_UPDATE });
  }

  async saveFlag({ id, reviewOn, lowering, loweredBy, loweredAt, revision }: AbuseFlag): Promise<void> {
    const changed = { reviewOn, lowering, loweredBy, loweredAt, revision: revision + 1 };
    await this.manager.update(AbuseFlagRow, { id }, changed);
  }

  async addSample(sample: StoredSample): Promise<void> {
    await this.manager.insert(StoredSampleRow, sample);
  }

  lockSample(id: StoredSampleId): Promise<StoredSample | null> {
    return this.manager.findOne(StoredSampleRow, { where: { id }, lock: FOR_UPDATE });
  }

  async saveSample(sample: StoredSample): Promise<void> {
    const { id, keptUntil, remind, ending, endedBy, endedAt, revision } = sample;
    const changed = { keptUntil, remind, ending, endedBy, endedAt, revision: revision + 1 };
    await this.manager.update(StoredSampleRow, { id }, changed);
  }

  async addSignpost(signpost: Signpost): Promise<void> {
    const { id, caseId, personId, handlingAgencyId, kind, givenHow, givenAt } = signpost;
    const { recordedBy, recordedAt } = signpost;
    await this.manager.query(
      `insert into app.signpost (signpost_id, case_id, person_id, handling_agency_id, kind, given_how, given_at,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        caseId,
        personId,
        handlingAgencyId,
        kind,
        givenHow,
        dateOf(givenAt),
        recordedBy,
        dateOf(recordedAt),
      ],
    );
  }

  private async addUnlessThere<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    values: object,
    key: string,
  ): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(row)
      .values(values as never)
      .updateEntity(false)
      .orIgnore()
      .returning(key)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }
}
