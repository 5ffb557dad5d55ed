import { StopContact } from '#libs/casework';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { openMailbox, type Mailbox } from '../../timers/support/mailbox';
import { channelsTo, handOverBy, heldTransport, messagesOf, NOW, queueMail, withEmail } from './support';

describe('a message to the person', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await openMailbox();
  });
  afterAll(() => mailbox.close());
  beforeEach(async () => {
    await instance().setNow(NOW);
    (mailbox.received as unknown[]).length = 0;
    mailbox.refuse = false;
  });

  const someone = async (change = {}) =>
    withEmail(instance(), await acts.refer('2026-03-02T10:00:00Z'), change);
  const handOver = () => handOverBy(instance(), channelsTo(mailbox.url)).execute({ limit: 20 });
  const stop = async (caseId: never, cause: 'stop-word' | 'died' | 'asked-to-stop' = 'stop-word') => {
    const { webWork, ids, persona, admin } = instance();
    const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      caseId,
    ]);
    const once = await new StopContact(webWork, ids).execute(
      persona('responder'),
      { caseId, revision: row?.revision ?? 0, cause },
      onlyOnce(),
    );
    return once.kind === 'done' ? once.result : once;
  };

  it('P5 P12 says a day and a time to one address, and nothing about anybody', async () => {
    const found = await someone();
    expect(await queueMail(instance(), found)).toMatchObject({ kind: 'queued' });

    await handOver();

    const [message] = await messagesOf(instance(), found.caseId);
    expect(message).toMatchObject({ state: 'handed-over', tries: 1 });
    expect(mailbox.received).toEqual([
      {
        to: ['wren@sample.example'],
        subject: 'A call at the time we said',
        messageId: `<${message?.message_id}@messages.example>`,
        body: expect.stringContaining('We will ring you on Tuesday 3 March at 4pm.') as string,
      },
    ]);
    expect(JSON.stringify(mailbox.received)).not.toMatch(/waymark|synergy|WM-/i);
    await handOver();
    expect(mailbox.received).toHaveLength(1);
  });

  it.each([
    ['unknown is no', { permission: 'unknown' }, 'permission-unknown'],
    ['no is no', { permission: 'no' }, 'not-permitted'],
    ['a check that ran out counts as unknown', { checked: '2026-01-02T10:00:00Z' }, 'check-expired'],
    ['no text was chosen', { wording: null }, 'no-wording'],
  ] as const)('P5 is not queued: %s', async (_why, change, reason) => {
    const found = await someone(change);
    expect(await queueMail(instance(), found)).toEqual({ kind: 'refused', reason });
  });

  it('P5 does not leave when the route was put on hold after it was queued', async () => {
    const found = await someone();
    await queueMail(instance(), found);
    await instance().admin(`update app.contact_route set state = 'suspended' where route_id = $1`, [
      found.emailRouteId,
    ]);

    await handOver();

    expect(await messagesOf(instance(), found.caseId)).toMatchObject([
      { state: 'withheld', reason: 'route-suspended' },
    ]);
    expect(mailbox.received).toEqual([]);
  });

  it.each(['stop-word', 'asked-to-stop', 'died'] as const)(
    'P5 is cancelled in the act by which contact stops: %s',
    async (cause) => {
      const found = await someone();
      await queueMail(instance(), found);

      expect(await stop(found.caseId as never, cause)).toMatchObject({ kind: 'stopped', cancelled: 1 });
      await handOver();

      expect(await messagesOf(instance(), found.caseId)).toMatchObject([
        { state: 'cancelled', reason: cause },
      ]);
      expect(mailbox.received).toEqual([]);
    },
  );

  it('P5 makes a change of the card wait while it is being handed over, and never overtakes one', async () => {
    const found = await someone();
    await queueMail(instance(), found);
    const held = heldTransport();
    const order: string[] = [];
    const handing = handOverBy(instance(), held.transport)
      .execute({ limit: 20 })
      .then(() => order.push('handed over'));
    await held.started;
    const stopping = stop(found.caseId as never).then(() => order.push('stopped'));
    await waitsForLock(instance().admin);

    held.release();
    await Promise.all([handing, stopping]);

    expect(order).toEqual(['handed over', 'stopped']);
    expect(held.taken).toHaveLength(1);
  });

  it('P5 does not reach a transport when the stop commits between its claim and its hand-over', async () => {
    const found = await someone();
    await queueMail(instance(), found);
    const { admin } = instance();
    const held = heldTransport();
    held.release();
    await admin('begin');
    await admin('select app.lock_card($1)', [found.personId]);
    const handing = handOverBy(instance(), held.transport).execute({ limit: 20 });
    await waitsForLock(admin);
    await admin(
      `update app.person_message set state = 'cancelled', reason = 'stop-word', next_try_at = null, ended_at = now()
       where case_id = $1`,
      [found.caseId],
    );
    await admin('commit');
    await handing;

    expect(held.taken).toEqual([]);
    expect(await messagesOf(instance(), found.caseId)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('waits for a safe hour and is not sent before it', async () => {
    const found = await someone();
    await queueMail(instance(), found);
    await instance().setNow('2026-03-02T22:30:00Z');
    await handOver();
    expect(await messagesOf(instance(), found.caseId)).toMatchObject([{ state: 'queued', tries: 0 }]);

    await instance().setNow('2026-03-03T09:05:00Z');
    await handOver();
    expect(await messagesOf(instance(), found.caseId)).toMatchObject([{ state: 'handed-over' }]);
  });

  it('is tried three times when a server is busy, then a lead is asked to look and nothing more is sent', async () => {
    const found = await someone();
    await queueMail(instance(), found);
    mailbox.refuse = true;
    for (const minute of ['11', '20', '29', '38']) {
      await instance().setNow(`2026-03-02T10:${minute}:00Z`);
      await handOver();
    }

    expect(await messagesOf(instance(), found.caseId)).toMatchObject([
      { state: 'failed', reason: 'given-up', tries: 3 },
    ]);
    expect(await reviewsOf(found.caseId)).toEqual([{ cause: 'given-up', state: 'open', route: 'suspended' }]);
  });

  it.each([
    ['refused', 'not-accepted'],
    ['unknown', 'outcome-unknown'],
  ] as const)('puts its route on hold and asks a lead to look when it is %s', async (answer, cause) => {
    const found = await someone();
    await queueMail(instance(), found);
    await queueMail(instance(), found);
    const held = heldTransport(answer);
    held.release();

    await handOverBy(instance(), held.transport).execute({ limit: 1 });
    await handOver();

    expect(held.taken).toHaveLength(1);
    expect((await messagesOf(instance(), found.caseId)).map(({ reason }) => reason).toSorted()).toEqual(
      [cause, 'route-suspended'].toSorted(),
    );
    expect(await reviewsOf(found.caseId)).toEqual([{ cause, state: 'open', route: 'suspended' }]);
    expect(mailbox.received).toEqual([]);
  });

  it('is not sent again when the process that had it died: nobody knows whether it left', async () => {
    const found = await someone();
    await queueMail(instance(), found);
    await instance().admin(
      `update app.person_message set claimed_at = now() - interval '2 minutes' where case_id = $1`,
      [found.caseId],
    );

    await handOver();

    expect(await messagesOf(instance(), found.caseId)).toMatchObject([
      { state: 'failed', reason: 'outcome-unknown' },
    ]);
    expect(mailbox.received).toEqual([]);
  });

  const reviewsOf = (caseId: string) =>
    instance().admin(
      `select v.cause, v.state, r.state as route from app.safety_review v
       join app.contact_route r using (route_id) where v.case_id = $1`,
      [caseId],
    );
});

/** Until some session waits for an advisory lock: the card's. */
async function waitsForLock(admin: <Row>(sql: string) => Promise<Row[]>): Promise<void> {
  for (;;) {
    const [row] = await admin<{ waiting: boolean }>(
      `select exists (select 1 from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())) as waiting`,
    );
    if (row?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
