import pino from 'pino';
import { NoteOverdue } from '#libs/casework';
import { SmtpTransport } from '#libs/notifications';
import { MessageStore, MessageTemplateReader } from '#libs/persistence';
import { Mailer } from '../../../apps/worker/src/mail/mailer';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { openMailbox, type Mailbox } from '../../timers/support/mailbox';
import { ConsentActs } from '../consent/support';

const MONDAY = '2026-03-02T10:05:30Z';
const REPORTED = '2026-03-02T10:00:00Z';

describe('work whose time has passed', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const consent = new ConsentActs(instance);
  let mailbox: Mailbox;
  let transport: SmtpTransport;
  beforeAll(async () => {
    mailbox = await openMailbox();
    transport = new SmtpTransport({ smtpUrl: mailbox.url, from: 'Waymark <alerts@waymark.example>' });
  });
  afterAll(async () => {
    transport.close();
    await mailbox.close();
  });
  beforeEach(() => instance().setNow(MONDAY));

  const admin = <Row>(sql: string, values: unknown[] = []) => instance().admin<Row>(sql, values);
  const note = () => new NoteOverdue(instance().workerWork).execute({ limit: 200 });
  async function mailed(reference: string) {
    await new Mailer({
      messages: new MessageStore(instance().worker, instance().vault),
      templates: new MessageTemplateReader(instance().worker),
      transport,
      publicUrl: 'https://waymark.example',
      tellingWords: instance().pack.tellingWords,
      logger: pino({ level: 'silent' }),
    }).round();
    return mailbox.received
      .filter(({ subject, body }) => `${subject} ${body}`.includes(reference))
      .map(({ to, subject }) => ({ to: to.join(), subject }))
      .toSorted((a, b) => a.to.localeCompare(b.to));
  }
  const told = (reference: string) =>
    admin<{ role: string; kind: string }>(
      `select u.role, n.kind from app.staff_notice n join app.staff_user u on u.user_id = n.recipient_user_id
       where n.reference = $1 order by n.noted_at, u.role`,
      [reference],
    );

  /** An override that ran its course and that nobody has reviewed. */
  async function override() {
    const { caseId, reference } = await promise.refer(REPORTED);
    const asked = await consent.askOverride(caseId, { purpose: 'support' });
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    await consent.decide(asked.overrideId, { kind: 'confirm' });
    await admin('update app.consent_override set review_due_at = $2 where override_id = $1', [
      asked.overrideId,
      '2026-03-05T17:00:00Z',
    ]);
    return { caseId, reference, overrideId: asked.overrideId };
  }

  it('is told once to the lead, a day later once to the managers, and is written down at its due time', async () => {
    const { caseId, reference } = await override();
    await instance().setNow('2026-03-05T16:59:30Z');
    await note();
    expect(await told(reference)).toEqual([]);

    await instance().setNow('2026-03-05T17:00:02Z');
    await Promise.all([note(), note()]);
    await note();
    expect(await told(reference)).toEqual([{ role: 'duty-lead', kind: 'override-review' }]);

    await instance().setNow('2026-03-06T17:00:02Z');
    await Promise.all([note(), note()]);
    expect((await told(reference)).map(({ role }) => role)).toEqual(['duty-lead', 'service-manager']);
    const events = await admin<{ event_type: string; happened_at: Date }>(
      `select event_type, happened_at from app.journal where case_id = $1 and event_type like 'override-review.%'
       order by happened_at`,
      [caseId],
    );
    expect(events.map(({ event_type, happened_at }) => [event_type, happened_at.toISOString()])).toEqual([
      ['override-review.overdue', '2026-03-05T17:00:00.000Z'],
      ['override-review.stepped-up', '2026-03-06T17:00:00.000Z'],
    ]);
  });

  it('P5 P12 goes out as a reference and a link that says nothing; nothing goes out once it is done', async () => {
    const [waits, done] = [await override(), await override()];
    await instance().setNow('2026-03-05T18:00:00Z');
    await mailed('what other tests left');
    await note();
    await admin(
      `update app.consent_override set state = 'ended', ended_at = ends_at, reviewed_at = app.service_now(),
         reviewed_by = $2, finding = 'was-needed', person_told = true where override_id = $1`,
      [done.overrideId, instance().persona('lead').userId],
    );
    expect(await mailed(waits.reference)).toEqual([
      { to: 'lead.elder@responders.example', subject: `Waymark: ${waits.reference} is overdue` },
    ]);
    expect(await mailed(done.reference)).toEqual([]);
    const mail = mailbox.received.find(({ subject }) => subject.includes(waits.reference));
    expect(mail?.body).toContain('https://waymark.example/waiting\r\n');
  });

  it('of a route that a message did not reach, of a request and of a breach finds the role that has the duty', async () => {
    const { caseId, personId, routeId, reference } = await promise.refer(REPORTED);
    const ids = { agency: instance().persona('lead').agencyId, dpo: instance().persona('dpo').userId };
    await admin(
      `with m as (
         insert into app.person_message (message_id, case_id, person_id, handling_agency_id, route_id, channel, kind,
           template_id, template_version, about_at, state, reason, queued_by, queued_at, ended_at)
         values (uuidv7(), $1, $2, $3, $4, 'text', 'appointment', 'reminder', 1, now(), 'failed', 'bounced', $5, now(), now())
         returning message_id)
       insert into app.safety_review (review_id, case_id, person_id, handling_agency_id, reference, route_id, message_id,
         cause, opened_at, due_at)
       select uuidv7(), $1, $2, $3, $6, $4, message_id, 'bounced', '2026-03-02T10:00:00Z', '2026-03-02T14:00:00Z' from m`,
      [caseId, personId, ids.agency, routeId, instance().persona('responder').userId, reference],
    );
    await admin(
      `insert into app.information_request (request_id, reference, kind, state, handling_agency_id, received_at,
         received_via, requester, owner_user_id, next_due, next_due_on, next_due_at)
       values (uuidv7(), 'DP-2222-3333', 'subject-access', 'received', $1, '2026-02-01T10:00:00Z', 'email', 'person',
         $2, 'answer', '2026-03-02', '2026-03-02T12:00:00Z')`,
      [ids.agency, ids.dpo],
    );
    await instance().setNow('2026-03-02T15:00:00Z');
    await note();
    expect(await told(reference)).toEqual([{ role: 'duty-lead', kind: 'safety-review' }]);
    expect(await told('DP-2222-3333')).toEqual([
      { role: 'data-protection-officer', kind: 'information-request' },
    ]);
    expect(await mailed('DP-2222-3333')).toHaveLength(1);
  });

  it('P6 tells the workers and coordinators of an agency by mail that something was taken back, until they have seen it', async () => {
    const { caseId, reference } = await promise.refer(REPORTED);
    await consent.shared(caseId);
    await note();
    expect(await told(reference)).toEqual([]);
    await consent.withdraw(caseId);
    await Promise.all([note(), note()]);
    await note();
    const workers = await admin<{ role: string }>(
      `select u.role from app.staff_user u join app.share s using (agency_id)
       where s.case_id = $1 and u.role in ('provider-worker', 'provider-coordinator') and u.state = 'active'
       order by u.role`,
      [caseId],
    );
    expect(new Set(workers.map(({ role }) => role)).size).toBe(2);
    expect(await told(reference)).toEqual(workers.map(({ role }) => ({ role, kind: 'share' })));
    expect(await mailed(reference)).toEqual(
      workers.map(() => ({ to: expect.stringContaining('@'), subject: `Waymark: ${reference} has changed` })),
    );
  });

  it('P7 is not told to whoever is behind a wall, but to somebody who may look', async () => {
    const { caseId, reference } = await override();
    const lead = instance().persona('lead').userId;
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $2, app.service_now()
       from app.case_file where case_id = $1`,
      [caseId, lead],
    );
    await instance().setNow('2026-03-05T18:00:00Z');
    await note();
    expect((await told(reference)).map(({ role }) => role)).toEqual(['service-manager']);
  });

  it('P5 P12 an opening in an emergency has a text of its own that says nothing of why or of whom', async () => {
    const { caseId, reference } = await promise.refer(REPORTED);
    await admin(
      `with g as (
         insert into app.break_glass (grant_id, case_id, person_id, reference, handling_agency_id, user_id, reason,
           proven_at, granted_at, until_at, review_due_at)
         select uuidv7(), case_id, person_id, reference, handling_agency_id, $2, 'danger-to-life', app.service_now(),
           app.service_now(), app.service_now() + interval '1 hour', app.service_now() + interval '1 day'
         from app.case_file where case_id = $1 returning grant_id)
       insert into app.break_glass_notice (grant_id, recipient_user_id, notify_at)
       select grant_id, $3, app.service_now() from g`,
      [caseId, instance().persona('responder').userId, instance().persona('lead').userId],
    );
    expect(await mailed(reference)).toEqual([
      { to: 'lead.elder@responders.example', subject: `Waymark: ${reference} was opened` },
    ]);
    const mail = mailbox.received.find(({ subject }) => subject.includes(reference));
    expect(mail?.body).toContain('https://waymark.example/waiting/openings');
    expect(mail?.body).not.toMatch(/danger|emergency|wall/i);
  });
});
