import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * A conflict that is held, or whose time to be decided has passed, is mailed to the duty leads who may see it. Outside
 * the schema of suspects stands a reference of its own and neither a case nor what kind of decision it is.
 */
export class MailWhatALeadDecides1790000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TELLING);
    await runner.query(stands(`when 'decision' then true`));
    await runner.query(
      allowCodes({
        table: 'app.message_template_version',
        constraint: 'message_template_known',
        column: 'template_id',
        codes: [TEXT.id],
      }),
    );
    await runner.query(`
      create policy first_texts on app.message_template_version to current_user using (true) with check (true);
      insert into app.message_template_version (template_id, version, body, effective_from)
        values ('${TEXT.id}', 1, '${JSON.stringify(TEXT.body)}', '2000-01-01T00:00:00Z');
      drop policy first_texts on app.message_template_version;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.message_template_version disable trigger message_template_version_append_only,
        no force row level security;
      delete from app.message_template_version where template_id = '${TEXT.id}';
      alter table app.message_template_version enable trigger message_template_version_append_only,
        force row level security;
      drop function app.tell_of_decision(uuid, uuid, uuid, uuid);
      drop policy decisions_are_told on app.staff_notice;
      revoke update (told_for) on wall.conflict from waymark_wall;
      alter table wall.conflict drop column told_for;
    `);
    await runner.query(stands(''));
  }
}

const TELLING = `
  alter table wall.conflict add column told_for timestamptz;
  grant update (told_for) on wall.conflict to waymark_wall;
  create policy decisions_are_told on app.staff_notice for insert to current_user with check (kind = 'decision');

  create function app.tell_of_decision(id uuid, one uuid, other uuid, agency uuid) returns void
    language sql security definer set search_path = '' as $$
    insert into app.staff_notice (kind, subject_id, reference, template, noted_at, recipient_user_id)
    select 'decision', id, upper('LD-' || substr(right(id::text, 8), 1, 4) || '-' || right(id::text, 4)),
      'decision-waiting', app.service_now(), u.user_id
    from app.staff_user u
    where app.claim_role() = 'service' and u.state = 'active' and u.agency_id = agency and u.role = 'duty-lead'
      and not app.user_is_behind_wall(one, u.user_id) and not app.user_is_behind_wall(other, u.user_id)
    on conflict do nothing
  $$;
  revoke execute on function app.tell_of_decision from public;
  grant execute on function app.tell_of_decision to waymark_wall;
`;

/** As it stands already, with one kind more: a decision that was made meanwhile is a mail too many and says nothing. */
const stands = (more: string) => `
  create or replace function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
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
      ${more}
      else false end
  $$;
`;

const TEXT = {
  id: 'decision-waiting',
  body: {
    one: {
      subject: 'Waymark: {{reference}} needs a decision',
      body: '{{reference}} needs a decision of a duty lead.\n\nOpen it: {{link}}',
    },
    many: {
      subject: 'Waymark: {{count}} references need a decision',
      body: 'These need a decision of a duty lead:\n{{references}}\n\nOpen them: {{link}}',
    },
  },
};
