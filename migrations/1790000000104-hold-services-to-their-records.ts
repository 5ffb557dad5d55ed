import type { MigrationInterface, QueryRunner } from 'typeorm';
import { codesOf } from './case-tables';

/**
 * A service keeps to what is its own, also past the use cases: a colleague with others in hand stays out of a case that
 * somebody there works on, nothing of the desk's is put out of its place, what is settled stays, a reminder is told to
 * whoever asked for it, and a page names the case and whoever is on call for it (P5, P6, P7).
 */
export class HoldServicesToTheirRecords1790000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(worksOnCase(IN_NOBODYS_HANDS));
    await runner.query(OWN_PLACE);
    await runner.query(REMINDERS);
    await runner.query(`
      alter policy service_sees_current on app.on_call_shift using (${ON_CALL_NOW} and exists (
        select 1 from app.share s
        where s.agency_id = (select app.claim_agency()) and s.handling_agency_id = on_call_shift.agency_id
          and s.state = 'open'
      ));
      ${pageOf(`${RAISED_BY_SERVICE} and ${TO_ITS_DESK}`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${pageOf(RAISED_BY_SERVICE)}
      alter policy service_sees_current on app.on_call_shift using (${ON_CALL_NOW});
      ${reminderGround('u.agency_id', 'u.agency_id <> m.handling_agency_id')}
      alter policy service_sees on app.person_message using (${REMINDER});
      drop policy kept_by_whoever_asks on app.person_message;
      alter table app.person_message drop column kept_by;
      drop trigger appointment_in_its_place on app.appointment;
      drop trigger outcome_score_in_its_place on app.outcome_score;
      drop trigger risk_flag_in_its_place on app.risk_flag;
      drop function app.keep_appointment_place(), app.keep_outcome_place(), app.keep_risk_place();
    `);
    await runner.query(worksOnCase(''));
  }
}

/** A share that came with no request opens a case to all of a service only while nobody there has it in hand. */
const IN_NOBODYS_HANDS = `and not exists (
              select 1 from app.service_request r where r.case_id = of_case and r.agency_id = app.claim_agency()
                and r.state in ('waiting', 'allocated', 'active')
            )
            and exists (
              select 1 from unnest(s.data_classes) what
              where app.consent_stands(s.person_id, 'agency:' || s.agency_id::text, s.purpose, what)
                or app.override_covers(s.person_id, 'agency:' || s.agency_id::text, s.purpose, what)
            )`;

const worksOnCase = (further: string) => `
  create or replace function app.works_on_case(of_case uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.works_at_provider() and of_case not in (select b.case_id from app.behind_wall() b)
      and app.case_shared_with(of_case, app.claim_agency()) and (
        exists (
          select 1 from app.service_request r where r.case_id = of_case and r.agency_id = app.claim_agency()
            and r.state in ('waiting', 'allocated', 'active') and (app.claim_role() = 'provider-coordinator'
              or r.allocated_to is null or r.allocated_to = app.claim_user())
        ) or exists (
          select 1 from app.share s where s.case_id = of_case and s.agency_id = app.claim_agency() and s.state = 'open'
            and not exists (select 1 from app.service_request r where r.share_id = s.share_id) ${further}
        )
      )
  $$;
`;

/** As the service, under its own policies: what it may not see is nothing that it puts another in the place of. */
const OWN_PLACE = `
  create function app.keep_appointment_place() returns trigger language plpgsql as $$
  begin
    if not coalesce(app.works_at_provider(), false) then
      return new;
    end if;
    if (case tg_op when 'UPDATE' then old.settled_at is not null
      else new.state <> 'booked' or num_nonnulls(new.settled_by, new.settled_at) > 0
        or (new.moved_from is not null and not exists (
          select 1 from app.appointment a where a.appointment_id = new.moved_from and a.kept_by = new.kept_by
            and a.case_id = new.case_id and a.settled_at is null
        )) end)
    then
      raise exception 'a service changes what it keeps itself and is not settled' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger appointment_in_its_place before insert or update on app.appointment
    for each row execute function app.keep_appointment_place();

  create function app.keep_outcome_place() returns trigger language plpgsql as $$
  begin
    if coalesce(app.works_at_provider(), false) and new.supersedes is not null and not exists (
      select 1 from app.outcome_score o where o.score_id = new.supersedes and o.kept_by = new.kept_by
        and o.case_id = new.case_id and o.measure = new.measure
    ) then
      raise exception 'a service corrects what it keeps itself' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger outcome_score_in_its_place before insert on app.outcome_score
    for each row execute function app.keep_outcome_place();

  create function app.keep_risk_place() returns trigger language plpgsql as $$
  begin
    if not coalesce(app.works_at_provider(), false) then
      return new;
    end if;
    if (case tg_op when 'UPDATE' then old.state = 'closed' or (
        new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from app.claim_user()
      ) else new.state <> 'standing' or num_nonnulls(new.reviewed_by, new.closed_by) > 0 end)
    then
      raise exception 'a service changes what it keeps itself and still stands' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger risk_flag_in_its_place before insert or update on app.risk_flag
    for each row execute function app.keep_risk_place();
`;

const ME = '(select app.claim_user())';
const AGENCY = '(select app.claim_agency())';
const SERVICE = '(select app.works_at_provider())';
const REMINDER = `${SERVICE} and kind = 'appointment' and exists (
  select 1 from app.appointment a where a.case_id = person_message.case_id
    and a.starts_at = person_message.about_at and a.kept_by = ${AGENCY})`;

/** For the worker, of a message about to leave: null when the desk asked for it. */
const reminderGround = (service: string, askedThere: string) => `
  create or replace function app.reminder_ground(message uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.share s
      where s.case_id = m.case_id and s.agency_id = ${service} and s.state = 'open'
        and 'safe-contact' = any (s.data_classes)
        and (app.consent_stands(s.person_id, 'agency:' || s.agency_id::text, s.purpose, 'safe-contact')
          or app.override_covers(s.person_id, 'agency:' || s.agency_id::text, s.purpose, 'safe-contact'))
    )
    from app.person_message m join app.staff_user u on u.user_id = m.queued_by
    where m.message_id = message and ${askedThere} and app.claim_role() = 'service'
  $$;`;

/** Which service asked for a message stays with it, wherever whoever asked works by then. */
const REMINDERS = `
  alter table app.person_message add column kept_by uuid,
    add constraint person_message_kept_by_agency foreign key (kept_by) references app.agency,
    add constraint person_message_kept_elsewhere check (kept_by <> handling_agency_id);
  create policy kept_by_whoever_asks on app.person_message as restrictive for insert to waymark_web with check (
    kept_by is not distinct from (select case when app.works_at_provider() then app.claim_agency() end)
  );
  alter policy service_sees on app.person_message using (${REMINDER} and kept_by = ${AGENCY});
  ${reminderGround('m.kept_by', 'm.kept_by is not null')}
`;

const ON_CALL_NOW = `${SERVICE} and removed_at is null and from_at <= (select app.service_now())
    and to_at > (select app.service_now())`;

const URGENT = ['suicide-or-self-harm', 'danger-now', 'child-at-risk', 'medical-need'];
const RAISED_BY_SERVICE = `${SERVICE} and about = 'need' and state = 'open' and exists (
  select 1 from app.risk_flag f join app.case_worked_on(f.case_id) c on c.case_id = f.case_id
  where f.risk_id = urgent_page.about_id and f.case_id = urgent_page.case_id and f.raised_by = ${ME}
    and f.kept_by = ${AGENCY} and f.state = 'standing' and f.risk in (${codesOf(URGENT)})
    and c.handling_agency_id = urgent_page.handling_agency_id)`;
const TO_ITS_DESK = `exists (
    select 1 from app.case_worked_on(urgent_page.case_id) c where c.referral_id = urgent_page.referral_id
      and c.reference = urgent_page.reference and c.owner_team_id = urgent_page.team_id
  ) and (paged_user_id is null or exists (
    select 1 from app.on_call_shift s where s.team_id = urgent_page.team_id and s.user_id = urgent_page.paged_user_id
  ))`;

/** Also for a service that may refer: a page of a referral is another thing. */
const pageOf = (raised: string) => `
  alter policy service_raises on app.urgent_page with check (${raised});
  alter policy need_raised_by_desk on app.urgent_page with check (
    about = 'referral' or ((select app.claim_role()) in ('first-responder', 'duty-lead')) or (${raised})
  );`;
