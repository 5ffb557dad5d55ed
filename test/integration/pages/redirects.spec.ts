import { openDesk, plain, tokensOf, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;

beforeEach(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

const CHOSEN = {
  reason: 'out-of-county',
  receivingBody: 'service-of-another-county',
  basis: 'person-agreed',
};

describe('redirecting a case to another body', () => {
  it('P15 is asked for, answered and closed on one page, and the case says so', async () => {
    const path = await desk.aCase();
    expect((await lead.get(path)).body).toContain(`href="${path}/redirect"`);
    expect((await desk.responder.get(path)).body).not.toContain(`href="${path}/redirect"`);
    const sent = await lead.post(`${path}/redirect`, CHOSEN);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, path]);
    const during = plain((await lead.get(path)).body);
    expect(during).toContain('The case and its clocks stay ours until you record');
    const waiting = plain((await lead.get(`${path}/redirect`)).body);
    expect(waiting).toContain('Waiting for the other body');
    expect(waiting).toContain('The support service of another county');
    const answer = { by: 'Sample Worker Linnet', how: 'phone' };
    const closed = await lead.post(`${path}/redirect/acknowledged`, answer, { on: `${path}/redirect` });
    expect([closed.statusCode, closed.headers.location]).toEqual([303, path]);
    const after = plain((await lead.get(path)).body);
    expect(after).toContain('The other body has the person now');
    expect((await desk.responder.get('/board')).body).not.toContain(path);
    expect((await lead.get(`${path}/redirect`)).statusCode).toBe(409);
  });

  it('P12 never shows or keeps outside the vault who said so', async () => {
    const path = await desk.aCase();
    await lead.post(`${path}/redirect`, CHOSEN);
    await lead.post(
      `${path}/redirect/acknowledged`,
      { by: 'Sample Worker Linnet', how: 'email' },
      { on: `${path}/redirect` },
    );
    const page = await lead.get(path);
    expect(page.body).not.toContain('Linnet');
    const journal = await web().instance.admin('select payload from app.journal');
    expect(JSON.stringify(journal)).not.toContain('Linnet');
  });

  it('echoes an incomplete form with 400 and links each error to its field', async () => {
    const path = await desk.aCase();
    const empty = await lead.post(`${path}/redirect`, { reason: 'out-of-scope' });
    expect(empty.statusCode).toBe(400);
    for (const field of ['receivingBody', 'basis']) expect(empty.body).toContain(`<a href="#${field}">`);
    await lead.post(`${path}/redirect`, CHOSEN);
    const early = {
      by: 'Sample Worker Linnet',
      how: 'phone',
      ...typedMoment('acknowledged', '2026-3-2 9:00'),
    };
    const wrong = await lead.post(`${path}/redirect/acknowledged`, early, { on: `${path}/redirect` });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('value="Sample Worker Linnet"');
    expect(plain(wrong.body)).toContain('The answer cannot be older than the redirect');
  });

  it('says what changed when somebody was quicker', async () => {
    const path = await desk.aCase();
    const stale = tokensOf((await lead.get(`${path}/redirect`)).body);
    await desk.attempt(path);
    const sent = await lead.send(`${path}/redirect`, { ...stale, ...CHOSEN, revision: '1' });
    expect(sent.statusCode).toBe(409);
    expect(plain(sent.body)).toContain('Someone changed this case first');
  });

  it('goes back to the desk when the other body does not take the person on', async () => {
    const path = await desk.aCase();
    await lead.post(`${path}/redirect`, CHOSEN);
    const back = await lead.post(`${path}/redirect/taken-back`, {}, { on: `${path}/redirect` });
    expect([back.statusCode, back.headers.location]).toEqual([303, path]);
    expect(plain((await lead.get(path)).body)).toContain('The case stays with us');
    expect(plain((await lead.get(`${path}/redirect`)).body)).toContain(
      'Redirect this referral to another body',
    );
  });

  it('is not there for anybody but a duty lead of the agency', async () => {
    const path = await desk.aCase();
    const others = ['responder', 'officer', 'sarc', 'manager', 'auditor', 'commissioner', 'administrator'];
    for (const persona of others) {
      const browser = await web().signedIn(persona);
      expect((await browser.get(`${path}/redirect`)).statusCode).toBe(404);
    }
    const nowhere = '/cases/00000000-0000-7000-8000-00000000dead/redirect';
    expect((await lead.get(nowhere)).statusCode).toBe(404);
  });
});
