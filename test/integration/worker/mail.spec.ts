import pino from 'pino';
import { FireDeadlines, SubmitReferral } from '#libs/casework';
import { instant } from '#libs/domain';
import { SmtpTransport } from '#libs/notifications';
import { MessageStore } from '#libs/persistence';
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
  const mailer = () =>
    new Mailer({ messages: store(), transport, publicUrl: PUBLIC_URL, logger: pino({ level: 'silent' }) });

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
      transport,
      publicUrl: PUBLIC_URL,
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
});
