import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A conversation counts once it is known who was spoken with. Beside it: what of the promise was given, calls that
 * were promised for a time, and the attempt policy as versions.
 */
export class RecordConversationsAndCallBacks1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.contact_attempt add column identity_by text, add column identity_at timestamptz;
      update app.contact_attempt set identity_by = 'before-the-rule', identity_at = recorded_at where rung >= 5;
      alter table app.contact_attempt
        add constraint contact_attempt_identity_known check (
          identity_by in ('code-word', 'date-of-birth', 'known-voice', 'before-the-rule')
        ),
        add constraint contact_attempt_identity_has_time check ((identity_by is null) = (identity_at is null)),
        add constraint contact_attempt_conversation_has_identity check (rung < 5 or identity_by is not null);

      create table app.conversation_follow_up (
        attempt_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        identity text not null,
        emotional_support text,
        justice_information text,
        support_offer text,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint follow_up_of_attempt foreign key (attempt_id) references app.contact_attempt,
        constraint follow_up_of_case foreign key (case_id) references app.case_file,
        constraint follow_up_identity_known check (
          identity in ('code-word', 'date-of-birth', 'known-voice', 'not-sure')
        ),
        constraint follow_up_answers_known check (
          emotional_support in ('given', 'declined', 'later')
          and justice_information in ('given', 'declined', 'later')
          and support_offer in ('given', 'declined', 'later')
        ),
        constraint follow_up_is_whole check (
          identity = 'not-sure'
          or (emotional_support is not null and justice_information is not null and support_offer is not null)
        )
      );
      create index follow_up_by_case on app.conversation_follow_up (case_id, recorded_at);
      create trigger follow_up_append_only before update or delete on app.conversation_follow_up
        for each row execute function app.refuse_change();
      create trigger follow_up_never_truncated before truncate on app.conversation_follow_up
        for each statement execute function app.refuse_change();

      create table app.call_back (
        call_back_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        attempt_id uuid,
        at timestamptz not null,
        made_by uuid not null,
        made_at timestamptz not null,
        flags text[] not null,
        ended text,
        ended_at timestamptz,
        ended_by_attempt uuid,
        constraint call_back_of_case foreign key (case_id) references app.case_file,
        constraint call_back_of_attempt foreign key (attempt_id) references app.contact_attempt,
        constraint call_back_ended_by foreign key (ended_by_attempt) references app.contact_attempt,
        constraint call_back_ahead check (at > made_at),
        constraint call_back_flags_known check (flags <@ array['outside-safe-times', 'after-a-deadline']),
        constraint call_back_ended_known check (ended in ('kept', 'late', 'replaced')),
        constraint call_back_ended_has_time check ((ended is null) = (ended_at is null))
      );
      create unique index call_back_one_open on app.call_back (case_id) where ended is null;
      create index call_back_promised on app.call_back (handling_agency_id, at) where ended is null;

      create table app.attempt_policy_version (
        version integer primary key,
        body jsonb not null,
        effective_from timestamptz not null,
        constraint attempt_policy_from_one check (version >= 1)
      );
      insert into app.attempt_policy_version (version, body, effective_from) values (1,
        '{"attempts": 5, "workingDays": 5, "timesOfDay": 2, "mostPerDay": 2, "eveningWanted": true, "routesWanted": 2}',
        '2020-01-01T00:00:00Z');
      create trigger attempt_policy_append_only before update or delete on app.attempt_policy_version
        for each row execute function app.refuse_change();
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.attempt_policy_version, app.call_back, app.conversation_follow_up;
      alter table app.contact_attempt drop column identity_by, drop column identity_at;
      revoke update (rung) on app.contact_attempt from waymark_web;
    `);
  }
}

const byAgency = (table: string) => `
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy service_works on app.${table} to waymark_worker using (true) with check (true);
  create policy handler_sees on app.${table} for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy handler_adds on app.${table} for insert to waymark_web with check (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.${table} for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  grant select, insert on app.${table} to waymark_web;
  grant select on app.${table} to waymark_worker;`;

const POLICIES = `
  ${['conversation_follow_up', 'call_back'].map(byAgency).join('\n')}

  create policy handler_changes on app.call_back for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  grant update (ended, ended_at, ended_by_attempt) on app.call_back to waymark_web;
  grant update (rung, identity_by, identity_at) on app.contact_attempt to waymark_web;

  alter table app.attempt_policy_version enable row level security;
  alter table app.attempt_policy_version force row level security;
  create policy everyone_reads on app.attempt_policy_version for select using (true);
  create policy migrator_writes on app.attempt_policy_version for insert to current_user with check (true);
  grant select on app.attempt_policy_version to waymark_web, waymark_worker, waymark_report;
`;
