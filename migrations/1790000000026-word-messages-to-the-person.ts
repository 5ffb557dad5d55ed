import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first texts that may go to a person, kept as versions like those for staff and changed by two people. What ends
 * with the case or with all contact says so: a deadline that a death cancelled stands in the figures as its own reason,
 * and a promised call is then neither kept nor late, so that such calls are counted without looking at their cases.
 */
export class WordMessagesToThePerson1790000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.message_template_version drop constraint message_template_known,
        add constraint message_template_known check (
          template_id in ('alerts-waiting', 'urgent-page', 'we-will-ring', 'reminder', 'talk-then')
        );
      create policy first_texts on app.message_template_version to current_user using (true) with check (true);
      insert into app.message_template_version (template_id, version, body, effective_from) values
        ${FIRST_TEXTS.map(({ id, body }) => `(${literal(id)}, 1, ${literal(JSON.stringify(body))}, '2000-01-01T00:00:00Z')`).join(', ')};
      drop policy first_texts on app.message_template_version;
      create policy caller_chooses on app.message_template_version for select to waymark_web using (
        (select app.claim_role()) = 'first-responder'
      );
      alter table report.promise_fact drop constraint promise_fact_cancelled_because_known,
        add constraint promise_fact_cancelled_because_known check (
          cancelled_because is null or (cancelled and cancelled_because in ('redirected', 'died'))
        );
      alter table app.call_back drop constraint call_back_ended_known, no force row level security;
      update app.call_back b set ended = 'case-closed', ended_at = c.closed_at
      from app.case_file c where c.case_id = b.case_id and c.closed_at is not null and b.ended is null;
      alter table app.call_back add constraint call_back_ended_known
        check (ended in ('kept', 'late', 'replaced', 'case-closed', 'stopped')), force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.call_back drop constraint call_back_ended_known, no force row level security;
      update app.call_back set ended = 'replaced' where ended in ('case-closed', 'stopped');
      alter table app.call_back
        add constraint call_back_ended_known check (ended in ('kept', 'late', 'replaced')), force row level security;
      alter table report.promise_fact drop constraint promise_fact_cancelled_because_known;
      update report.promise_fact set cancelled_because = null where cancelled_because = 'died';
      alter table report.promise_fact add constraint promise_fact_cancelled_because_known check (
        cancelled_because is null or (cancelled and cancelled_because in ('redirected'))
      );
      drop policy caller_chooses on app.message_template_version;
      alter table app.message_template_version disable trigger message_template_version_append_only,
        no force row level security;
      delete from app.message_template_version where template_id in ('we-will-ring', 'reminder', 'talk-then');
      alter table app.message_template_version enable trigger message_template_version_append_only,
        force row level security, drop constraint message_template_known,
        add constraint message_template_known check (template_id in ('alerts-waiting', 'urgent-page'));
    `);
  }
}

/** Three tones of one message. None says who writes, and each is enough to know when the phone will ring. */
const FIRST_TEXTS = [
  {
    id: 'we-will-ring',
    body: {
      subject: 'A call at the time we said',
      mail: 'Hello,\n\nWe will ring you on {{day}} at {{time}}.\n\nIf that no longer suits, you need do nothing.',
      phone: 'Hello. We will ring you on {{day}} at {{time}}.',
    },
  },
  {
    id: 'reminder',
    body: {
      subject: 'Reminder',
      mail: 'Reminder: {{day}}, {{time}}.',
      phone: 'Reminder: {{day}}, {{time}}.',
    },
  },
  {
    id: 'talk-then',
    body: {
      subject: 'Speak soon',
      mail: 'Hi,\n\nHappy to talk on {{day}} at {{time}}.\n\nBye for now',
      phone: 'Hi, happy to talk on {{day}} at {{time}}. Bye for now',
    },
  },
];

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
