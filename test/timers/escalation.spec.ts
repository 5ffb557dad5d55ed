import { setTimeout as pause } from 'node:timers/promises';
import type { CaseId } from '#libs/domain';
import { useInstance } from '../support/instance';
import { describeTimers, queueMode } from '../support/queue-mode';
import { ledgerOf, type AlertSeen } from './support/ledger';
import { openMailbox, type Mailbox } from './support/mailbox';
import { acknowledge, DUE_1WD, DUE_24H, eventually, refer, referMany } from './support/promises';
import { workersOf, type WorkerKit } from './support/worker';

/** Longer than the longest sleep of the sweep with its grace: what has not happened by then will not. */
const QUIET_MS = 2_500;

describeTimers(`escalation in mode ${queueMode}`, () => {
  const instance = useInstance();
  let mailbox: Mailbox;
  let workers: WorkerKit;
  beforeEach(async () => {
    mailbox = await openMailbox();
    workers = await workersOf(instance(), { smtpUrl: mailbox.url });
    await instance().setNow('2026-03-02T10:05:00Z');
  });
  afterEach(async () => {
    await workers.stopAll();
    await mailbox.close();
  });

  const told = ({ limb, level, repeat_no }: AlertSeen) => `${limb} ${level} ${repeat_no}`;

  function alertsReach(caseId: CaseId, count: number): Promise<AlertSeen[]> {
    return eventually(() => ledgerOf(instance()).alerts([caseId]), { is: (all) => all.length >= count });
  }

  it('warns once, alerts the duty lead at the breach, repeats, steps up, and stops when acknowledged', async () => {
    const caseId = await refer(instance());
    await workers.start();

    await instance().setNow('2026-03-03T15:00:02Z');
    await alertsReach(caseId, 1);
    await instance().setNow('2026-03-03T17:00:02Z');
    await alertsReach(caseId, 2);
    await instance().setNow('2026-03-03T18:00:10Z');
    await alertsReach(caseId, 3);
    await instance().setNow('2026-03-03T19:00:20Z');
    const alerts = await alertsReach(caseId, 4);

    expect(alerts.map(told)).toEqual([
      '1wd warning 0',
      '1wd duty-lead 0',
      '1wd duty-lead 1',
      '1wd service-manager 2',
    ]);

    const newest = alerts.at(-1);
    if (newest) await acknowledge(instance(), newest.alert_id);
    await instance().setNow('2026-03-03T21:30:00Z');
    await pause(QUIET_MS);

    const after = await ledgerOf(instance()).alerts([caseId]);
    expect(after.map(({ state }) => state)).toEqual(['settled', 'settled', 'settled', 'acknowledged']);
    const breaches = await ledgerOf(instance()).breaches([caseId]);
    expect(breaches.map(({ due }) => due)).toEqual([new Date(DUE_24H), new Date(DUE_1WD)]);
  });

  it('collapses what piled up in an outage into one alert of the highest level, with every breach written', async () => {
    const caseId = await refer(instance());
    await instance().setNow('2026-03-03T20:30:00Z');

    await workers.start();

    await alertsReach(caseId, 1);
    await pause(QUIET_MS);
    expect((await ledgerOf(instance()).alerts([caseId])).map(told)).toEqual(['1wd service-manager 3']);
    const breaches = await ledgerOf(instance()).breaches([caseId]);
    expect(breaches.map(({ limb, due }) => ({ limb, due }))).toEqual([
      { limb: '24h', due: new Date(DUE_24H) },
      { limb: '1wd', due: new Date(DUE_1WD) },
    ]);
  });

  it('keeps quiet outside on-call hours and sends one digest at opening', async () => {
    const cases = await referMany(instance(), 3);
    await instance().setNow('2026-03-03T23:00:00Z');
    await workers.start();
    await eventually(() => ledgerOf(instance()).alerts(cases), { is: (all) => all.length >= 3 });
    await pause(QUIET_MS);
    const night = await ledgerOf(instance()).alerts(cases);
    expect(night).toHaveLength(3);
    expect(new Set(night.map(({ notify_at }) => notify_at.toISOString()))).toEqual(
      new Set(['2026-03-04T08:00:00.000Z']),
    );
    expect(await ledgerOf(instance()).breaches(cases)).toHaveLength(6);
    const about = await referencesOf(cases);
    expect(mailbox.received.filter(({ body }) => about.some((one) => body.includes(one)))).toEqual([]);

    await instance().setNow('2026-03-04T08:00:05Z');

    const digests = () => mailbox.received.filter(({ body }) => about.every((one) => body.includes(one)));
    await eventually(() => Promise.resolve(digests()), { is: (all) => all.length >= 1 });
    await pause(QUIET_MS);
    const recipients = digests().flatMap(({ to }) => to);
    expect(new Set(recipients).size).toBe(recipients.length);
    for (const { to } of digests()) expect(to).toHaveLength(1);
    expect(await ledgerOf(instance()).alerts(cases)).toHaveLength(3);
  });

  async function referencesOf(cases: readonly CaseId[]): Promise<readonly string[]> {
    const rows = await instance().admin<{ reference: string }>(
      'select reference from app.case_file where case_id = any($1)',
      [cases],
    );
    return rows.map(({ reference }) => reference);
  }
});
