import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a preview of a rule needs, and nothing else: administrators may not read cases, so two functions hand out
 * starts, deadlines and the rungs reached without any id (for a policy), and the reference and due instant of clocks
 * that still run (for a bank holiday). They run with the rights of the migrator and ask for the role themselves.
 */
export class PreviewChangesWithoutCases1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${READ_BY_DEFINER.map(
        (table) => `create policy definer_reads on app.${table} for select to current_user using (true);`,
      ).join('\n')}

      create function app.replay_of_policy(policy text, from_at timestamptz, to_at timestamptz, most integer)
        returns table (limbs jsonb, attempts jsonb)
        language sql stable security definer set search_path = '' as $$
        select c.limbs, coalesce((
          select jsonb_agg(jsonb_build_object(
            'rung', a.rung, 'happenedAt', a.happened_at, 'recordedAt', a.recorded_at, 'confirmation', a.confirmation
          ) order by a.happened_at) from app.contact_attempt a where a.case_id = c.case_id
        ), '[]'::jsonb)
        from (
          select d.case_id, min((v.inputs->>'startedAt')::bigint) as started, jsonb_agg(jsonb_build_object(
            'limb', d.limb, 'dueAt', d.due_at, 'cancelled', d.state = 'cancelled',
            'startedAt', (v.inputs->>'startedAt')::bigint
          )) as limbs
          from app.deadline d join app.deadline_version v on v.deadline_id = d.deadline_id and v.version = d.version
          where d.policy_id = policy and d.due_at >= from_at and d.due_at < to_at + interval '200 days'
            and app.sees_proposals()
          group by d.case_id
        ) c
        where c.started >= extract(epoch from from_at) * 1000 and c.started < extract(epoch from to_at) * 1000
        order by c.started desc limit most
      $$;

      create function app.running_clocks_of_calendar(calendar text, most integer)
        returns table (reference text, limb text, due_at timestamptz, inputs jsonb)
        language sql stable security definer set search_path = '' as $$
        select c.reference, d.limb, d.due_at, v.inputs
        from app.deadline d
        join app.deadline_version v on v.deadline_id = d.deadline_id and v.version = d.version
        join app.case_file c on c.case_id = d.case_id
        where d.state = 'running' and d.due_at > app.service_now() and v.inputs->>'calendarId' = calendar
          and v.inputs->'limb'->>'kind' = 'working-day' and app.sees_proposals()
          and (app.claim_role() <> 'service-manager' or d.handling_agency_id = app.claim_agency())
        order by d.due_at, d.deadline_id limit most
      $$;

      revoke execute on function app.replay_of_policy, app.running_clocks_of_calendar from public;
      grant execute on function app.replay_of_policy, app.running_clocks_of_calendar to waymark_web;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.running_clocks_of_calendar, app.replay_of_policy;
      ${READ_BY_DEFINER.map((table) => `drop policy definer_reads on app.${table};`).join('\n')}
    `);
  }
}

const READ_BY_DEFINER = ['deadline', 'deadline_version', 'contact_attempt', 'case_file'];
