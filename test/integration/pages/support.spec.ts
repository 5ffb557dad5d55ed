import { openDesk, plain, casePathOf, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

const hubOf = (path: string) => `${path}/kinds-of-support`;
const day = (prefix: string, [d, m, y]: readonly [string, string, string]) => ({
  [`${prefix}Day`]: d,
  [`${prefix}Month`]: m,
  [`${prefix}Year`]: y,
});
const FORMS = ['domestic-abuse', 'samples', 'signposts', 'check-ins', 'transfer'] as const;

async function taskPathOf(casePath: string, kind: string): Promise<string> {
  const [row] = await web().instance.admin<{ task_id: string }>(
    `select task_id from app.support_task where case_id = $1 and kind = $2 order by opened_at desc limit 1`,
    [casePath.split('/')[2], kind],
  );
  return `/support-tasks/${row?.task_id}`;
}

describe('the page of safety, samples and dates', () => {
  it('shows what stands, offers each act, and names nobody', async () => {
    const path = await desk.aCase({ relationship: 'ex-partner' });
    const page = await desk.responder.get(hubOf(path));
    expect(page.statusCode).toBe(200);
    const text = plain(page.body);
    expect(text).toContain('The person has not asked for it.');
    expect(text).not.toContain('Sample Person');
    for (const form of FORMS) expect(page.body).toContain(`${hubOf(path)}/${form}`);
    expect(page.body).not.toContain('police-report');
    const tab = await desk.responder.get(`${path}/support`);
    expect(plain(tab.body)).toContain('Ask about domestic abuse when the person is alone');
  });

  it('P7 is not there for those who have no use for it', async () => {
    const path = await desk.aCase();
    const others = [desk.officer, await web().signedIn('sarc'), await web().signedIn('commissioner')];
    for (const browser of others) {
      for (const at of ['', ...FORMS.map((form) => `/${form}`)])
        expect((await browser.get(`${hubOf(path)}${at}`)).statusCode).toBe(404);
      expect((await browser.get('/support-tasks')).statusCode).toBe(404);
    }
    expect((await desk.responder.get(`${hubOf(path)}/nothing`)).statusCode).toBe(404);
  });

  it('asks for what is missing, each beside its field', async () => {
    const path = await desk.aCase();
    for (const form of ['domestic-abuse', 'samples', 'check-ins', 'transfer', 'signposts']) {
      const sent = await desk.responder.post(`${hubOf(path)}/${form}`, {});
      expect(sent.statusCode).toBe(400);
      const fields = [...sent.body.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
      expect(fields.length).toBeGreaterThan(0);
      for (const id of fields) expect(sent.body).toContain(`id="${id}"`);
    }
  });
});

describe('domestic abuse on the pages', () => {
  it('P6 a flag opens its tasks; without a ground the reason stands where the form would', async () => {
    const path = await desk.aCase();
    const sent = await desk.responder.post(`${hubOf(path)}/domestic-abuse`, {
      why: 'A sample reason',
      ...day('review', ['30', '3', '2026']),
    });
    expect(sent.statusCode).toBe(303);
    const hub = plain((await desk.responder.get(hubOf(path))).body);
    expect(hub).toContain('DASH: ask how high the risk is');
    expect(hub).toContain('A sample reason');
    const marac = await taskPathOf(path, 'marac');
    const blocked = (await desk.responder.get(marac)).body;
    expect(plain(blocked)).toContain('Not yet: there is no ground');
    const ways = [...blocked.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href = '']) => href);
    expect(ways.length).toBeGreaterThan(2);
    for (const href of ways) expect((await desk.responder.get(href)).statusCode).toBe(200);
    const dash = await taskPathOf(path, 'dash');
    const stale = await desk.responder.get(dash);
    expect((await lead.post(`${dash}/take`, {}, { on: dash })).statusCode).toBe(303);
    const revision = /name="revision" value="(\d+)"/.exec(stale.body)?.[1] ?? '';
    const late = await desk.responder.post(`${dash}/end`, { outcome: 'high', revision }, { on: dash });
    expect(late.statusCode).toBe(409);
    expect((await desk.responder.post(`${dash}/end`, {}, { on: dash })).statusCode).toBe(400);
    expect((await desk.responder.post(`${dash}/end`, { outcome: 'high' }, { on: dash })).statusCode).toBe(
      303,
    );
    expect(plain((await desk.responder.get(dash)).body)).toContain('Done: high risk');
    expect(plain((await desk.responder.get('/support-tasks')).body)).toContain('MARAC: refer');
    const history = plain((await desk.responder.get(`${path}/history`)).body);
    expect(history).toContain('Domestic abuse flagged');
  });

  it('is taken down with a reason, and what nobody did is not asked any more', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${hubOf(path)}/domestic-abuse`, {
      why: 'A sample reason',
      ...day('review', ['30', '3', '2026']),
    });
    const down = `${hubOf(path)}/flag-down`;
    expect((await lead.post(down, { lowering: 'was-a-mistake' })).statusCode).toBe(303);
    expect((await lead.get(down)).statusCode).toBe(409);
    expect(plain((await lead.get(hubOf(path))).body)).toContain('The domestic abuse flag was taken down');
  });
});

describe('days of the person’s own on the pages', () => {
  it('keep a check-in and let it be taken back', async () => {
    const path = await desk.aCase();
    const on = day('on', ['1', '9', '2026']);
    expect((await desk.responder.post(`${hubOf(path)}/check-ins`, { ...on, how: 'phone' })).statusCode).toBe(
      303,
    );
    expect(plain((await desk.responder.get(hubOf(path))).body)).toContain('Planned for 1 September 2026');
    expect(plain((await desk.responder.get('/support-tasks/planned')).body)).toContain('1 September 2026');
    const task = await taskPathOf(path, 'check-in');
    expect((await desk.responder.post(`${task}/withdraw`, {}, { on: task })).statusCode).toBe(303);
    expect(plain((await desk.responder.get(task)).body)).toContain('The person does not want it any more');
  });

  it('record samples with the date that was typed', async () => {
    const path = await desk.aCase();
    const sent = await desk.responder.post(`${hubOf(path)}/samples`, {
      ...day('taken', ['1', '3', '2026']),
      ...day('kept', ['1', '3', '2028']),
      remind: 'no',
    });
    expect(sent.statusCode).toBe(303);
    const hub = plain((await desk.responder.get(hubOf(path))).body);
    expect(hub).toContain('Kept until 1 March 2028. Nobody contacts the person about them.');
  });

  it('record what the person was told of, in the words of the area', async () => {
    const path = await desk.aCase();
    await web().instance.setNow('2026-03-02T10:20:30Z');
    const sent = await desk.responder.post(`${hubOf(path)}/signposts`, {
      'kinds[]': ['gp', 'sexual-health'],
      how: 'phone',
      ...typedMoment('given', '2026-3-2 10:15'),
    });
    expect(sent.statusCode).toBe(303);
    expect(plain((await desk.responder.get(hubOf(path))).body)).toContain('Family doctor (GP)');
  });

  it('P15 hand over to another area, and close the case only with their answer', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${hubOf(path)}/transfer`, { to: 'Sample Service North', how: 'phone' });
    const task = await taskPathOf(path, 'transfer');
    const page = plain((await desk.responder.get(task)).body);
    expect(page).toContain('Sample Service North');
    expect(page).toContain('Record it and close our case');
    await web().instance.setNow('2026-03-02T11:00:30Z');
    const answered = await lead.post(
      `${task}/answer`,
      { by: 'Sample Worker Finch', ...typedMoment('answered', '2026-3-2 11:00') },
      { on: task },
    );
    expect(answered.statusCode).toBe(303);
    expect(plain((await lead.get(hubOf(path))).body)).toContain('Start support again');
    const restarted = await lead.post(`${hubOf(path)}/restart`, {}, { on: hubOf(path) });
    expect(String(restarted.headers.location)).toMatch(/^\/referrals\/doors\/self\?search=/);
    const door = await lead.get(String(restarted.headers.location));
    expect(plain(door.body)).toContain('The two cases are linked when you take it on');
  });
});

describe('people whom no name finds', () => {
  const send = (kind: string, fields: object, browser = desk.responder) =>
    browser.post(`/referrals/pathways/${kind}`, {
      nameToAskFor: 'Heron',
      age: '30',
      number: '07700 900700',
      languageNeed: 'none',
      ...fields,
    });

  it('a supporter is taken on without a search, with a case of their own', async () => {
    const doors = await desk.responder.get('/referrals/doors');
    expect(doors.body).toContain('/referrals/pathways/supporter');
    expect((await send('supporter', {})).statusCode).toBe(400);
    const sent = await send('supporter', { relation: 'partner' });
    expect(sent.statusCode).toBe(303);
    const path = await casePathOf(web(), String(sent.headers.location));
    const hub = plain((await desk.responder.get(hubOf(path))).body);
    expect(hub).toContain('it is compared with no other');
    expect(hub).toContain('A partner');
    expect(hub).not.toContain('Record stored samples');
  });

  it('somebody anonymous keeps the centre’s code, and later reports to the police by their own act', async () => {
    const sent = await send('anonymous', { sarcCode: 'ZZ-SAMPLE-9', number: '07700 900701' });
    expect(sent.statusCode).toBe(303);
    const path = await casePathOf(web(), String(sent.headers.location));
    expect(plain((await desk.responder.get(hubOf(path))).body)).toContain('ZZ-SAMPLE-9');
    const report = `${hubOf(path)}/police-report`;
    const fields = { number: 'ZZ/1/26', ...day('reported', ['2', '3', '2026']) };
    expect((await desk.responder.post(report, fields)).statusCode).toBe(400);
    expect((await desk.responder.post(report, { ...fields, by: 'self' })).statusCode).toBe(303);
    const hub = plain((await desk.responder.get(hubOf(path))).body);
    expect(hub).toContain('By the person themselves, on 2 March 2026');
    expect(hub).not.toContain('ZZ/1/26');
  });

  it('under 13 nobody stays anonymous, and the page says what to do', async () => {
    const sent = await send('anonymous', { age: '12', number: '07700 900702' });
    expect(sent.statusCode).toBe(400);
    expect(plain(sent.body)).toContain('ring children’s social care or the police first');
  });

  it('the referral centre refers somebody anonymous itself, and no supporter; officers have neither page', async () => {
    const sarc = await web().signedIn('sarc');
    expect((await sarc.get('/referrals/doors/sarc')).body).toContain('/referrals/pathways/anonymous');
    expect((await send('anonymous', { number: '07700 900703' }, sarc)).statusCode).toBe(303);
    expect((await sarc.get('/referrals/pathways/supporter')).statusCode).toBe(404);
    for (const kind of ['anonymous', 'supporter', 'other'])
      expect((await desk.officer.get(`/referrals/pathways/${kind}`)).statusCode).toBe(404);
  });
});
