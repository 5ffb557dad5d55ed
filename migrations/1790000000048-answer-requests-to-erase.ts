import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * A request for erasure leads to a proposed erasure, and what two people decide answers the request. An open task of
 * safeguarding and an open request stand in the way of erasing somebody's record, as an open case and a hold do. A hold
 * that a release to police or court sets names that request; lifting a hold says why. A request for correction may be
 * about a date of birth.
 */
export class AnswerRequestsToErase1790000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(
      allowCodes({
        table: 'app.rectification',
        constraint: 'rectification_field_known',
        column: 'field',
        codes: ['date-of-birth'],
      }),
    );
    await runner.query('drop function app.record_standing(text, timestamptz, integer) cascade');
    await runner.query(standing({ more: true }));
    await runner.query(policies({ more: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.record_standing(text, timestamptz, integer) cascade');
    await runner.query(standing({ more: false }));
    await runner.query(policies({ more: false }));
    await runner.query(`
      drop policy record_keeper on app.safeguarding_task;
      revoke update on app.information_request from waymark_worker;
      drop index app.erasure_of_request;
      alter table app.erasure drop column request_id;
      alter table app.legal_hold drop column request_id, drop column lift_reason;
    `);
  }
}

const COLUMNS = `
  alter table app.erasure add column request_id uuid,
    add constraint erasure_of_request foreign key (request_id) references app.information_request;
  create index erasure_of_request on app.erasure (request_id) where request_id is not null;
  grant update (request_id) on app.erasure to waymark_web;

  alter table app.legal_hold add column request_id uuid, add column lift_reason text,
    add constraint legal_hold_of_request foreign key (request_id) references app.information_request,
    add constraint legal_hold_lift_reason_known check (lift_reason in ('reason-has-passed', 'set-by-mistake')),
    -- Holds that were lifted before nobody was asked.
    add constraint legal_hold_lifted_says_why check ((lift_reason is null) = (lifted_at is null)) not valid;
  grant update (lift_reason) on app.legal_hold to waymark_web;

  -- What an act on a request may save, whoever does it.
  grant update (state, case_id, person_id, identity_how, identity_at, waits, extended_at, extension, acknowledged_at,
    next_due, next_due_on, next_due_at, pack_record_id, pack_hash, delivery, settlement, refusal, proposed_by,
    decided_by, closed_at, revision) on app.information_request to waymark_worker;
  create policy record_keeper on app.safeguarding_task for select to current_user using (true);
`;

/** One row a person, by a reference or the id of any of their cases. An erasure's own request does not hinder it. */
const standing = ({ more }: { more: boolean }) => `
  create function app.record_standing(asked text, ended_before timestamptz, most integer)
    returns table (person_id uuid, case_id uuid, reference text, handling_agency_id uuid, age_band text,
      ended_at timestamptz, close_reason text, spoken_with boolean, live boolean, held boolean, erasure text${
        more ? ', safeguarding_open boolean, request_open boolean' : ''
      })
    language sql stable security definer set search_path = '' as $$
    select p.person_id, c.case_id, c.reference, c.handling_agency_id, p.age_band, c.closed_at,
      (select j.reason from app.journal j where j.case_id = c.case_id and j.event_type = 'case.closed'
        order by j.position desc limit 1),
      exists (select 1 from app.contact_attempt a join app.case_file o on o.case_id = a.case_id
        where o.person_id = p.person_id and a.rung >= 5),
      c.closed_at is null,
      exists (select 1 from app.legal_hold h where h.person_id = p.person_id and h.lifted_at is null
        and (h.until_on is null or h.until_on > (app.service_now() at time zone 'UTC')::date)),
      (select e.state from app.erasure e where e.person_id = p.person_id
        and e.state in ('suggested', 'proposed', 'approved', 'underway', 'done'))${
          more
            ? `,
      exists (select 1 from app.safeguarding_task t where t.person_id = p.person_id and t.settled_at is null),
      exists (select 1 from app.information_request r where r.person_id = p.person_id and r.closed_at is null
        and r.kind <> 'erasure')`
            : ''
        }
    from app.person p
    cross join lateral (
      select f.case_id, f.reference, f.handling_agency_id, f.closed_at from app.case_file f
      where f.person_id = p.person_id order by f.closed_at desc nulls first, f.case_id desc limit 1
    ) c
    where (asked is null or exists (
        select 1 from app.case_file f where f.person_id = p.person_id
          and ${more ? 'asked in (f.reference, f.case_id::text)' : 'f.reference = asked'}
      ))
      and (ended_before is null or c.closed_at < ended_before)
      and (app.claim_role() = 'service' or (
        app.keeps_records() and p.person_id not in (select app.people_behind_wall()) and not exists (
          select 1 from app.case_file f
          where f.person_id = p.person_id and f.handling_agency_id <> app.claim_agency()
        )
      ))
    order by c.closed_at, c.case_id limit most
  $$;
  revoke execute on function app.record_standing from public;
  grant execute on function app.record_standing to waymark_web, waymark_worker;
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const ME = '(select app.claim_user())';

/** As `hindranceToErase` of domain/retention says. */
const policies = ({ more }: { more: boolean }) => `
  create policy record_keeper_holds on app.legal_hold for insert to waymark_web with check (
    (select app.keeps_records()) and ${OWN_AGENCY} and set_by = ${ME} and lifted_at is null and exists (
      select 1 from app.record_standing(reference, null, 1) s
      where s.person_id = legal_hold.person_id and s.erasure is distinct from 'underway'
        and s.erasure is distinct from 'done'
    )${more ? ` and (request_id is null or ${RELEASE_OF_HOLD})` : ''}
  );
  create policy officer_proposes on app.erasure for insert to waymark_web with check (
    (select app.claim_role()) = 'data-protection-officer' and ${OWN_AGENCY} and state = 'proposed'
    and cause = 'request' and proposed_by = ${ME} and decided_by is null and exists (
      select 1 from app.record_standing(reference, null, 1) s
      where s.person_id = erasure.person_id and not s.live and not s.held${
        more ? ' and not s.safeguarding_open and not s.request_open' : ''
      }
    )${more ? ` and (request_id is null or ${REQUEST_OF_ERASURE})` : ''}
  );
`;

const RELEASE_OF_HOLD = `exists (
      select 1 from app.information_request r where r.request_id = legal_hold.request_id
        and r.person_id = legal_hold.person_id and r.kind = 'victim-information'
    )`;
const REQUEST_OF_ERASURE = `exists (
      select 1 from app.information_request r where r.request_id = erasure.request_id
        and r.person_id = erasure.person_id and r.kind = 'erasure' and r.closed_at is null
    )`;
