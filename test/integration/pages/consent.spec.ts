import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;
let adviser: WebBrowser;

const WILLOW = 'agency%3A00000000-0000-7000-8000-000000000006';
const ABOUT = `purpose=support&recipient=${WILLOW}`;
const YES: FormFields = {
  decision: 'given',
  'dataClasses[]': ['identity', 'safe-contact'],
  giver: 'person',
  how: 'by-phone',
};

beforeEach(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
  adviser = await web().signedIn('adviser');
});

const record = (path: string, change: FormFields = {}, about = ABOUT) =>
  desk.responder.post(`${path}/consent/new`, { ...YES, ...change }, { on: `${path}/consent/new?${about}` });

/** Consent, proposal and opening through the pages; answers where the adviser reads it. */
async function shared(path: string): Promise<string> {
  await record(path);
  const proposal = `${path}/shares/new`;
  const proposed = await desk.responder.post(proposal, {}, { on: `${proposal}?${ABOUT}` });
  expect([proposed.statusCode, plain(proposed.body)]).toEqual([303, '']);
  const page = (await desk.responder.get(`${path}/consent`)).body;
  const open = /action="([^"]+\/open)"/.exec(page)?.[1] ?? '';
  const opened = await desk.responder.post(open, {}, { on: `${path}/consent` });
  expect(opened.statusCode).toBe(303);
  const href = `/shared/${/\/([0-9a-f-]{36})\/open$/.exec(open)?.[1]}`;
  expect((await adviser.get('/shared')).body).toContain(`href="${href}"`);
  return href;
}

describe('consent on the case page', () => {
  it('says who may know what, and puts the reason where a button would be (P6)', async () => {
    const path = await desk.aCase();
    const before = await desk.responder.get(`${path}/consent`);
    expect(plain(before.body)).toContain('Cannot be shared: nobody has asked the person yet.');
    expect(before.body).not.toContain(`${path}/shares/new`);
    expect(plain(before.body)).toContain('Calls Yes');
    expect((await record(path)).headers.location).toBe(`${path}/consent`);
    const after = await desk.responder.get(`${path}/consent`);
    expect(after.body).toContain(`${path}/shares/new?recipient=${WILLOW}`);
    expect(plain(after.body)).toContain('Agreed: Willow Advocacy (sample), To support them');
  });

  it('shows the words to read out, in their version', async () => {
    const path = await desk.aCase();
    const { body } = await desk.responder.get(`${path}/consent/new?${ABOUT}`);
    expect(plain(body)).toContain('May we tell Willow Advocacy (sample)');
    expect(plain(body)).toContain('Wording support-1');
  });

  it('asks again for what is missing, keeps what was typed, and links each error to its field', async () => {
    const path = await desk.aCase();
    const about = { on: `${path}/consent/new?${ABOUT}` };
    const answer = await desk.responder.post(`${path}/consent/new`, { assessment: 'So far so good' }, about);
    expect(answer.statusCode).toBe(400);
    for (const field of ['decision', 'giver', 'how']) expect(answer.body).toContain(`href="#${field}"`);
    expect(answer.body).toContain('So far so good');
    const none = await record(path, { 'dataClasses[]': [] });
    expect([none.statusCode, none.body.includes('href="#dataClasses"')]).toEqual([400, true]);
  });

  it('refuses the yes of a child without an assessment, with the way out', async () => {
    const path = await desk.aCase({ age: '14' });
    const refused = await record(path);
    expect(refused.statusCode).toBe(400);
    expect(plain(refused.body)).toContain('Enter how you assessed that they understand this decision');
    const saved = await record(path, { assessment: 'They told me in their own words what would be shared' });
    expect(saved.statusCode).toBe(303);
    expect((await desk.responder.get(`${path}/consent`)).body).not.toContain('in their own words');
  });

  it('answers 409 when somebody changed the case first, and saves nothing', async () => {
    const path = await desk.aCase();
    const stale = await record(path, { revision: '99' });
    expect(stale.statusCode).toBe(409);
    expect(plain((await desk.responder.get(`${path}/consent`)).body)).not.toContain('Agreed: Willow');
  });

  it('gives a receipt without a name, a case number or the name of the service', async () => {
    const path = await desk.aCase();
    await record(path, { 'dataClasses[]': ['identity'], days: '90' });
    const page = (await desk.responder.get(`${path}/consent`)).body;
    const href = /href="([^"]+\/consent\/receipts\/[0-9a-f-]+)"/.exec(page)?.[1] ?? '';
    const receipt = await desk.responder.get(href);
    expect(receipt.statusCode).toBe(200);
    expect(receipt.body).toMatch(/<title>\s*Receipt\s*<\/title>/);
    for (const word of ['Quill', 'Waymark', 'Synergy', 'WM-', 'rape'])
      expect(receipt.body.replace(/href="[^"]*"/g, '')).not.toContain(word);
    const data = await desk.responder.get(`${href}/data`);
    const body = JSON.parse(data.body) as Record<string, unknown>;
    expect(body).toMatchObject({
      schema_version: 'ISO/IEC TS 27560:2023',
      pii_principal: { id_type: 'case-scoped-pseudonym' },
      event: { state: 'given', basis: 'adult' },
    });
    expect(data.body).not.toMatch(/Quill|WM-|Synergy/);
  });

  it('is not there for officers, commissioners, auditors and providers (P7)', async () => {
    const path = await desk.aCase();
    for (const key of ['officer', 'commissioner', 'auditor', 'sarc', 'adviser', 'administrator']) {
      const browser = await web().signedIn(key);
      for (const page of ['consent', 'consent/new', 'consent/about', 'overrides/new', 'shares/new'])
        expect((await browser.get(`${path}/${page}`)).statusCode).toBe(404);
      expect((await browser.get('/overrides')).statusCode).toBe(404);
    }
  });
});

describe('what another service sees', () => {
  it('is what was agreed to and nothing else, and each look shows on the case (P6, P8)', async () => {
    const path = await desk.aCase();
    const href = await shared(path);
    const read = await adviser.get(href);
    expect(read.statusCode).toBe(200);
    const words = plain(read.body);
    expect(words).toContain('Sample Person Quill');
    expect(words).toContain('+447700900123');
    expect(words).not.toContain('lantern');
    expect(words).not.toMatch(/Rape|ZZ\/000000|Age and needs/);
    expect(/<title>([^<]*)<\/title>/.exec(read.body)?.[1]).not.toContain('Quill');
    const page = plain((await desk.responder.get(`${path}/consent`)).body);
    expect(page).toMatch(/Already seen Name: 1 person, once|Name: 1 person, once, last today/);
  });

  it('is gone at the next click after a withdrawal, and the inbox says so (P6)', async () => {
    const path = await desk.aCase();
    const href = await shared(path);
    expect((await adviser.get(href)).statusCode).toBe(200);
    const away = await desk.responder.post(
      `${path}/consent/withdraw`,
      { what: 'all', giver: 'person', how: 'by-phone' },
      { on: `${path}/consent/withdraw?${ABOUT}` },
    );
    expect(away.statusCode).toBe(303);
    expect(plain((await desk.responder.get(`${path}/consent`)).body)).toContain(
      'One share was closed by it.',
    );
    expect((await adviser.get(href)).statusCode).toBe(404);
    expect((await adviser.get('/shared')).body).not.toContain(href);
    const inbox = await adviser.get('/shared/notices');
    expect(plain(inbox.body)).toContain('It was taken back');
    expect(plain(inbox.body)).not.toContain('Quill');
    const action = /action="(\/shared\/notices\/[^"]+)"/.exec(inbox.body)?.[1] ?? '';
    expect((await adviser.post(action, {}, { on: '/shared/notices' })).statusCode).toBe(303);
  });

  it('is a page that does not exist for anybody else, forged or not (P7)', async () => {
    const path = await desk.aCase();
    const href = await shared(path);
    for (const key of ['sarc', 'officer', 'commissioner', 'responder', 'lead', 'auditor']) {
      const browser = await web().signedIn(key);
      expect((await browser.get(href)).statusCode).toBe(404);
    }
    const forged = '/shared/01920000-0000-7000-8000-000000000000';
    const [unknown, known] = [await adviser.get(forged), await (await web().signedIn('sarc')).get(href)];
    expect(plain(known.body).replaceAll(/\d/g, '')).toBe(plain(unknown.body).replaceAll(/\d/g, ''));
  });
});

describe('an override', () => {
  it('waits for a second person, opens, and is reviewed', async () => {
    const path = await desk.aCase();
    const asked = await desk.responder.post(`${path}/overrides/new`, {
      recipient: 'social-care',
      purpose: 'safeguarding',
      'dataClasses[]': ['identity'],
      basis: 'child-at-risk',
      hours: '24',
      necessity: 'Two younger children live there',
    });
    expect(asked.headers.location).toBe(`${path}/consent`);
    const list = await lead.get('/overrides');
    const href = [...list.body.matchAll(/href="(\/overrides\/[0-9a-f-]{36})"/g)].at(-1)?.[1] ?? '';
    const mine = await desk.responder.get(href);
    expect(plain(mine.body)).toContain('Somebody else must confirm it.');
    expect(mine.body).not.toContain('value="confirm"');
    const page = await lead.get(href);
    expect(plain(page.body)).toContain('Two younger children live there');
    expect((await lead.post(href, { decision: 'confirm' })).statusCode).toBe(303);
    expect(plain((await desk.responder.get(`${path}/consent`)).body)).toContain('Stands');
    const empty = await lead.post(`${href}/review`, {}, { on: href });
    expect([empty.statusCode, empty.body.includes('href="#finding"')]).toEqual([400, true]);
    const done = { finding: 'was-needed', personTold: 'yes' };
    expect((await lead.post(`${href}/review`, done, { on: href })).statusCode).toBe(303);
    expect(plain((await lead.get(href)).body)).toContain('It was needed and went no further than it had to');
  });

  it('is not offered for longer than its ground allows', async () => {
    const path = await desk.aCase();
    const refused = await desk.responder.post(`${path}/overrides/new`, {
      recipient: 'social-care',
      purpose: 'safeguarding',
      'dataClasses[]': ['identity'],
      basis: 'vital-interests',
      hours: '672',
      necessity: 'x',
    });
    expect([refused.statusCode, refused.body.includes('href="#hours"')]).toEqual([400, true]);
  });
});

describe('a referral before anybody asked the person', () => {
  it('shows the desk a reference and the reason, and opens with a ground that the officer gives (P6)', async () => {
    const shut = await desk.aCase({ agreement: 'not-asked-yet' });
    expect((await desk.responder.get(shut)).body).not.toContain('Quill');
    expect(plain((await desk.responder.get(`${shut}/consent`)).body)).toContain(
      'The person has not been asked yet',
    );
    const open = await desk.aCase({
      agreement: 'not-asked-yet',
      sendAnyway: 'vital-interests',
      sendAnywayWhy: 'They are at home with whoever did it',
    });
    expect((await desk.responder.get(open)).body).toContain('Quill');
    expect(plain((await lead.get('/overrides')).body)).toContain('Recorded by the officer with the referral');
  });
});
