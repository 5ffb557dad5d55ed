import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a draft of the routing rules is tried on. Facts and references go to a service manager, of the cases their own
 * agency handles; the service itself counts for anybody else, and rounds before it tells. Whoever is on a pathway of
 * their own, and whoever was erased, is in neither. That a draft was replayed is in the journal before anything is read.
 * And the lead of a case may put a wall before one worker of another agency whom a request of that case names.
 */
export class ReplayRulesForManagers1790000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.routing_replay(from_at timestamptz, to_at timestamptz, most integer)
        returns table (at timestamptz, wanted text[], facts jsonb, codes jsonb, reference text)
        language sql stable security definer set search_path = '' as $$
        select coalesce(d.decided_at, r.submitted_at), d.wanted, d.facts,
          case when d.facts is null then jsonb_build_object(
            'ageBand', p.age_band, 'ageAtIncident', p.age_at_incident, 'district', r.district, 'channel', t.channel,
            'reportedAt', (extract(epoch from t.reported_at) * 1000)::bigint,
            'submittedAt', (extract(epoch from r.submitted_at) * 1000)::bigint,
            'whenBand', i.when_band, 'relationship', i.relationship, 'languageNeed', p.language_need,
            'toldPolice', exists (select 1 from app.police_link l where l.person_id = p.person_id),
            'abuseFlagged', exists (
              select 1 from app.domestic_abuse_flag f where f.person_id = p.person_id and f.lowered_at is null)
          ) end,
          case when app.claim_role() = 'service-manager' then c.reference end
        from app.case_file c
        join app.referral r on r.referral_id = c.referral_id
        join app.report t on t.report_id = r.report_id
        join app.person p on p.person_id = c.person_id
        left join lateral (
          select x.when_band, x.relationship from app.incident x where x.report_id = r.report_id
          order by x.incident_id limit 1
        ) i on true
        left join lateral (
          select x.decided_at, x.wanted, x.facts from app.routing_decision x
          where x.case_id = c.case_id and x.decided_at >= from_at and x.decided_at < to_at
          order by x.decided_at desc, x.decision_id desc limit 1
        ) d on true
        where (
            (app.claim_role() = 'service-manager' and c.handling_agency_id = app.claim_agency()
              and c.person_id not in (select app.people_behind_wall()))
            or app.claim_role() = 'service'
          )
          and not exists (
            select 1 from app.own_pathway o where o.person_id = c.person_id and o.ended is null)
          and not exists (select 1 from app.erasure e where e.person_id = c.person_id and e.done_at is not null)
          and coalesce(d.decided_at, r.submitted_at) >= from_at and coalesce(d.decided_at, r.submitted_at) < to_at
        order by 1 desc, c.case_id limit most
      $$;
      revoke execute on function app.routing_replay from public;
      grant execute on function app.routing_replay to waymark_web;

      -- Whose worker somebody is who was named in a request of a case, for the lead of that case: a wall may name them.
      create function app.worker_in_case(of_case uuid, staff uuid) returns uuid
        language sql stable security definer set search_path = '' as $$
        select u.agency_id from app.staff_user u
        where u.user_id = staff and app.leads_cases() and exists (
          select 1 from app.service_request r
          where r.case_id = of_case and r.allocated_to = staff and r.handling_agency_id = app.claim_agency()
            and r.person_id not in (select app.people_behind_wall())
        )
      $$;
      revoke execute on function app.worker_in_case from public;
      grant execute on function app.worker_in_case to waymark_web;

      create policy replayer_appends on app.journal for insert to waymark_web with check (
        actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
        and (select app.claim_role()) = 'administrator' and case_id is null
        and subject_kind = 'routing-draft' and event_type = 'routing.replayed'
        and exists (select 1 from app.routing_draft d where d.draft_id = journal.subject_id)
      );
      create policy replayer_reads_back on app.journal for select to waymark_web using (
        subject_kind = 'routing-draft' and (select app.claim_role()) = 'administrator'
        and actor_id = (select app.claim_user())
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy replayer_reads_back on app.journal;
      drop policy replayer_appends on app.journal;
      drop function app.worker_in_case(uuid, uuid);
      drop function app.routing_replay(timestamptz, timestamptz, integer);
    `);
  }
}
