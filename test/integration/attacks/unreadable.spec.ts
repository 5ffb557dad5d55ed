import { RecordContactAttempt } from '#libs/casework';
import { instant, type CaseId } from '#libs/domain';
import { Client } from 'pg';
import { openDesk, plain, type Desk } from '../../support/desk';
import { onlyOnce } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(web());
});

it('a name that was tampered with does not open, and takes no clock and no page down with it', async () => {
  const path = await desk.aCase();
  const { admin } = web().instance;
  await admin(
    `update vault.person_record set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
     where person_id = (select person_id from app.case_file where case_id = $1)`,
    [path.split('/')[2]],
  );
  const page = await desk.responder.get(path);
  expect(page.statusCode).toBe(200);
  expect(plain(page.body)).toContain('whose name cannot be read just now');
  expect(plain(page.body)).toContain('1 working day');
});

it('P7 a stored answer is not given again to somebody who has moved to another agency', async () => {
  const { webWork, ids, persona, setNow } = web().instance;
  await setNow('2026-03-02T11:00:00Z');
  const { caseId } = await acts.refer('2026-03-02T10:00:00Z');
  const record = new RecordContactAttempt(webWork, ids);
  const input = {
    caseId: caseId as CaseId,
    routeId: null,
    channel: 'call',
    outcome: 'no-answer',
    happenedAt: instant('2026-03-02T10:30:00Z'),
  } as const;
  const key = onlyOnce();
  const responder = persona('responder');
  expect(await record.execute(responder, input, key)).toMatchObject({ kind: 'done' });
  expect(await record.execute(responder, input, key)).toMatchObject({ kind: 'repeated' });
  const moved = { ...responder, agencyId: persona('auditor').agencyId };
  expect(await record.execute(moved, input, key)).toEqual({ kind: 'done', result: { kind: 'not-found' } });
});

it('P3 a deadline set running again and passed again is journalled as breached once', async () => {
  const { setNow, admin } = web().instance;
  await setNow('2026-03-02T10:05:00Z');
  const { caseId, referralId } = await acts.refer('2026-03-02T10:00:00Z');
  await acts.sweepAt('2026-03-03T10:00:01Z');
  await acts.correctStart(referralId, '2026-03-02T11:00:00Z');
  await acts.decide(caseId, 'confirmed', 'lead');
  await acts.sweepAt('2026-03-03T11:00:01Z');
  const events = await admin<{ event_type: string }>(
    `select event_type from app.journal j join app.deadline d on d.deadline_id = j.subject_id
     where j.case_id = $1 and d.limb = '24h' and event_type like 'deadline.%' order by position`,
    [caseId],
  );
  expect(events.map(({ event_type }) => event_type)).toEqual([
    'deadline.set',
    'deadline.breached',
    'deadline.moved',
    'deadline.running-again',
    'deadline.passed-again',
  ]);
});

it('with the key store out of reach deadlines still pass and pages still open, without names', async () => {
  const { database, setNow, admin } = web().instance;
  const path = await desk.aCase();
  const keys = new Client({ connectionString: database.keysAdminUrl });
  await keys.connect();
  await keys.query('revoke select on keys.data_key from waymark_keys');
  try {
    await acts.sweepAt('2026-03-05T18:00:00Z');
    const breaches = await admin('select 1 from app.deadline_breach where case_id = $1', [
      path.split('/')[2],
    ]);
    expect(breaches).toHaveLength(2);
    expect((await desk.responder.get('/board')).statusCode).toBe(200);
    const page = await desk.responder.get(path);
    expect(page.statusCode).toBe(200);
    expect(plain(page.body)).toContain('whose name cannot be read just now');
  } finally {
    await keys.query('grant select on keys.data_key to waymark_keys');
    await keys.end();
    await setNow('2026-03-02T10:05:00Z');
  }
});
