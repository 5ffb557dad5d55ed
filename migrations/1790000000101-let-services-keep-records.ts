import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALLER, ofOwnCase } from './case-tables';

/**
 * What a service keeps of the people it works with: appointments, outcomes, needs and risks, what they say of services.
 * Each row says which service keeps it, or nothing when the desk does. Only whoever works on the case there comes in, and
 * only while something is shared on a ground that stands (P6); what others keep is read as far as its class is shared.
 */
export class LetServicesKeepRecords1790000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GROUND);
    for (const kept of KEPT) await runner.query(keptByServices(kept));
    await runner.query(CHANGES);
    await runner.query(WORDS);
    await runner.query(REMINDERS);
    await runner.query(journalledBy(MAY_JOURNAL_WITH_RECORDS));
    for (const { table, key, subject } of KEPT)
      await runner.query(`
        create policy ${table}_reads_back on app.journal for select to waymark_web using (
          subject_kind = '${subject}' and exists (select 1 from app.${table} t where t.${key} = journal.subject_id)
        );`);
    await runner.query(`
      create policy service_reminder_reads_back on app.journal for select to waymark_web using (
        subject_kind = 'person-message' and (select app.works_at_provider())
        and exists (select 1 from app.person_message m where m.message_id = journal.subject_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(journalledBy(''));
    await runner.query(`
      drop policy service_reminder_reads_back on app.journal;
      drop policy service_reads_notes on vault.person_record;
      drop policy service_seals_notes on vault.person_record;
      drop policy service_chooses on app.message_template_version;
      drop policy service_sees on app.person_message;
      drop policy service_queues on app.person_message;
    `);
    for (const { table, author } of KEPT)
      await runner.query(`
        drop policy ${table}_reads_back on app.journal;
        drop policy service_sees on app.${table};
        drop policy service_adds on app.${table};
        drop policy if exists service_changes on app.${table};
        alter policy caller_adds on app.${table} with check (
          ${CALLER} and ${author} = (select app.claim_user()) and ${ofOwnCase(table)}
        );
        alter table app.${table} drop column kept_by;
      `);
    await runner.query('drop function app.case_worked_on(uuid), app.works_on_case(uuid)');
  }
}

interface Kept {
  readonly table: string;
  readonly key: string;
  readonly author: string;
  /** What the journal calls it. */
  readonly subject: string;
  /** The class without which a service keeps none of it; `CLASS_OF_CARE` of domain/care. */
  readonly needs: string | null;
  /** The class that opens what others keep; null when nothing does. */
  readonly opens: string | null;
}

const KEPT: readonly Kept[] = [
  {
    table: 'appointment',
    key: 'appointment_id',
    author: 'booked_by',
    subject: 'appointment',
    needs: null,
    opens: 'support-fact',
  },
  {
    table: 'outcome_score',
    key: 'score_id',
    author: 'recorded_by',
    subject: 'outcome',
    needs: 'needs',
    opens: 'needs',
  },
  {
    table: 'needs_assessment',
    key: 'assessment_id',
    author: 'assessed_by',
    subject: 'needs-assessment',
    needs: 'needs',
    opens: 'needs',
  },
  {
    table: 'risk_flag',
    key: 'risk_id',
    author: 'raised_by',
    subject: 'risk',
    needs: 'needs',
    opens: 'needs',
  },
  {
    table: 'person_feedback',
    key: 'feedback_id',
    author: 'recorded_by',
    subject: 'feedback',
    needs: null,
    opens: null,
  },
];

/** Whoever has the request in hand there, and whoever a share is for that came with no request. */
const GROUND = `
  create function app.works_on_case(of_case uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.works_at_provider() and of_case not in (select b.case_id from app.behind_wall() b)
      and app.case_shared_with(of_case, app.claim_agency()) and (
        exists (
          select 1 from app.service_request r where r.case_id = of_case and r.agency_id = app.claim_agency()
            and r.state in ('waiting', 'allocated', 'active') and (app.claim_role() = 'provider-coordinator'
              or r.allocated_to is null or r.allocated_to = app.claim_user())
        ) or exists (
          select 1 from app.share s where s.case_id = of_case and s.agency_id = app.claim_agency() and s.state = 'open'
            and not exists (select 1 from app.service_request r where r.share_id = s.share_id)
        )
      )
  $$;

  -- The case behind what somebody at a service works on: whose it is, and to which desk what is urgent goes.
  create function app.case_worked_on(of_case uuid)
    returns table (case_id uuid, person_id uuid, handling_agency_id uuid, referral_id uuid, reference text,
      owner_team_id uuid)
    language sql stable security definer set search_path = '' as $$
    select c.case_id, c.person_id, c.handling_agency_id, c.referral_id, c.reference, c.owner_team_id
    from app.case_file c where c.case_id = of_case and app.works_on_case(of_case)
  $$;
  revoke execute on function app.works_on_case, app.case_worked_on from public;
  grant execute on function app.works_on_case, app.case_worked_on to waymark_web;
`;

const ME = '(select app.claim_user())';
const MINE = 'kept_by = (select app.claim_agency())';
const SERVICE = '(select app.works_at_provider())';

function keptByServices({ table, author, needs, opens }: Kept): string {
  const shared = (what: string) => `app.shared_with_me(${table}.person_id, '${what}')`;
  const works = `${SERVICE} and app.works_on_case(${table}.case_id)${needs === null ? '' : ` and ${shared(needs)}`}`;
  return `
    alter table app.${table} add column kept_by uuid,
      add constraint ${table}_kept_by_agency foreign key (kept_by) references app.agency,
      add constraint ${table}_kept_elsewhere check (kept_by <> handling_agency_id);
    alter policy caller_adds on app.${table} with check (
      ${CALLER} and ${author} = ${ME} and kept_by is null and ${ofOwnCase(table)}
    );
    create policy service_sees on app.${table} for select to waymark_web using (
      ${works} and (${MINE}${opens === null ? '' : ` or ${shared(opens)}`})
    );
    create policy service_adds on app.${table} for insert to waymark_web with check (
      ${works} and ${MINE} and ${author} = ${ME} and exists (
        select 1 from app.case_worked_on(${table}.case_id) c
        where c.person_id = ${table}.person_id and c.handling_agency_id = ${table}.handling_agency_id
      )
    );`;
}

/** A service settles what it keeps, in the name of whoever does; the desk may settle everything of its cases. */
const CHANGES = `
  create policy service_changes on app.appointment for update to waymark_web using (
    ${SERVICE} and ${MINE} and app.works_on_case(appointment.case_id)
  ) with check (${MINE} and (settled_by is null or settled_by = ${ME}));
  create policy service_changes on app.risk_flag for update to waymark_web using (
    ${SERVICE} and ${MINE} and app.works_on_case(risk_flag.case_id)
    and app.shared_with_me(risk_flag.person_id, 'needs')
  ) with check (${MINE} and (closed_by is null or closed_by = ${ME}));
`;

/** The words beside an appointment or a risk, for whoever sees the row itself; sealed by whoever added it. */
const WORDS = `
  create policy service_reads_notes on vault.person_record for select to waymark_web using (
    ${SERVICE} and kind = 'support-note' and (
      exists (select 1 from app.appointment a where a.appointment_id = record_id and a.person_id = person_record.person_id)
      or exists (select 1 from app.risk_flag f where f.risk_id = record_id and f.person_id = person_record.person_id)
    )
  );
  create policy service_seals_notes on vault.person_record for insert to waymark_web with check (
    ${SERVICE} and kind = 'support-note' and (
      exists (select 1 from app.appointment a where a.appointment_id = record_id
        and a.person_id = person_record.person_id and a.${MINE} and a.booked_by = ${ME})
      or exists (select 1 from app.risk_flag f where f.risk_id = record_id
        and f.person_id = person_record.person_id and f.${MINE} and f.raised_by = ${ME})
    )
  );
`;

const OWN_APPOINTMENT = `exists (
  select 1 from app.appointment a where a.case_id = person_message.case_id
    and a.starts_at = person_message.about_at and a.${MINE})`;

/** A reminder of the service's own appointment, by a route that is shared with it; the worker asks the gate again (P5). */
const REMINDERS = `
  create policy service_sees on app.person_message for select to waymark_web using (
    ${SERVICE} and kind = 'appointment' and ${OWN_APPOINTMENT}
  );
  create policy service_queues on app.person_message for insert to waymark_web with check (
    ${SERVICE} and kind = 'appointment' and queued_by = ${ME} and state = 'queued' and tries = 0
    and claimed_at is null and ${OWN_APPOINTMENT}
    and app.shared_with_me(person_message.person_id, 'safe-contact')
    and exists (
      select 1 from app.case_worked_on(person_message.case_id) c
      where c.person_id = person_message.person_id and c.handling_agency_id = person_message.handling_agency_id
    )
    and exists (
      select 1 from app.contact_route r
      where r.route_id = person_message.route_id and r.person_id = person_message.person_id
    )
  );
  create policy service_chooses on app.message_template_version for select to waymark_web using (${SERVICE});
`;

const ROWS_KEPT = KEPT.map(
  ({ table, key, subject }) => `
      when '${subject}' then exists (
        select 1 from app.${table} t where t.${key} = subject and t.case_id = of_case and t.${MINE})`,
).join('');

const MAY_JOURNAL_WITH_RECORDS = `${ROWS_KEPT}
      when 'person-message' then exists (
        select 1 from app.person_message m where m.message_id = subject and m.case_id = of_case
          and m.queued_by = app.claim_user())
      when 'message-cancellation' then exists (
        select 1 from app.person_message m where m.message_id = subject and m.case_id = of_case)`;

/** As the reader, under their own policies: a record that they may not see is none that they write about. */
const journalledBy = (more: string) => `
  create or replace function app.provider_may_journal(kind text, subject uuid, of_case uuid) returns boolean
    language sql stable as $$
    select app.works_at_provider() and case kind
      when 'service-request' then app.request_is_of_case(subject, of_case)
      when 'share' then exists (
        select 1 from app.share s where s.share_id = subject and s.case_id = of_case
          and s.agency_id = app.claim_agency())
      when 'plan-lead' then exists (
        select 1 from app.plan_lead l where l.lead_id = subject and l.case_id = of_case
          and l.agency_id = app.claim_agency())
      when 'plan-contact' then exists (
        select 1 from app.plan_contact p where p.contact_id = subject and p.case_id = of_case
          and p.agency_id = app.claim_agency())
      when 'plan-topic' then exists (
        select 1 from app.plan_topic t where t.topic_id = subject and t.case_id = of_case
          and t.agency_id = app.claim_agency())
      when 'leave' then of_case is null and exists (
        select 1 from app.staff_leave l where l.leave_id = subject and l.agency_id = app.claim_agency())
      when 'declined-offer' then of_case is null and exists (
        select 1 from app.declined_offer o where o.offer_id = subject and o.agency_id = app.claim_agency())${more}
      else false end
  $$;
`;
