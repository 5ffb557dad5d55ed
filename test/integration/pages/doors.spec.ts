import { casePathOf, openDesk, plain, type Desk } from '../../support/desk';
import { doorAfterSearch, throughDoor } from '../../support/doors';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;
let sarc: WebBrowser;

beforeEach(async () => {
  desk = await openDesk(web());
  sarc = await web().signedIn('sarc');
});

const PERSON: FormFields = {
  nameToAskFor: 'Sample Person Quill',
  age: '31',
  number: '07700 900123',
};
const AGREED = { ...PERSON, agreement: 'agreed' };
const SHARED = { ...AGREED, whoseNumber: 'own' };

const FEWEST: readonly [string, FormFields][] = [
  ['police-by-phone', { ...AGREED, district: 'E07000066' }],
  ['self', PERSON],
  ['sarc', AGREED],
  ['parent-or-carer', SHARED],
  ['social-care', SHARED],
  ['school', SHARED],
  ['health', SHARED],
  ['other-professional', SHARED],
];

describe('keying a referral from any door', () => {
  it.each(FEWEST)('P11 %s needs no more than its few answers', async (door, fields) => {
    const path = door;
    const empty = await throughDoor(desk.responder, path, {});
    expect(empty.statusCode).toBe(400);
    const asked = [...empty.body.matchAll(/<a href="#([^"]+)">/g)].map(([, field]) => field);
    expect(Object.keys(fields).filter((name) => name !== 'whoseNumber')).toEqual(
      expect.arrayContaining(asked),
    );
    const sent = await throughDoor(desk.responder, path, fields);
    expect(sent.statusCode).toBe(303);
    const receipt = await desk.responder.get(String(sent.headers.location));
    expect(receipt.statusCode).toBe(200);
    const links = [
      ...receipt.body.matchAll(
        /<p class="govuk-body govuk-!-display-none-print"><a class="govuk-link" href="([^"]+)"/g,
      ),
    ];
    for (const [, link = ''] of links) expect((await desk.responder.get(link)).statusCode).toBe(200);
    expect(plain(receipt.body)).toContain('The referral is on the contact board.');
    const caseFile = await desk.responder.get(await casePathOf(web(), String(sent.headers.location)));
    expect(caseFile.statusCode).toBe(200);
    const story = plain(caseFile.body);
    expect(story.includes('Reported to police')).toBe(door === 'police-by-phone');
    expect(story).not.toContain('the referring officer');
  });

  it('echoes what was typed and says beside each field what to put right', async () => {
    const typed = {
      nameToAskFor: 'Sample Person Wren',
      age: 'about thirty',
      number: '12',
      callerPlace: 'A school',
    };
    const { body, statusCode } = await throughDoor(desk.responder, 'school', typed);
    expect(statusCode).toBe(400);
    for (const value of Object.values(typed)) expect(body).toContain(value);
    for (const field of ['age', 'number', 'agreement', 'whoseNumber', 'callerName']) {
      expect(body).toContain(`<a href="#${field}">`);
      expect(body).toContain(`id="${field}"`);
    }
  });

  it('P5 keeps a parent’s number and lets nobody call it until the person says that it is safe, a child’s until a lead does', async () => {
    const path = 'parent-or-carer';
    const unsure = await throughDoor(desk.responder, path, {
      ...AGREED,
      age: '14',
      whoseNumber: 'unsure-other',
    });
    expect(plain((await desk.responder.get(String(unsure.headers.location))).body)).toContain(
      'There is no number yet that is known to be safe.',
    );
    const rows = await web().instance.admin<{ contact_state: string; kind: string; call: string }>(
      `select contact_state, kind, permissions ->> 'call' as call from app.case_file
       join app.contact_route using (person_id) where referral_id = $1`,
      [String(unsure.headers.location).split('/')[2]],
    );
    expect(rows).toEqual([{ contact_state: 'no-safe-route', kind: 'third-party', call: 'unknown' }]);
    const stateAt = async (age: string) => {
      const safe = await throughDoor(desk.responder, path, { ...AGREED, age, whoseNumber: 'safe-other' });
      const [row] = await web().instance.admin<{ contact_state: string; state: string }>(
        `select contact_state, state from app.case_file join app.contact_route using (person_id)
         where referral_id = $1`,
        [String(safe.headers.location).split('/')[2]],
      );
      return row;
    };
    expect(await stateAt('34')).toEqual({ contact_state: 'ready', state: 'active' });
    expect(await stateAt('14')).toEqual({ contact_state: 'no-safe-route', state: 'suspended' });
  });

  it('tells what must be done for a child at once, and holds nothing up', async () => {
    const sent = await throughDoor(desk.responder, 'school', { ...SHARED, age: '11' });
    const receipt = plain((await desk.responder.get(String(sent.headers.location))).body);
    expect(receipt).toContain('social care must be told today');
    expect(receipt).toContain('through police or social care');
  });

  it('an officer’s call starts the clock at the report, never in the future, and says why when it is old', async () => {
    const path = 'police-by-phone';
    const fields = FEWEST[0]![1];
    const ahead = await throughDoor(desk.responder, path, {
      ...fields,
      ...typedMoment('started', '2026-3-3 10:00'),
    });
    expect([ahead.statusCode, ahead.body.includes('<a href="#startedDay">')]).toEqual([400, true]);
    const old = { ...fields, ...typedMoment('started', '2026-2-1 10:00') };
    const asked = await throughDoor(desk.responder, path, old);
    expect([asked.statusCode, asked.body.includes('<a href="#lateReason">')]).toEqual([400, true]);
    const sent = await throughDoor(desk.responder, path, { ...old, lateReason: 'overlooked' });
    const [row] = await web().instance.admin(
      `select p.reported_at, p.late_reason, r.received_via from app.referral r join app.report p using (report_id)
       where referral_id = $1`,
      [String(sent.headers.location).split('/')[2]],
    );
    expect(row).toEqual({
      reported_at: new Date('2026-02-01T10:00:00Z'),
      late_reason: 'overlooked',
      received_via: 'phone',
    });
  });

  it('P11 the same form twice makes one referral', async () => {
    const key = { idempotencyKey: '00000000-0000-4000-8000-00000000d001' };
    const on = await doorAfterSearch(desk.responder, 'self');
    const send = () => desk.responder.post('/referrals/doors/self', { ...PERSON, ...key }, { on });
    const first = await send();
    const second = await send();
    expect(second.headers.location).toBe(first.headers.location);
  });

  it('P7 a SARC worker has one door, follows what the own agency sent, and nothing else is there', async () => {
    expect((await sarc.get('/referrals/doors')).headers.location).toBe('/referrals/doors/sarc');
    for (const door of ['self', 'police-by-phone', 'school', 'nowhere']) {
      expect((await sarc.get(`/referrals/doors/${door}`)).statusCode).toBe(404);
    }
    const sent = await sarc.post('/referrals/doors/sarc', AGREED);
    const receipt = String(sent.headers.location);
    const pages = [receipt, receipt.replace('/receipt', ''), '/referrals'];
    for (const page of pages) {
      const { body, statusCode } = await sarc.get(page);
      expect(statusCode).toBe(200);
      const links = [...body.matchAll(/href="(\/[^"#?]*)"/g)].map(([, href]) => String(href));
      for (const link of links.filter((href) => !href.startsWith('/assets/'))) {
        expect([link, (await sarc.get(link)).statusCode]).not.toEqual([link, 404]);
      }
    }
    const list = (await sarc.get('/referrals')).body;
    expect(list).toContain(receipt.replace('/receipt', ''));
    const path = await casePathOf(web(), receipt);
    for (const hidden of [path, `${path}/redirect`, '/board', '/declined-offers']) {
      expect((await sarc.get(hidden)).statusCode).toBe(404);
    }
    const police = await desk.aCase();
    const [row] = await web().instance.admin<{ referral_id: string }>(
      'select referral_id from app.case_file where case_id = $1',
      [police.split('/')[2]],
    );
    expect((await sarc.get(`/referrals/${row?.referral_id}`)).statusCode).toBe(404);
    expect(list).not.toContain(row?.referral_id);
  });

  it('an officer and a commissioner have no doors', async () => {
    const commissioner = await web().signedIn('commissioner');
    expect((await desk.officer.get('/referrals/doors')).statusCode).toBe(404);
    expect((await commissioner.get('/referrals/doors/self')).statusCode).toBe(404);
  });
});
