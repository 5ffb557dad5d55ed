import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);

/** A referral nobody has reached, an hour and a half after its working-day limb has passed. */
async function overdue(): Promise<{ reference: string; caseId: string }> {
  await web().instance.setNow('2026-03-02T10:05:00Z');
  const referred = await acts.refer('2026-03-02T10:00:00Z');
  await acts.sweepAt('2026-03-03T17:00:30Z');
  await acts.sweepAt('2026-03-03T18:30:30Z');
  return referred;
}

const actionIn = (html: string, reference: string) =>
  new RegExp(`${reference}[\\s\\S]*?action="(/alerts/[^"]+/acknowledge)"`).exec(html)?.[1] ?? '';

const csrfOf = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the alerts of a duty lead', () => {
  it('are none in words when no deadline needs anybody', async () => {
    const { statusCode, body } = await (await web().signedIn('lead')).get('/alerts');
    expect(statusCode).toBe(200);
    expect(body).toContain('No deadline for a first conversation needs your acknowledgement.');
    const responder = (await (await web().signedIn('responder')).get('/alerts')).body;
    expect(responder).toContain('No alert is waiting.');
    expect(responder).not.toContain('acknowledgement');
  });

  it('say which limit passed, by how much, who was told and how often, once per deadline', async () => {
    const { reference, caseId } = await overdue();
    const { body } = await (await web().signedIn('lead')).get('/alerts');
    expect(body.split(`>${reference}</h2>`)).toHaveLength(2);
    expect(body).toContain('First conversation by 5pm on the next working day');
    expect(body).toContain('overdue by 1 h 30 m');
    expect(body).toContain('Tuesday 3 March 2026 at 5pm');
    expect(body).toContain('Told again once, today at 6:30pm');
    expect(body).toContain(`href="/cases/${caseId}"`);
    expect(body).toContain('Times as at 6:30pm');
  });

  it('leave the list when acknowledged, and a form sent twice is one act', async () => {
    const { reference } = await overdue();
    const lead = await web().signedIn('lead');
    const action = actionIn((await lead.get('/alerts')).body, reference);
    const first = await lead.post(action, { idempotencyKey: 'a-key-used-twice-1' }, { on: '/alerts' });
    expect([first.statusCode, first.headers.location]).toEqual([303, '/alerts']);
    const after = (await lead.get('/alerts')).body;
    expect(after).toContain('You have it in hand');
    expect(after).not.toContain(reference);

    const { reference: other } = await overdue();
    const csrf = csrfOf((await lead.get('/alerts')).body);
    const again = { _csrf: csrf, idempotencyKey: 'a-key-used-twice-1', revision: '1' };
    expect((await lead.send(action, again)).statusCode).toBe(303);
    const acknowledgements = await web().instance.admin<{ n: number }>(
      `select count(*)::integer as n from app.journal j join app.case_file c using (case_id)
       where j.event_type = 'alert.acknowledged' and c.reference = any($1)`,
      [[reference, other]],
    );
    expect(acknowledgements).toEqual([{ n: 1 }]);
  });

  it('tell whoever comes second that it was answered already', async () => {
    const { reference } = await overdue();
    const [lead, manager] = [await web().signedIn('lead'), await web().signedIn('manager')];
    const action = actionIn((await lead.get('/alerts')).body, reference);
    const csrf = csrfOf((await manager.get('/alerts')).body);
    expect((await lead.post(action, {}, { on: '/alerts' })).statusCode).toBe(303);
    const late = await manager.send(action, {
      _csrf: csrf,
      idempotencyKey: 'another-key-12345',
      revision: '1',
    });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('This alert changed after you opened the page');
  });

  it('are answered only with a revision, once', async () => {
    const { reference } = await overdue();
    const lead = await web().signedIn('lead');
    const action = actionIn((await lead.get('/alerts')).body, reference);
    for (const revision of ['', '0', '1.0', 'two', '99999999999']) {
      expect((await lead.post(action, { revision }, { on: '/alerts' })).statusCode).toBe(400);
    }
    expect((await lead.post(action, { revision: ['1', '1'] }, { on: '/alerts' })).statusCode).toBe(400);
    expect((await lead.post(action, { revision: '7' }, { on: '/alerts' })).statusCode).toBe(409);
  });

  it('go on over pages whose addresses cannot be made up', async () => {
    const lead = await web().signedIn('lead');
    const id = '018f3c1e-0000-7000-8000-000000000001';
    expect((await lead.get(`/alerts?after=0_${id}`)).statusCode).toBe(200);
    for (const after of [
      'x',
      `9999999999999999_${id}`,
      `0_${id.toUpperCase()}`,
      '0_x%00',
      `0_${id}&after=1`,
    ]) {
      expect((await lead.get(`/alerts?after=${after}`)).statusCode).toBe(400);
    }
  });
});

describe('alerts, for everyone else', () => {
  it('are read but not acknowledged by a first responder', async () => {
    const { reference } = await overdue();
    const lead = await web().signedIn('lead');
    const responder = await web().signedIn('responder');
    const action = actionIn((await lead.get('/alerts')).body, reference);
    const seen = await responder.get('/alerts');
    expect(seen.body).toContain(reference);
    expect(seen.body).not.toContain('/acknowledge"');
    const csrf = csrfOf(seen.body);
    const sent = await responder.send(action, {
      _csrf: csrf,
      idempotencyKey: 'a-responders-key-1',
      revision: '1',
    });
    expect(sent.statusCode).toBe(404);
    const unknown = '/alerts/018f3c1e-0000-7000-8000-000000000001/acknowledge';
    for (const nobody of [unknown, '/alerts/x/acknowledge']) {
      const fields = {
        _csrf: csrfOf((await lead.get('/alerts')).body),
        idempotencyKey: 'a-key-for-nobody-1',
      };
      expect((await lead.send(nobody, { ...fields, revision: '1' })).statusCode).toBe(404);
    }
  });

  it.each(['officer', 'commissioner', 'auditor', 'administrator'])(
    'are not there for the %s',
    async (persona) => {
      const browser = await web().signedIn(persona);
      const [alerts, checks, nothing] = [
        await browser.get('/alerts'),
        await browser.get('/checks'),
        await browser.get('/no-such-page'),
      ];
      expect([alerts.statusCode, checks.statusCode]).toEqual([404, 404]);
      expect(alerts.body).toContain('There is nothing to show you at this address.');
      expect(nothing.statusCode).toBe(404);
    },
  );

  it('ask a visitor to sign in first', async () => {
    const { statusCode, headers } = await web().visitor().get('/alerts');
    expect([statusCode, headers.location]).toEqual([303, '/sign-in?next=%2Falerts']);
  });
});

describe('what else waits', () => {
  const admin = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);
  const listed = (html: string) =>
    [...html.matchAll(/<li><a class="govuk-link" href="([^"]+)">([^<]+)<\/a><\/li>/g)].map(
      ([, href, text]) => [href, text],
    );

  it('is counted above the alerts for whoever may do it, and behind a wall for nobody', async () => {
    const { instance } = web();
    await instance.setNow('2026-03-02T10:05:00Z');
    const { caseId } = await acts.refer('2026-03-02T10:00:00Z', {
      age: { kind: 'born', bornOn: '2014-06-01' },
    });
    const { userId } = instance.persona('responder-two');
    await admin(
      `insert into app.break_glass (grant_id, case_id, person_id, reference, handling_agency_id, user_id, reason, proven_at,
         granted_at, until_at, review_due_at)
       select uuidv7(), case_id, person_id, reference, handling_agency_id, $2, 'danger-to-life', app.service_now(),
         app.service_now(), app.service_now() + interval '1 hour', '2026-03-03T17:00:00Z'
       from app.case_file where case_id = $1`,
      [caseId, userId],
    );
    await instance.setNow('2026-03-03T17:00:30Z');
    const of = async (persona: string) => listed((await (await web().signedIn(persona)).get('/alerts')).body);
    expect(await of('lead')).toEqual([
      ['/safeguarding', '1 safeguarding task is overdue'],
      ['/break-glass', '1 review of an opening in an emergency is overdue'],
    ]);
    expect(await of('responder')).toEqual([['/safeguarding', '1 safeguarding task is overdue']]);
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $2, app.service_now()
       from app.case_file where case_id = $1`,
      [caseId, instance.persona('responder').userId],
    );
    expect(await of('responder')).toEqual([]);
  });

  it('says how much of its own work the service tries again, as a number alone', async () => {
    await admin(
      `insert into app.set_aside_work (kind, row_id, tries, fault, failed_at, retry_at)
       values ('match', uuidv7(), 1, 'XX000', now(), now() + interval '1 hour')`,
    );
    const lead = (await (await web().signedIn('lead')).get('/alerts')).body;
    expect(lead).toContain('1 task of the service itself did not succeed and is tried again.');
    expect((await (await web().signedIn('responder')).get('/alerts')).body).not.toContain(
      'of the service itself',
    );
  });

  it.each([
    ['lead', '/waiting', '/alerts'],
    ['safeguarding', '/waiting', '/safeguarding'],
    ['dpo', '/waiting', '/data-protection'],
    ['adviser', '/waiting/shares', '/shared'],
    ['dpo', '/waiting/openings', '/break-glass'],
    ['responder', '/waiting/openings', '/board'],
    ['officer', '/waiting', '/referrals'],
  ])('is found by the %s from the address %s in a mail', async (persona, path, page) => {
    const browser = await web().signedIn(persona);
    const answer = await browser.get(path);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, page]);
    expect((await browser.get(page)).statusCode).toBe(200);
  });
});
