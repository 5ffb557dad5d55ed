import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeadlines1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.deadline (
        deadline_id uuid primary key,
        case_id uuid not null,
        referral_id uuid not null,
        handling_agency_id uuid not null,
        promise text not null,
        limb text not null,
        binding boolean not null,
        policy_id text not null,
        policy_version integer not null,
        state text not null,
        due_at timestamptz not null,
        set_at timestamptz not null,
        adjusted_due_at timestamptz,
        met_at timestamptz,
        version integer not null default 1,
        revision integer not null default 1,
        warned_through integer not null default 0,
        repeat_no integer not null default 0,
        acknowledged boolean not null default false,
        last_fired_at timestamptz,
        next_fire_at timestamptz,
        next_stage text,
        constraint deadline_one_per_limb unique (case_id, promise, limb),
        constraint deadline_of_case foreign key (case_id) references app.case_file,
        constraint deadline_under_policy foreign key (policy_id, policy_version) references app.policy_version,
        constraint deadline_state_known check (state in (
          'running', 'met', 'breached', 'done-late', 'met-on-confirmation', 'met-on-correction', 'cancelled'
        )),
        constraint deadline_due_is_sane check (due_at between '1950-01-01' and '2200-01-01'),
        constraint deadline_running_has_timer check (state <> 'running' or next_fire_at is not null),
        constraint deadline_timer_has_stage check ((next_fire_at is null) = (next_stage is null)),
        constraint deadline_stage_known check (next_stage in ('warning', 'due', 'repeat'))
      );
      create index deadline_next_to_fire on app.deadline (next_fire_at) where next_fire_at is not null;
      create index deadline_by_referral on app.deadline (referral_id);

      create table app.deadline_version (
        deadline_id uuid not null,
        version integer not null,
        due_at timestamptz not null,
        inputs jsonb not null,
        reason text not null,
        recorded_at timestamptz not null,
        constraint deadline_version_key primary key (deadline_id, version),
        constraint deadline_version_of_deadline foreign key (deadline_id) references app.deadline
      );
      create trigger deadline_version_append_only before update or delete on app.deadline_version
        for each row execute function app.refuse_change();
      create trigger deadline_version_never_truncated before truncate on app.deadline_version
        for each statement execute function app.refuse_change();

      create table app.deadline_breach (
        deadline_id uuid primary key,
        case_id uuid not null,
        due_at timestamptz not null,
        recorded_at timestamptz not null,
        via text not null,
        constraint deadline_breach_of_deadline foreign key (deadline_id) references app.deadline,
        constraint deadline_breach_via_known check (via in ('queue', 'sweep', 'act')),
        constraint deadline_breach_never_early check (recorded_at > due_at)
      );
      create trigger deadline_breach_append_only before update or delete on app.deadline_breach
        for each row execute function app.refuse_change();

      create table app.alert (
        alert_id uuid primary key,
        deadline_id uuid not null,
        case_id uuid not null,
        handling_agency_id uuid not null,
        reference text not null,
        limb text not null,
        deadline_version integer not null,
        level text not null,
        repeat_no integer not null,
        raised_at timestamptz not null,
        notify_at timestamptz not null,
        due_at timestamptz not null,
        recipient_user_id uuid,
        state text not null default 'raised',
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        revision integer not null default 1,
        constraint alert_unique unique (deadline_id, deadline_version, level, repeat_no),
        constraint alert_of_deadline foreign key (deadline_id) references app.deadline,
        constraint alert_level_known check (level in ('warning', 'duty-lead', 'service-manager')),
        constraint alert_state_known check (state in ('raised', 'acknowledged', 'settled')),
        constraint alert_acknowledged_by_someone check (
          state <> 'acknowledged' or (acknowledged_by is not null and acknowledged_at is not null)
        )
      );
      create index alert_open on app.alert (handling_agency_id, raised_at, alert_id) where state = 'raised';
      create index alert_by_case on app.alert (case_id);

      create table app.sent_message (
        message_id uuid primary key,
        recipient_user_id uuid not null,
        template text not null,
        alert_ids uuid[] not null,
        state text not null,
        claimed_at timestamptz not null,
        sent_at timestamptz,
        attempts integer not null default 0,
        constraint sent_message_state_known check (state in ('claimed', 'sent', 'failed'))
      );

      create table app.alert_notice (
        alert_id uuid not null,
        recipient_user_id uuid not null,
        message_id uuid,
        notify_at timestamptz not null,
        constraint alert_notice_key primary key (alert_id, recipient_user_id),
        constraint alert_notice_of_alert foreign key (alert_id) references app.alert,
        constraint alert_notice_in_message foreign key (message_id) references app.sent_message
      );
      create index alert_notice_waiting on app.alert_notice (notify_at) where message_id is null;

      create table app.deadline_exception (
        exception_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        reason text not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint deadline_exception_of_case foreign key (case_id) references app.case_file,
        constraint deadline_exception_span check (from_at < to_at),
        constraint deadline_exception_reason_known check (reason in (
          'asked-to-wait', 'no-safe-route', 'wrong-details-with-police', 'no-interpreter'
        ))
      );
      create index deadline_exception_by_case on app.deadline_exception (case_id);
      create trigger deadline_exception_append_only before update or delete on app.deadline_exception
        for each row execute function app.refuse_change();

      create table app.contact_attempt (
        attempt_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        route_id uuid,
        channel text not null,
        outcome text not null,
        rung integer not null,
        happened_at timestamptz not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null,
        flag text,
        confirmation text not null,
        constraint contact_attempt_of_case foreign key (case_id) references app.case_file,
        constraint contact_attempt_on_route foreign key (route_id) references app.contact_route,
        constraint contact_attempt_rung_known check (rung between 0 and 7),
        constraint contact_attempt_not_ahead check (happened_at <= recorded_at),
        constraint contact_attempt_confirmation_known check (
          confirmation in ('not-needed', 'waiting', 'confirmed', 'declined')
        )
      );
      create index contact_attempt_by_case on app.contact_attempt (case_id, happened_at);

      create table app.second_person_check (
        check_id uuid primary key,
        kind text not null,
        case_id uuid not null,
        handling_agency_id uuid not null,
        reference text not null,
        attempt_id uuid,
        corrected_start_at timestamptz,
        reason text not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        state text not null default 'waiting',
        decided_by uuid,
        decided_at timestamptz,
        revision integer not null default 1,
        constraint check_of_case foreign key (case_id) references app.case_file,
        constraint check_of_attempt foreign key (attempt_id) references app.contact_attempt,
        constraint check_kind_known check (
          (kind = 'late-entry' and attempt_id is not null)
          or (kind = 'corrected-start' and corrected_start_at is not null)
        ),
        constraint check_state_known check (state in ('waiting', 'confirmed', 'declined')),
        constraint check_decided_by_another check (decided_by is null or decided_by <> asked_by),
        constraint check_decided_has_time check ((state = 'waiting') = (decided_at is null))
      );
      create index check_waiting on app.second_person_check (handling_agency_id, asked_at) where state = 'waiting';
      create index check_by_case on app.second_person_check (case_id);
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.second_person_check, app.contact_attempt, app.deadline_exception, app.alert_notice,
        app.sent_message, app.alert, app.deadline_breach, app.deadline_version, app.deadline;
    `);
  }
}

const BY_AGENCY = ['deadline', 'alert', 'deadline_exception', 'contact_attempt', 'second_person_check'];
const BY_DEADLINE = ['deadline_version', 'deadline_breach'];

const forced = (table: string) =>
  `alter table app.${table} enable row level security; alter table app.${table} force row level security;
   create policy service_works on app.${table} to waymark_worker using (true) with check (true);
   grant select, insert on app.${table} to waymark_worker;`;

const POLICIES = `
  ${[...BY_AGENCY, ...BY_DEADLINE, 'sent_message', 'alert_notice'].map(forced).join('\n')}

  ${BY_AGENCY.map(
    (table) => `
    create policy handler_sees on app.${table} for select to waymark_web using (
      (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
    );
    create policy handler_adds on app.${table} for insert to waymark_web with check (
      (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
    );
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;`,
  ).join('\n')}

  ${BY_DEADLINE.map(
    (table) => `
    create policy handler_sees on app.${table} for select to waymark_web using (
      exists (select 1 from app.deadline d where d.deadline_id = ${table}.deadline_id)
    );
    create policy deadline_writer_adds on app.${table} for insert to waymark_web with check (
      (select app.handles_cases()) or (select app.may_refer())
    );
    grant select, insert on app.${table} to waymark_web;`,
  ).join('\n')}

  create policy referrer_sees on app.deadline for select to waymark_web using (
    exists (select 1 from app.referral r where r.referral_id = deadline.referral_id)
  );
  create policy referrer_adds on app.deadline for insert to waymark_web with check ((select app.may_refer()));
  create policy handler_changes on app.deadline for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy handler_changes on app.alert for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy handler_changes on app.contact_attempt for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy handler_changes on app.second_person_check for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy referrer_asks on app.second_person_check for insert to waymark_web with check (
    kind = 'corrected-start' and asked_by = (select app.claim_user())
  );

  grant update (state, due_at, set_at, adjusted_due_at, met_at, version, revision, warned_through, repeat_no, acknowledged,
    last_fired_at, next_fire_at, next_stage) on app.deadline to waymark_web, waymark_worker;
  grant update (state, acknowledged_by, acknowledged_at, revision) on app.alert to waymark_web, waymark_worker;
  grant update (confirmation) on app.contact_attempt to waymark_web;
  grant update (state, decided_by, decided_at, revision) on app.second_person_check to waymark_web;
  grant update (state, sent_at, attempts) on app.sent_message to waymark_worker;
  grant update (message_id) on app.alert_notice to waymark_worker;
`;
