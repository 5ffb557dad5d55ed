import pino from 'pino';
import { FireDeadlines, StepUrgentPages, SubmitReferral } from '#libs/casework';
import { instant } from '#libs/domain';
import { SmtpTransport } from '#libs/notifications';
import { MessageStore, MessageTemplateReader } from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { Mailer } from '../../../apps/worker/src/mail/mailer';
import { startInstance, onlyOnce, type TestInstance } from '../../support/instance';
import { openMailbox, type Mailbox } from '../../timers/support/mailbox';

const PUBLIC_URL = 'https://waymark.example';

describe('mail to staff', () => {
  let instance: TestInstance;
  let mailbox: Mailbox;
  let transport: SmtpTransport;
  beforeEach(async () => {
    instance = await startInstance();
    mailbox = await openMailbox();
    transport = new SmtpTransport({ smtpUrl: mailbox.url, from: 'Waymark <alerts@waymark.example>' });
  });
  afterEach(async () => {
    transport.close();
    await mailbox.close();
    await instance.stop();
  });

  const store = () => new MessageStore(instance.worker, instance.vault);
  const templates = () => new MessageTemplateReader(instance.worker);
  const mailer = () =>
    new Mailer({
      messages: store(),
      templates: templates(),
      transport,
      publicUrl: PUBLIC_URL,
      tellingWords: instance.pack.tellingWords,
      logger: pino({ level: 'silent' }),
    });

  /** Referrals whose binding limb has passed: an alert for the duty lead each. Returns their references. */
  async function breaches(count: number): Promise<readonly string[]> {
    await instance.setNow('2026-03-02T10:05:00Z');
    const { webWork, workerWork, vault, ids, persona } = instance;
    const references: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const input = aReferral().reportedAt(instant('2026-03-02T10:00:00Z')).build();
      const once = await new SubmitReferral(webWork, vault, ids).execute(
        persona('officer'),
        input,
        onlyOnce(),
      );
      if (once.kind === 'done' && once.result.kind === 'submitted') references.push(once.result.reference);
    }
    await instance.setNow('2026-03-03T17:00:05Z');
    await new FireDeadlines(workerWork, ids).execute({
      wakeUps: null,
      via: 'sweep',
      limit: 500,
      graceMilliseconds: 0,
    });
    return references.toSorted();
  }

  const messages = () =>
    instance.admin<{ message_id: string; state: string; attempts: number }>(
      'select message_id, state, attempts from app.sent_message order by claimed_at',
    );

  /** Lets the wait before the next attempt pass. */
  const later = (seconds: number) =>
    instance.admin(`update app.sent_message set claimed_at = claimed_at - make_interval(secs => $1)`, [
      seconds,
    ]);

  it('P5 P12 says a reference and a link, to one recipient, and nothing about anybody', async () => {
    const [reference] = await breaches(1);

    await mailer().round();

    expect(mailbox.received).toEqual([
      {
        to: ['lead.elder@responders.example'],
        subject: `Waymark: ${reference} needs you`,
        messageId: expect.stringMatching(/^<[0-9a-f-]{36}@waymark\.example>$/),
        body: `${reference} needs you.\r\n\r\nOpen it: https://waymark.example/alerts\r\n`,
      },
    ]);
    expect(await messages()).toEqual([expect.objectContaining({ state: 'sent', attempts: 1 })]);
  });

  it('collapses several alerts for one recipient into one message', async () => {
    const references = await breaches(4);

    await mailer().round();

    expect(mailbox.received).toHaveLength(1);
    expect(mailbox.received[0]?.subject).toBe('Waymark: 4 references need you');
    for (const reference of references) expect(mailbox.received[0]?.body).toContain(reference);
  });

  it('sends an alert once, whoever else is sending', async () => {
    await breaches(3);

    await Promise.all([mailer().round(), mailer().round(), mailer().round()]);
    await mailer().round();

    expect(mailbox.received).toHaveLength(1);
  });

  it('repeats a mail at most once, under the same Message-ID, when the sender dies between sending and noting it', async () => {
    await breaches(1);
    await store().claim({ limit: 10 });
    const [message] = await store().take({ limit: 10 });
    if (!message) throw new Error('nothing to send');
    const dying = new Mailer({
      messages: Object.assign(store(), { markSent: () => Promise.reject(new Error('killed')) }),
      templates: templates(),
      transport,
      publicUrl: PUBLIC_URL,
      tellingWords: instance.pack.tellingWords,
      logger: pino({ level: 'silent' }),
    });
    await later(40);
    await expect(dying.round()).rejects.toThrow('killed');
    await mailer().round();
    expect(mailbox.received).toHaveLength(1);

    await later(600);
    await mailer().round();
    await later(6_000);
    await mailer().round();

    expect(mailbox.received).toHaveLength(2);
    expect(new Set(mailbox.received.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await messages()).toEqual([expect.objectContaining({ message_id: message.id, state: 'sent' })]);
  });

  it('tries again with growing waits, and gives a message up visibly after the last', async () => {
    await breaches(1);
    mailbox.refuse = true;
    await mailer().round();
    await mailer().round();
    expect(await messages()).toEqual([expect.objectContaining({ state: 'claimed', attempts: 1 })]);

    for (const seconds of [31, 120, 600, 3_600]) {
      await later(seconds);
      await mailer().round();
    }

    expect(await messages()).toEqual([expect.objectContaining({ state: 'failed', attempts: 5 })]);
    expect(mailbox.received).toEqual([]);
  });

  it('reaches a recipient whose server was away for a moment', async () => {
    await breaches(1);
    mailbox.refuse = true;
    await mailer().round();
    mailbox.refuse = false;
    await later(31);

    await mailer().round();

    expect(mailbox.received).toHaveLength(1);
    expect(await messages()).toEqual([expect.objectContaining({ state: 'sent', attempts: 2 })]);
  });

  it('sends nothing for an alert that somebody has answered meanwhile', async () => {
    await breaches(1);
    await instance.admin(`update app.alert set state = 'settled'`);

    await mailer().round();

    expect(mailbox.received).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  it('sends nothing to somebody who has left', async () => {
    await breaches(1);
    await instance.admin(`update app.staff_user set state = 'disabled' where role = 'duty-lead'`);

    await mailer().round();

    expect(mailbox.received).toEqual([]);
    expect(await messages()).toEqual([expect.objectContaining({ state: 'claimed', attempts: 1 })]);
  });

  /** A referral in danger at night, with nobody on call: the lead is told. */
  async function urgent(): Promise<string> {
    await instance.setNow('2026-03-01T22:41:00Z');
    const { webWork, workerWork, vault, ids, persona } = instance;
    const input = aReferral()
      .reportedAt(instant('2026-03-01T22:35:00Z'))
      .with({ dangers: ['danger-now'] })
      .build();
    const once = await new SubmitReferral(webWork, vault, ids).execute(persona('officer'), input, onlyOnce());
    await new StepUrgentPages(workerWork).execute({ limit: 10 });
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error(once.kind);
    return once.result.reference;
  }

  it('P5 P12 pages at once, at night too, with a reference and a link and nothing else', async () => {
    const reference = await urgent();

    await Promise.all([mailer().round(), mailer().round()]);
    await mailer().round();

    expect(mailbox.received).toEqual([
      {
        to: ['lead.elder@responders.example'],
        subject: `Waymark: ${reference} needs an answer now`,
        messageId: expect.stringMatching(/^<[0-9a-f-]{36}@waymark\.example>$/),
        body: `${reference} needs an answer now.\r\n\r\nOpen it and say that you have it: https://waymark.example/alerts/urgent\r\n`,
      },
    ]);
  });

  it('does not let an alert of a moment ago hold up a page', async () => {
    await breaches(1);
    await mailer().round();
    await urgent();

    await mailer().round();

    expect(mailbox.received.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('needs you'),
      expect.stringContaining('needs an answer now'),
    ]);
  });

  it('sends no page that somebody has answered meanwhile', async () => {
    await urgent();
    await instance.admin(`update app.urgent_page set state = 'settled', next_step_at = null`);

    await mailer().round();

    expect(mailbox.received).toEqual([]);
  });

  it('sends the template in force, and never one with a fault in it', async () => {
    const body = {
      one: { subject: 'Waymark: {{reference}} waits', body: '{{reference}} waits. {{link}}' },
      many: { subject: 'Waymark: {{count}} wait', body: '{{references}} {{link}}' },
    };
    const append = (version: number, from: string, text: object) =>
      instance.admin(
        `insert into app.message_template_version (template_id, version, body, effective_from)
         values ('alerts-waiting', $1, $2, $3)`,
        [version, JSON.stringify(text), from],
      );
    await append(2, '2026-03-01T00:00:00Z', body);
    await append(3, '2026-03-09T00:00:00Z', { ...body, one: { subject: 'About a victim', body: '' } });
    const [reference] = await breaches(1);
    await mailer().round();
    expect(mailbox.received.map(({ subject }) => subject)).toEqual([`Waymark: ${reference} waits`]);

    await instance.setNow('2026-03-09T12:00:00Z');
    await instance.admin(`update app.sent_message set state = 'claimed', attempts = 0`);
    await mailer().round();
    expect(mailbox.received).toHaveLength(1);
    expect(await messages()).toEqual([expect.objectContaining({ state: 'claimed', attempts: 1 })]);
  });
});
