import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * What people of a provider may write past the use cases. Into the journal: what happened to records of which they see
 * that they are theirs, of the case that they belong to, and what belongs to a referral in the transaction that adds it.
 * Into a request: what an answer changes, and nothing that is the desk's to say.
 */
export class NarrowWhatProvidersWrite1790000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    await runner.query(`
      alter policy staff_appends_as_themselves on app.journal with check (
        ${THEMSELVES} and case when (select app.claim_role()) = 'provider-worker'
          then app.provider_may_journal(subject_kind, subject_id, case_id)
            or app.referrer_may_journal(subject_kind, subject_id, ${OF_CASE}, event_type)
          else (select app.handles_cases()) or (select app.may_refer()) end
      );
      alter policy coordinator_appends on app.journal with check (
        (select app.claim_role()) = 'provider-coordinator' and ${THEMSELVES}
        and app.provider_may_journal(subject_kind, subject_id, case_id)
      );
    `);
    await runner.query(ANSWERS);
    await runner.query(HISTORY);
    await runner.query(
      allowCodes({
        table: 'app.service_request',
        constraint: 'service_request_withdraw_known',
        column: 'withdraw_reason',
        codes: ['giver-was-a-child'],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.service_request_followed_once;
      alter policy actor_notes on app.service_request_step with check (
        by_user_id = (select app.claim_user()) and by_agency_id = (select app.claim_agency())
        and app.may_note_request_step(request_id)
      );
      drop function app.step_is_of_request(uuid, uuid, uuid, uuid, text);
      drop trigger service_request_answered_by_service on app.service_request;
      drop function app.keep_desk_columns();
      alter policy coordinator_appends on app.journal with check (
        (select app.claim_role()) = 'provider-coordinator' and ${THEMSELVES}
      );
      alter policy staff_appends_as_themselves on app.journal with check (
        ${THEMSELVES} and ((select app.handles_cases()) or (select app.may_refer()))
      );
      drop function app.referrer_may_journal(text, uuid, uuid, text), app.provider_may_journal(text, uuid, uuid),
        app.request_is_of_case(uuid, uuid);
    `);
  }
}

const THEMSELVES = `actor_kind = 'staff' and actor_id = (select app.claim_user())
  and agency_id = (select app.claim_agency())`;

/** A wall that was declared with a referral names its case in what it says alone: no timeline shows it. */
const OF_CASE = `case when subject_kind = 'wall' then (payload->>'caseId')::uuid else case_id end`;

const FUNCTIONS = `
  -- Whether a request that the reader may note something of belongs to this case.
  create function app.request_is_of_case(request uuid, of_case uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.may_note_request_step(request)
      and exists (select 1 from app.service_request r where r.request_id = request and r.case_id = of_case)
  $$;

  -- As the reader, under their own policies: a record that they may not see is none that they write about.
  create function app.provider_may_journal(kind text, subject uuid, of_case uuid) returns boolean
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
        select 1 from app.declined_offer o where o.offer_id = subject and o.agency_id = app.claim_agency())
      else false end
  $$;

  -- A referral and everything that it opens is told in the transaction that adds it; afterwards its referrer tells only
  -- that they know of the risk.
  create function app.referrer_may_journal(kind text, subject uuid, of_case uuid, what text) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.may_refer() and exists (
      select 1 from app.case_file c join app.referral r on r.referral_id = c.referral_id
      where c.case_id = of_case and (
        (r.referred_by = app.claim_user() and r.xmin = pg_current_xact_id()::xid)
        or (r.referring_agency_id = app.claim_agency() and kind = 'referral' and subject = r.referral_id
          and what = 'urgent-page.risk-acknowledged')
      )
    )
  $$;
  revoke execute on function app.request_is_of_case, app.referrer_may_journal from public;
  grant execute on function app.request_is_of_case, app.referrer_may_journal to waymark_web;
`;

/** Beginning the clock of a step anew takes away whoever silence landed on; it names nobody. */
const ANSWERS = `
  create function app.keep_desk_columns() returns trigger language plpgsql as $$
  begin
    if not coalesce(app.works_at_provider(), false) then
      return new;
    end if;
    if (old.state, new.state) not in (
        ('sent', 'acknowledged'), ('sent', 'waiting'), ('sent', 'allocated'), ('sent', 'declined'),
        ('sent', 'redirected'), ('acknowledged', 'waiting'), ('acknowledged', 'allocated'),
        ('acknowledged', 'declined'), ('acknowledged', 'redirected'), ('waiting', 'waiting'),
        ('waiting', 'allocated'), ('waiting', 'not-wanted'), ('allocated', 'allocated'), ('allocated', 'active'),
        ('allocated', 'waiting'), ('active', 'active'), ('active', 'ended')
      )
      or (new.service_id, new.agency_id, new.reached_by, new.suggested_service_id, new.sent_at, new.sent_on,
          new.withdraw_reason, new.offered_next_at)
        is distinct from (old.service_id, old.agency_id, old.reached_by, old.suggested_service_id, old.sent_at,
          old.sent_on, old.withdraw_reason, old.offered_next_at)
      or (old.decided_at is not null and new.decided_at is distinct from old.decided_at)
      or (new.managed_by is not null and new.managed_by is distinct from old.managed_by)
      or (new.landed_at is not null and new.landed_at is distinct from old.landed_at)
      or (new.landed_on is not null and new.landed_on is distinct from old.landed_on)
      or (new.manager_acknowledged_at is not null
        and new.manager_acknowledged_at is distinct from old.manager_acknowledged_at)
      or (new.share_id is distinct from old.share_id and (old.share_id is not null or not exists (
        select 1 from app.share s join app.staff_user u on u.user_id = s.opened_by
        where s.share_id = new.share_id and s.case_id = new.case_id and s.agency_id = new.agency_id
          and s.purpose = new.purpose and s.state = 'open' and u.agency_id = new.agency_id
      )))
    then
      raise exception 'a service says nothing that is for the desk to say' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger service_request_answered_by_service before update on app.service_request
    for each row execute function app.keep_desk_columns();
`;

/** A line of the history says of its request what is so, and what follows a request is opened once. */
const HISTORY = `
  create function app.step_is_of_request(request uuid, of_case uuid, at_desk uuid, agency uuid, stands text)
    returns boolean language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r
      where r.request_id = request and r.case_id = of_case and r.handling_agency_id = at_desk
        and r.agency_id is not distinct from agency and r.state = stands
    )
  $$;
  revoke execute on function app.step_is_of_request from public;
  grant execute on function app.step_is_of_request to waymark_web;
  alter policy actor_notes on app.service_request_step with check (
    by_user_id = (select app.claim_user()) and by_agency_id = (select app.claim_agency())
    and app.may_note_request_step(request_id)
    and app.step_is_of_request(request_id, case_id, handling_agency_id, agency_id, state)
  );
  create unique index service_request_followed_once on app.service_request (instead_of)
    where state in ('proposed', 'sent', 'acknowledged', 'waiting', 'allocated', 'active');
`;
