import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes, allowSealed, allowSeen } from './allow-codes';
import { changedByDesk, codesOf, keptByDesk, ofCase } from './case-tables';

/**
 * Complaints about services, with the times by which each is acknowledged and answered. Whoever one is about sees
 * neither it, nor its words, nor what was done about it; the history of the case does not say that there was one.
 */
export class RegisterComplaints1790000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(POLICIES);
    await runner.query(allowSealed('complaint-words'));
    await runner.query(allowSeen('complaint-words'));
    await runner.query(
      allowCodes({
        table: 'app.overdue_work',
        constraint: 'overdue_work_kind_known',
        column: 'kind',
        codes: ['complaint'],
      }),
    );
    await runner.query(NOTICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notice_stands(text, uuid);
      alter function app.notice_stands_besides_complaints(text, uuid) rename to notice_stands;
      drop policy complaint_reads_back on app.journal;
      drop policy complaint_words_of_readers on vault.person_record;
      drop table app.complaint;
    `);
  }
}

const ABOUT = ['our-service', 'a-worker', 'another-service', 'police', 'court-or-prosecution'];
const STATES = ['received', 'acknowledged', 'answered', 'reopened', 'closed', 'withdrawn'];
const FINDINGS = ['upheld', 'partly-upheld', 'not-upheld', 'passed-to-body'];

const TABLE = `
  create table app.complaint (
    complaint_id uuid primary key,
    reference text not null,
    about text not null,
    about_user_id uuid,
    state text not null default 'received',
    finding text,
    received_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    acknowledge_due_at timestamptz not null,
    reply_due_at timestamptz not null,
    acknowledged_at timestamptz,
    answered_at timestamptz,
    handled_by uuid,
    settled_at timestamptz,
    revision integer not null default 1,${ofCase('complaint')},
    constraint complaint_about_user foreign key (about_user_id) references app.staff_user,
    constraint complaint_recorded_by foreign key (recorded_by) references app.staff_user,
    constraint complaint_handled_by foreign key (handled_by) references app.staff_user,
    constraint complaint_about_known check (about in (${codesOf(ABOUT)})),
    constraint complaint_names_a_worker check (about_user_id is null or about = 'a-worker'),
    constraint complaint_state_known check (state in (${codesOf(STATES)})),
    constraint complaint_finding_known check (finding in (${codesOf(FINDINGS)})),
    constraint complaint_handled_by_another check (handled_by is distinct from about_user_id or handled_by is null),
    constraint complaint_not_ahead check (received_at <= recorded_at),
    constraint complaint_clocks_in_order check (acknowledge_due_at <= reply_due_at),
    constraint complaint_answered_has_finding check (state not in ('answered', 'closed') or finding is not null),
    constraint complaint_settled_has_time check ((state in ('closed', 'withdrawn')) = (settled_at is not null))
  );
  create index complaint_waits on app.complaint (handling_agency_id, reply_due_at) where settled_at is null;
  create trigger complaint_never_deleted before delete on app.complaint
    for each row execute function app.refuse_change();
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const LEADS = `(select app.claim_role()) in ('duty-lead', 'service-manager') and ${OWN_AGENCY}`;

const POLICIES = `
  ${keptByDesk({
    table: 'complaint',
    author: 'recorded_by',
    readers: `${OWN_AGENCY} and ((select app.claim_role()) in ('duty-lead', 'service-manager')
      or ((select app.claim_role()) = 'first-responder' and recorded_by = (select app.claim_user())))`,
  })}
  ${changedByDesk('complaint', [
    'state',
    'finding',
    'acknowledged_at',
    'answered_at',
    'handled_by',
    'settled_at',
    'revision',
  ])}
  alter policy caller_changes on app.complaint using (${LEADS})
    with check (${LEADS} and handled_by = (select app.claim_user()));
  create policy never_whom_it_is_about on app.complaint as restrictive to waymark_web
    using (about_user_id is distinct from (select app.claim_user()));
  create policy complaint_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'complaint'
    and exists (select 1 from app.complaint c where c.complaint_id = journal.subject_id)
  );
  create policy complaint_words_of_readers on vault.person_record as restrictive for select to waymark_web using (
    kind <> 'complaint-words'
    or (select app.claim_role()) = 'data-protection-officer'
    or exists (select 1 from app.complaint c where c.complaint_id = person_record.record_id)
  );
`;

/** What other work there is, the function knew before; this adds one kind and asks it about the rest. */
const NOTICES = `
  alter function app.notice_stands(text, uuid) rename to notice_stands_besides_complaints;
  create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
    select case kind
      when 'complaint' then exists (
        select 1 from app.complaint c where c.complaint_id = subject and c.state in ('received', 'acknowledged', 'reopened'))
      else app.notice_stands_besides_complaints(kind, subject) end
  $$;
`;
