import { createTransport } from 'nodemailer';
import { freePort } from '../postgres';
import { startMailCatcher, type CaughtMessage, type MailCatcher } from '.';
import { Mailbox } from './mailbox';

describe('the mail catcher', () => {
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher({ smtpPort: await freePort(), inboxPort: await freePort() });
  });

  afterAll(() => catcher.stop());

  const send = async (subject: string, text: string): Promise<void> => {
    const transport = createTransport(catcher.smtpUrl);
    await transport.sendMail({
      from: 'no-reply@waymark.example',
      to: 'lead.elder@responders.example',
      subject,
      text,
    });
    transport.close();
  };

  const page = async (path: string): Promise<{ status: number; body: string }> => {
    const response = await fetch(new URL(path, catcher.inboxUrl));
    return { status: response.status, body: await response.text() };
  };

  const messages = async (): Promise<CaughtMessage[]> => JSON.parse((await page('/messages.json')).body);

  it('begins empty', async () => {
    expect(await messages()).toEqual([]);
    expect((await page('/')).body).toContain('Nothing has been sent yet.');
  });

  it('shows what was sent over SMTP, the newest first, with its links', async () => {
    await send('First sample', 'Nothing to see.');
    await send('Second sample – ünïcode', 'Open http://localhost:3000/alerts/1 to see it.');
    const [second, first] = await messages();
    expect(first).toMatchObject({ subject: 'First sample', to: 'lead.elder@responders.example' });
    expect(second).toMatchObject({
      subject: 'Second sample – ünïcode',
      from: 'no-reply@waymark.example',
      links: ['http://localhost:3000/alerts/1'],
    });
    expect((await page(`/messages/${second?.id}`)).body).toContain('href="http://localhost:3000/alerts/1"');
  });

  it('shows markup in a message as text', async () => {
    await send('<script>alert(1)</script>', '<img src=x onerror=alert(1)>');
    const [latest] = await messages();
    const list = (await page('/')).body;
    const letter = (await page(`/messages/${latest?.id}`)).body;
    expect(list + letter).not.toMatch(/<script>|<img/);
    expect(letter).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it.each(['/messages/999999', '/messages/x', '/elsewhere'])('has no page at %s', async (path) => {
    expect((await page(path)).status).toBe(404);
  });
});

describe('the mailbox', () => {
  it('keeps the last 500', async () => {
    const mailbox = new Mailbox();
    const to = ['x@responders.example'];
    for (let n = 0; n < 501; n += 1) {
      const raw = Buffer.from(`Subject: Sample ${n}\r\n\r\n`);
      await mailbox.add({ raw, from: 'no-reply@waymark.example', to });
    }
    const kept = mailbox.all();
    expect(kept).toHaveLength(500);
    expect(kept.at(0)?.subject).toBe('Sample 500');
    expect(kept.at(-1)?.subject).toBe('Sample 1');
  });
});
