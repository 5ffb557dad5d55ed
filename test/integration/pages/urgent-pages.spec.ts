import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';
import { formOn } from '../../support/web-forms';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);

async function urgent(): Promise<{ reference: string; path: string; caseId: string }> {
  await web().instance.setNow('2026-03-01T22:41:00Z');
  const { reference, caseId, referralId } = await acts.refer('2026-03-01T22:35:00Z', {
    dangers: ['danger-now', 'forensic-window-open'],
  });
  const [page] = await web().instance.admin<{ page_id: string }>(
    'select page_id from app.urgent_page where referral_id = $1',
    [referralId],
  );
  return { reference, caseId, path: `/alerts/urgent/${page!.page_id}/acknowledge` };
}

describe('urgent pages', () => {
  it('say what, since when, that nobody was on call and whether the referrer holds the risk', async () => {
    const { reference } = await urgent();
    const lead = await web().signedIn('lead');
    const { statusCode, body } = await lead.get('/alerts/urgent');
    expect(statusCode).toBe(200);
    expect(body).toContain(`${reference}: In danger now; Forensic window open`);
    expect(body).toContain('Nobody was on call');
    expect(body).toContain('has not yet said that they still hold the risk');
    expect((await lead.get('/alerts')).body).toContain('urgent page');
  });

  it('are answered with one press, which leads to the case', async () => {
    const { path, caseId } = await urgent();
    const lead = await web().signedIn('lead');
    const answered = await lead.post(path, {}, { on: '/alerts/urgent' });
    expect([answered.statusCode, answered.headers.location]).toEqual([303, `/cases/${caseId}`]);
    expect((await lead.get('/alerts/urgent')).body).not.toContain(path);
  });

  it('tell whoever comes second that somebody has it', async () => {
    const { path } = await urgent();
    const [lead, manager] = [await web().signedIn('lead'), await web().signedIn('manager')];
    const form = formOn((await manager.get('/alerts/urgent')).body, path);
    await lead.post(path, {}, { on: '/alerts/urgent' });
    const late = await manager.send(path, form);
    expect([late.statusCode, late.body.includes('Somebody answered this page')]).toEqual([409, true]);
  });

  it('have no button for a responder who is not on call, and refuse a forged answer with what to do', async () => {
    const { path, reference } = await urgent();
    const [lead, responder] = [await web().signedIn('lead'), await web().signedIn('responder')];
    const seen = await responder.get('/alerts/urgent');
    expect(seen.body).toContain(reference);
    expect(seen.body).not.toContain(path);
    const form = formOn((await lead.get('/alerts/urgent')).body, path);
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await responder.get('/rota')).body)?.[1];
    const forged = await responder.send(path, { ...form, ...(csrf === undefined ? {} : { _csrf: csrf }) });
    expect([403, 409]).toContain(forged.statusCode);
    expect((await lead.get('/alerts/urgent')).body).toContain(path);
  });

  it.each(['officer', 'commissioner', 'auditor', 'administrator'])(
    'are not there for the %s',
    async (persona) => {
      const browser = await web().signedIn(persona);
      expect((await browser.get('/alerts/urgent')).statusCode).toBe(404);
    },
  );
});
