import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * What waits for a member of staff and must reach them by mail: work whose time has passed, access that was taken back,
 * an opening in an emergency. One function says who hears of a record, so that whoever is behind a wall is passed over
 * for somebody who may look; and the worker may move what stands in such hands.
 */
export class TellStaffWhatWaits1790000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(
      allowCodes({
        table: 'app.message_template_version',
        constraint: 'message_template_known',
        column: 'template_id',
        codes: FIRST_TEXTS.map(({ id }) => id),
      }),
    );
    await runner.query(`
      create policy first_texts on app.message_template_version to current_user using (true) with check (true);
      insert into app.message_template_version (template_id, version, body, effective_from) values
        ${FIRST_TEXTS.map(({ id, body }) => `(${literal(id)}, 1, ${literal(JSON.stringify(body))}, '2000-01-01T00:00:00Z')`).join(', ')};
      drop policy first_texts on app.message_template_version;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.message_template_version disable trigger message_template_version_append_only,
        no force row level security;
      delete from app.message_template_version where template_id in (${FIRST_TEXTS.map(({ id }) => literal(id)).join(', ')});
      alter table app.message_template_version enable trigger message_template_version_append_only,
        force row level security;
      revoke delete on app.case_claim from waymark_worker;
      drop index app.case_walled_open;
      drop function app.notice_stands(text, uuid), app.staff_to_tell(uuid, uuid, uuid, text);
      alter table app.sent_message drop column notice_ids;
      drop table app.staff_notice, app.overdue_work;
    `);
  }
}

const TABLES = `
  create table app.overdue_work (
    kind text not null,
    subject_id uuid not null,
    due_at timestamptz not null,
    step integer not null,
    case_id uuid,
    handling_agency_id uuid not null,
    reference text not null,
    noted_at timestamptz not null,
    constraint overdue_work_key primary key (kind, subject_id, due_at, step),
    constraint overdue_work_kind_known check (kind in (
      'safety-review', 'override-review', 'opening-review', 'information-request', 'breach', 'safeguarding'
    )),
    constraint overdue_work_step_known check (step in (1, 2)),
    constraint overdue_work_was_due check (noted_at > due_at)
  );

  create table app.staff_notice (
    notice_id uuid primary key default uuidv7(),
    kind text not null,
    subject_id uuid not null,
    case_id uuid,
    reference text not null,
    template text not null,
    noted_at timestamptz not null,
    recipient_user_id uuid not null,
    message_id uuid,
    constraint staff_notice_once unique (kind, subject_id, noted_at, recipient_user_id),
    constraint staff_notice_kind_is_code check (kind ~ '^[a-z-]{1,40}$'),
    constraint staff_notice_template_is_code check (template ~ '^[a-z-]{1,40}$'),
    constraint staff_notice_in_message foreign key (message_id) references app.sent_message
  );
  create index staff_notice_waiting on app.staff_notice (noted_at) where message_id is null;
  alter table app.sent_message add column notice_ids uuid[] not null default '{}';

  ${['overdue_work', 'staff_notice']
    .map(
      (table) => `
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy service_works on app.${table} to waymark_worker using (true) with check (true);
  grant select, insert on app.${table} to waymark_worker;
  select app.put_behind_walls('app.${table}');
  select app.open_to_subject_packs('app.${table}');`,
    )
    .join('\n')}
  grant update (message_id) on app.staff_notice to waymark_worker;

  grant delete on app.case_claim to waymark_worker;
  create index case_walled_open on app.case_file (case_id) where walled and closed_at is null;
`;

const FUNCTIONS = `
  -- Whom a level reaches: the one it names, else everybody of its role, else managers, else leads; nobody behind a wall.
  create function app.staff_to_tell(of_case uuid, agency uuid, named uuid, wanted text)
    returns setof uuid language sql stable rows 3 as $$
    with reached as (
      select u.user_id, case when u.user_id = named then 0 when u.role = wanted then 1
        when u.role = 'service-manager' then 2 else 3 end as height
      from app.staff_user u
      where u.state = 'active' and u.agency_id = agency
        and (u.user_id = named or u.role in (wanted, 'service-manager', 'duty-lead'))
        and not (
          coalesce((select c.walled from app.case_file c where c.case_id = of_case), false)
          and app.user_is_behind_wall(of_case, u.user_id)
        )
    )
    select user_id from reached where height = (select min(height) from reached)
  $$;

  -- Whether what a notice is about still waits for anybody.
  create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
    select case kind
      when 'safety-review' then exists (
        select 1 from app.safety_review where review_id = subject and state = 'open')
      when 'override-review' then exists (
        select 1 from app.consent_override where override_id = subject and reviewed_at is null and state <> 'declined')
      when 'opening-review' then exists (
        select 1 from app.break_glass where grant_id = subject and review is null)
      when 'information-request' then exists (
        select 1 from app.information_request where request_id = subject and closed_at is null)
      when 'breach' then exists (
        select 1 from app.breach_record where breach_id = subject and closed_at is null and reported_at is null)
      when 'safeguarding' then exists (
        select 1 from app.safeguarding_task where task_id = subject and settled_at is null)
      when 'share' then exists (
        select 1 from app.share_notice where notice_id = subject and seen_at is null)
      else false end
  $$;
`;

const FIRST_TEXTS = [
  {
    id: 'work-overdue',
    body: {
      one: {
        subject: 'Waymark: {{reference}} is overdue',
        body: '{{reference}} waits for you, and its time has passed.\n\nOpen it: {{link}}',
      },
      many: {
        subject: 'Waymark: {{count}} references are overdue',
        body: 'These wait for you, and their time has passed:\n{{references}}\n\nOpen them: {{link}}',
      },
    },
  },
  {
    id: 'opened-in-emergency',
    body: {
      one: {
        subject: 'Waymark: {{reference}} was opened',
        body: '{{reference}} was opened by somebody who does not usually see it. Somebody else looks at why.\n\nOpen it: {{link}}',
      },
      many: {
        subject: 'Waymark: {{count}} references were opened',
        body: 'These were opened by somebody who does not usually see them. Somebody else looks at why.\n{{references}}\n\nOpen them: {{link}}',
      },
    },
  },
  {
    id: 'sharing-changed',
    body: {
      one: {
        subject: 'Waymark: {{reference}} has changed',
        body: 'What you see of {{reference}} has changed.\n\nOpen it: {{link}}',
      },
      many: {
        subject: 'Waymark: {{count}} references have changed',
        body: 'What you see of these has changed:\n{{references}}\n\nOpen them: {{link}}',
      },
    },
  },
];

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
