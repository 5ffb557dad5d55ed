import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * What kinds of support bring with them: domestic-abuse flags with their tasks, stored samples with a day of their own,
 * check-ins that the person asked for, hand-overs to another area, and what somebody was only told of. Codes, days and
 * times; words are sealed. None of it is there for police, providers or commissioners.
 */
export class KeepSupportTasks1790000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(
      allowCodes({
        table: 'app.overdue_work',
        constraint: 'overdue_work_kind_known',
        column: 'kind',
        codes: ['support-task'],
      }),
    );
    await runner.query(NOTICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notice_stands(text, uuid);
      alter function app.notice_stands_besides_support(text, uuid) rename to notice_stands;
      drop table app.signpost, app.stored_sample, app.domestic_abuse_flag, app.support_task;
    `);
  }
}

const CODES = {
  kinds: ['dash', 'marac', 'idva', 'abuse-review', 'sample-review', 'check-in', 'transfer'],
  done: [
    'standard',
    'medium',
    'high',
    'still-so',
    'no-longer-so',
    'kept-on',
    'with-police',
    'no-longer-kept',
    'is-well',
    'wants-support',
    'not-reached',
  ],
  notNeeded: [
    'done-by-another-service',
    'below-threshold',
    'person-does-not-want-it',
    'flag-was-wrong',
    'no-safe-way',
  ],
  withdrawn: [
    'person-changed-mind',
    'contact-stopped',
    'flag-lowered',
    'sample-ended',
    'taken-back',
    'record-erased',
  ],
  how: ['phone', 'in-person', 'video', 'message', 'letter'],
} as const;
const list = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

const OF_CASE = (table: string) => `
    constraint ${table}_of_case foreign key (case_id) references app.case_file,
    constraint ${table}_of_person foreign key (person_id) references app.person,
    constraint ${table}_by_agency foreign key (handling_agency_id) references app.agency`;

const TABLES = `
  create table app.support_task (
    task_id uuid primary key,
    kind text not null,
    about_id uuid not null,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    reference text not null,
    state text not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    owner_user_id uuid,
    planned_on date,
    due_at timestamptz not null,
    policy_version integer not null,
    may_contact boolean not null,
    said_how text,
    sent_at timestamptz,
    ground text,
    outcome text,
    settled_by uuid,
    settled_at timestamptz,
    revision integer not null default 1,${OF_CASE('support_task')},
    constraint support_task_opened_by foreign key (opened_by) references app.staff_user,
    constraint support_task_owned_by foreign key (owner_user_id) references app.staff_user,
    constraint support_task_settled_by foreign key (settled_by) references app.staff_user,
    constraint support_task_kind_known check (kind in (${list(CODES.kinds)})),
    constraint support_task_state_known check (
      state in ('planned', 'open', 'sent', 'acknowledged', 'done', 'not-needed', 'withdrawn')
    ),
    constraint support_task_planned_has_day check (state <> 'planned' or planned_on is not null),
    constraint support_task_said_how_known check (said_how in (${list(CODES.how)})),
    constraint support_task_check_in_was_asked_for check (kind <> 'check-in' or (may_contact and said_how is not null)),
    constraint support_task_ground_known check (ground in ('consent', 'override')),
    constraint support_task_sent_on_a_ground check (
      state not in ('sent', 'acknowledged') or num_nonnulls(sent_at, ground) = 2
    ),
    constraint support_task_settled_has_time check (
      (state in ('acknowledged', 'done', 'not-needed', 'withdrawn')) = (settled_at is not null)
    ),
    constraint support_task_outcome_fits check (case state
      when 'done' then outcome in (${list(CODES.done)})
      when 'not-needed' then outcome in (${list(CODES.notNeeded)})
      when 'withdrawn' then outcome in (${list(CODES.withdrawn)})
      else outcome is null end)
  );
  create unique index support_task_one_live on app.support_task (case_id, kind, about_id)
    where state in ('planned', 'open', 'sent') and kind <> 'check-in';
  create unique index support_task_one_check_in_a_day on app.support_task (case_id, planned_on)
    where state in ('planned', 'open') and kind = 'check-in';
  create index support_task_by_case on app.support_task (case_id);
  create index support_task_by_person on app.support_task (person_id);
  create index support_task_live on app.support_task (handling_agency_id, due_at, task_id)
    where state in ('planned', 'open', 'sent');
  create index support_task_to_begin on app.support_task (due_at) where state = 'planned';

  create table app.domestic_abuse_flag (
    flag_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    raised_by uuid not null,
    raised_at timestamptz not null,
    review_on date not null,
    lowering text,
    lowered_by uuid,
    lowered_at timestamptz,
    revision integer not null default 1,${OF_CASE('domestic_abuse_flag')},
    constraint domestic_abuse_flag_raised_by foreign key (raised_by) references app.staff_user,
    constraint domestic_abuse_flag_lowered_by foreign key (lowered_by) references app.staff_user,
    constraint domestic_abuse_flag_lowering_known check (lowering in ('no-longer-so', 'was-a-mistake')),
    constraint domestic_abuse_flag_lowered_whole check (num_nonnulls(lowering, lowered_by, lowered_at) in (0, 3))
  );
  create unique index domestic_abuse_flag_stands_once on app.domestic_abuse_flag (case_id) where lowered_at is null;
  create index domestic_abuse_flag_by_person on app.domestic_abuse_flag (person_id);

  create table app.stored_sample (
    sample_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    taken_on date not null,
    kept_until date not null,
    remind boolean not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ending text,
    ended_by uuid,
    ended_at timestamptz,
    revision integer not null default 1,${OF_CASE('stored_sample')},
    constraint stored_sample_recorded_by foreign key (recorded_by) references app.staff_user,
    constraint stored_sample_ended_by foreign key (ended_by) references app.staff_user,
    constraint stored_sample_kept_after_taken check (kept_until > taken_on),
    constraint stored_sample_ending_known check (ending in ('with-police', 'no-longer-kept')),
    constraint stored_sample_ended_whole check (num_nonnulls(ending, ended_by, ended_at) in (0, 3))
  );
  create index stored_sample_by_case on app.stored_sample (case_id);
  create index stored_sample_by_person on app.stored_sample (person_id);

  create table app.signpost (
    signpost_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    kind text not null,
    given_how text not null,
    given_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,${OF_CASE('signpost')},
    constraint signpost_recorded_by foreign key (recorded_by) references app.staff_user,
    constraint signpost_kind_known check (
      kind in ('gp', 'sexual-health', 'mental-health', 'victim-support', 'idva', 'sarc')
    ),
    constraint signpost_how_known check (given_how in (${list(CODES.how)})),
    constraint signpost_not_ahead check (given_at <= recorded_at)
  );
  create index signpost_by_case on app.signpost (case_id, given_at);
  create index signpost_by_person on app.signpost (person_id);
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const HANDLER = `(select app.handles_cases()) and ${OWN_AGENCY}`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead') and ${OWN_AGENCY}`;
const OF_OWN_CASE = (
  table: string,
) => `exists (select 1 from app.case_file c where c.case_id = ${table}.case_id
  and c.person_id = ${table}.person_id and c.handling_agency_id = ${table}.handling_agency_id)`;

const AUTHOR = {
  support_task: 'opened_by',
  domestic_abuse_flag: 'raised_by',
  stored_sample: 'recorded_by',
  signpost: 'recorded_by',
} as const;

const POLICIES = `
  ${Object.entries(AUTHOR)
    .map(
      ([table, author]) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    create policy caller_adds on app.${table} for insert to waymark_web with check (
      ${CALLER} and ${author} = (select app.claim_user()) and ${OF_OWN_CASE(table)}
    );
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');`,
    )
    .join('\n')}

  create policy caller_changes on app.support_task for update to waymark_web using (${CALLER})
    with check (${CALLER} and (settled_by is null or settled_by = (select app.claim_user())));
  grant update (state, owner_user_id, due_at, sent_at, ground, outcome, settled_by, settled_at, revision)
    on app.support_task to waymark_web;
  grant update (state, due_at, outcome, settled_at, revision) on app.support_task to waymark_worker;
  create policy caller_lowers on app.domestic_abuse_flag for update to waymark_web using (${CALLER})
    with check (${CALLER} and (lowered_by is null or lowered_by = (select app.claim_user())));
  grant update (review_on, lowering, lowered_by, lowered_at, revision) on app.domestic_abuse_flag to waymark_web;
  create policy caller_ends on app.stored_sample for update to waymark_web using (${CALLER})
    with check (${CALLER} and (ended_by is null or ended_by = (select app.claim_user())));
  grant update (kept_until, remind, ending, ended_by, ended_at, revision) on app.stored_sample to waymark_web;
  create trigger signpost_append_only before update or delete on app.signpost
    for each row execute function app.refuse_change();
  create trigger signpost_never_truncated before truncate on app.signpost
    for each statement execute function app.refuse_change();
`;

/** What other work there is, the function knew before; this adds one kind and asks it about the rest. */
const NOTICES = `
  alter function app.notice_stands(text, uuid) rename to notice_stands_besides_support;
  create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
    select case kind
      when 'support-task' then exists (
        select 1 from app.support_task t where t.task_id = subject and t.state in ('open', 'sent'))
      else app.notice_stands_besides_support(kind, subject) end
  $$;
`;
