import type { OverdueStore } from '#libs/casework';
import {
  STEP_UP_SECONDS,
  type AgencyId,
  type CaseId,
  type OverdueWork,
  type Role,
  type UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/**
 * Everything that waits with a time of its own. A safeguarding task tells of its first step itself, a request for
 * support of its second. */
const WAITING = `
  select 'safety-review' as kind, review_id as subject_id, due_at, case_id, handling_agency_id, reference,
    null::uuid as except_user_id, 1 as first_step
  from app.safety_review where state = 'open'
  union all
  select 'override-review', override_id, review_due_at, case_id, handling_agency_id, reference, asked_by, 1
  from app.consent_override where reviewed_at is null and state <> 'declined' and review_due_at is not null
  union all
  select 'opening-review', grant_id, review_due_at, case_id, handling_agency_id, reference, user_id, 1
  from app.break_glass where review is null
  union all
  select 'information-request', request_id, next_due_at, case_id, handling_agency_id, reference, null, 1
  from app.information_request where closed_at is null
  union all
  select 'breach', breach_id, regulator_due_at, null, handling_agency_id, reference, null, 1
  from app.breach_record where closed_at is null and reported_at is null and risk is distinct from 'unlikely'
  union all
  select 'safeguarding', task_id, due_at, case_id, handling_agency_id, reference, null, 2
  from app.safeguarding_task where settled_at is null and overdue_at is not null
  union all
  select 'leave-cover', c.case_id, l.from_at, c.case_id, c.handling_agency_id, c.reference, l.user_id, 1
  from app.staff_leave l join app.case_file c on c.owner_user_id = l.user_id and c.closed_at is null
  where l.state in ('planned', 'away') and l.from_at <= app.service_now() and l.to_at > app.service_now()
  union all
  select 'support-task', task_id, due_at, case_id, handling_agency_id, reference, null, 1
  from app.support_task where state in ('open', 'sent')
  union all
  select 'contact-recheck', k.recheck_id, k.due_at, k.case_id, k.handling_agency_id, k.reference, null, 1
  from app.contact_recheck k join app.case_file c on c.case_id = k.case_id
  where k.state = 'open' and c.closed_at is null and not exists (
    select 1 from app.contact_stop s where s.person_id = k.person_id and s.lifted_at is null)
  union all
  select 'complaint', complaint_id, case state when 'received' then acknowledge_due_at else reply_due_at end, case_id,
    handling_agency_id, reference, about_user_id, 1
  from app.complaint where state in ('received', 'acknowledged', 'reopened')
  union all
  select 'service-request', request_id, due_at, case_id, handling_agency_id, reference, null, 1
  from app.service_request
  where step in ('choose', 'send', 'acknowledge', 'decide', 'manage') and due_at < app.service_now()
  union all
  select 'duty', duty_id, due_at, case_id, handling_agency_id, reference, null, 1
  from app.duty
  where handling = 'timer' and due_at is not null and state in ('due', 'missed', 'not-known')
    and due_at < app.service_now()`;

const FIND = `
  select w.kind, w.subject_id, w.due_at, w.case_id, w.handling_agency_id, w.reference, w.except_user_id, s.step
  from (${WAITING}) w
  cross join (values (1, 0), (2, $1::integer)) s(step, after_seconds)
  where s.step >= w.first_step and (s.step = 1 or w.kind not in ('service-request', 'duty')) and w.due_at + make_interval(secs => s.after_seconds) < app.service_now()
    and not exists (
      select 1 from app.overdue_work o where o.kind = w.kind and o.subject_id = w.subject_id
        and o.due_at = w.due_at and o.step = s.step
    )
  order by w.due_at, w.subject_id, s.step limit $2`;

const TELL = `
  insert into app.staff_notice (kind, subject_id, case_id, reference, template, noted_at, recipient_user_id)
  select distinct $1, $2::uuid, $3::uuid, $4, 'work-overdue', app.service_now(), told.user_id
  from unnest($6::text[]) role
  cross join lateral app.staff_to_tell($3::uuid, $5::uuid, null, role) told(user_id)
  where told.user_id is distinct from $7::uuid
  on conflict do nothing`;

/** A recall a week old is in the inbox anyway. */
const RECALLS = `
  insert into app.staff_notice (kind, subject_id, case_id, reference, template, noted_at, recipient_user_id)
  select 'share', n.notice_id, s.case_id, n.reference, 'sharing-changed', n.raised_at, u.user_id
  from app.share_notice n
  join app.share s on s.share_id = n.share_id
  join app.staff_user u on u.agency_id = n.agency_id and u.state = 'active'
    and u.role in ('provider-worker', 'provider-coordinator')
  where n.kind in ('recalled', 'narrowed') and n.seen_at is null
    and n.raised_at > app.service_now() - interval '7 days'
    and not exists (select 1 from app.staff_notice t where t.kind = 'share' and t.subject_id = n.notice_id)
  on conflict do nothing returning notice_id`;

interface Raw {
  readonly kind: OverdueWork['kind'];
  readonly subject_id: string;
  readonly due_at: Date;
  readonly case_id: CaseId | null;
  readonly handling_agency_id: AgencyId;
  readonly reference: string;
  readonly except_user_id: UserId | null;
  readonly step: OverdueWork['step'];
}

export class PostgresOverdueStore implements OverdueStore {
  constructor(private readonly manager: EntityManager) {}

  async find(limit: number): Promise<readonly OverdueWork[]> {
    const rows = await this.manager.query<Raw[]>(FIND, [STEP_UP_SECONDS, limit]);
    return rows.map((row) => ({
      kind: row.kind,
      subjectId: row.subject_id,
      caseId: row.case_id,
      handlingAgencyId: row.handling_agency_id,
      reference: row.reference,
      dueAt: instantOf(row.due_at),
      step: row.step,
      exceptUserId: row.except_user_id,
    }));
  }

  async note(work: OverdueWork): Promise<boolean> {
    const { kind, subjectId, dueAt, step, caseId, handlingAgencyId, reference } = work;
    const rows = await this.manager.query<unknown[]>(
      `insert into app.overdue_work (kind, subject_id, due_at, step, case_id, handling_agency_id, reference, noted_at)
       values ($1, $2, $3, $4, $5, $6, $7, app.service_now()) on conflict do nothing returning kind`,
      [kind, subjectId, dateOf(dueAt), step, caseId, handlingAgencyId, reference],
    );
    return rows.length > 0;
  }

  async tell(work: OverdueWork, roles: readonly Role[]): Promise<void> {
    const { kind, subjectId, caseId, reference, handlingAgencyId, exceptUserId } = work;
    await this.manager.query(TELL, [
      kind,
      subjectId,
      caseId,
      reference,
      handlingAgencyId,
      [...roles],
      exceptUserId,
    ]);
  }

  async tellOfRecalls(): Promise<number> {
    const rows = await this.manager.query<unknown[]>(RECALLS);
    return rows.length;
  }
}
