import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What acceptance does besides: a service that says yes opens a share of what there is a ground for, and closes it when
 * its support is over. A wake-up of a request stands while the request is overdue; and whoever coordinates or works for
 * a service may read what its requests led to.
 */
export class AnswerRequestsForSupport1790000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPENED_BY_REQUEST);
    await runner.query(`
      create policy receiver_opens on app.share for insert to waymark_web with check (
        ${MINE} and state = 'open' and opened_by = (select app.claim_user())
        and proposed_by = (select app.claim_user()) and exists (
          select 1 from app.service_request r
          where r.case_id = share.case_id and r.person_id = share.person_id and r.agency_id = share.agency_id
            and r.handling_agency_id = share.handling_agency_id and r.purpose = share.purpose
            and r.reference = share.reference and r.state in ('waiting', 'allocated', 'active')
        )
      );
      create policy receiver_closes on app.share for update to waymark_web using (
        ${MINE} and state = 'open' and app.opened_by_request(share_id)
      ) with check (${MINE} and state = 'closed' and closing = 'not-needed');
      create policy receiver_sees_what_it_closed on app.share for select to waymark_web using (
        ${MINE} and state = 'closed' and closing = 'not-needed' and app.opened_by_request(share_id)
      );
    `);
    await runner.query(`
      alter function app.notice_stands(text, uuid) rename to notice_stands_besides_requests;
      create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
        select case kind
          when 'service-request' then exists (
            select 1 from app.service_request r
            where r.request_id = subject and r.due_at < app.service_now()
              and (r.manager_acknowledged_at is null or r.step = 'manage'))
          else app.notice_stands_besides_requests(kind, subject) end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notice_stands(text, uuid);
      alter function app.notice_stands_besides_requests(text, uuid) rename to notice_stands;
      drop policy receiver_sees_what_it_closed on app.share;
      drop policy receiver_closes on app.share;
      drop policy receiver_opens on app.share;
      drop function app.opened_by_request(uuid);
    `);
  }
}

const MINE = `(select app.claim_role()) in ('provider-worker', 'provider-coordinator')
  and agency_id = (select app.claim_agency())`;

const OPENED_BY_REQUEST = `
  create function app.opened_by_request(share uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r
      where r.share_id = share and r.agency_id = app.claim_agency()
    )
  $$;
  revoke execute on function app.opened_by_request from public;
  grant execute on function app.opened_by_request to waymark_web;
`;
