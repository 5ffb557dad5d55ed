import { useWeb } from '../../support/web';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const DESK = '/data-protection';
const ANSWERS = {
  kind: 'subject-access',
  receivedDay: '1',
  receivedMonth: '9',
  receivedYear: '2026',
  via: 'letter',
  requester: 'person',
  name: 'Sample Wren',
  replyTo: 'Sample Lane 1',
  words: 'Everything you have about me, please.',
};

async function caseOf(): Promise<ReferredCase & { readonly caseReference: string }> {
  await web().instance.setNow('2026-08-03T10:05:00Z');
  const found = await acts.refer('2026-08-03T10:00:00Z', { fullName: 'Wren Sample' });
  const [row] = await web().instance.admin<{ reference: string }>(
    'select reference from app.case_file where case_id = $1',
    [found.caseId],
  );
  await web().instance.setNow('2026-09-01T09:00:00Z');
  return { ...found, caseReference: row!.reference };
}

describe('the data-protection desk', () => {
  it('takes a request from receipt to the pack in the browser', async () => {
    const { caseReference } = await caseOf();
    const dpo = await web().signedIn('dpo');
    const recorded = await dpo.post(`${DESK}/requests/new`, { ...ANSWERS, reference: caseReference });
    expect(recorded.statusCode).toBe(303);
    const href = String(recorded.headers.location);
    const list = textOf((await dpo.get(DESK)).body);
    expect(list).toContain('Answer by 1 October 2026');
    expect(list).not.toContain('Wren');
    const shown = (await dpo.get(href)).body;
    expect(textOf(shown)).toContain('Sample Wren');
    expect(/<title>[^<]*<\/title>/.exec(shown)?.[0]).not.toContain('Wren');
    expect((await dpo.post(`${href}/acts/identity`, { answer: 'code-word' })).statusCode).toBe(303);
    expect((await dpo.post(`${href}/acts/collect`)).statusCode).toBe(303);
    const review = (await dpo.get(`${href}/review`)).body;
    const places = [...review.matchAll(/review\/(\d+)"/g)].map(([, place]) => place);
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      const path = `${href}/review/${place}`;
      expect((await dpo.post(path, { decision: 'redact', reason: 'names-staff' })).statusCode).toBe(400);
      const answer = { decision: 'redact', reason: 'names-staff', words: 'Somebody referred you.' };
      expect((await dpo.post(path, answer)).statusCode).toBe(303);
    }
    expect((await dpo.post(`${href}/acts/seal`)).statusCode).toBe(303);
    const pack = textOf((await dpo.get(`${href}/pack`)).body);
    expect(pack).toContain('Wren Sample');
    expect(pack).toContain('Somebody referred you.');
    expect(pack).toContain('Who looked at your information');
    const saved = await dpo.get(`${href}/pack.json`);
    expect(saved.headers['content-disposition']).toBe('attachment; filename="pack.json"');
    expect((await dpo.post(`${href}/acts/deliver`, { answer: 'post' })).statusCode).toBe(400);
    expect((await dpo.post(`${href}/acts/deliver`, { answer: 'collected' })).statusCode).toBe(303);
    expect(textOf((await dpo.get(href)).body)).toContain('They collected it');
    expect((await dpo.get(`${href}/pack`)).statusCode).toBe(404);
  });

  it('draws an empty form again with what is missing, and a stale one as a page that says so', async () => {
    const dpo = await web().signedIn('dpo');
    const empty = await dpo.post(`${DESK}/requests/new`);
    expect(empty.statusCode).toBe(400);
    for (const field of ['kind', 'receivedDay', 'via', 'requester', 'words'])
      expect(empty.body).toContain(`href="#${field}"`);
    const recorded = await dpo.post(`${DESK}/requests/new`, ANSWERS);
    const href = String(recorded.headers.location);
    const [first, second] = [await dpo.post(`${href}/acts/withdraw`), await dpo.get(`${href}/acts/withdraw`)];
    expect([first.statusCode, second.statusCode]).toEqual([303, 404]);
  });

  it('P7 is there for nobody else', async () => {
    const dpo = await web().signedIn('dpo');
    const href = String((await dpo.post(`${DESK}/requests/new`, ANSWERS)).headers.location);
    for (const persona of [
      'responder',
      'lead',
      'officer',
      'commissioner',
      'auditor',
      'administrator',
      'adviser',
    ]) {
      const other = await web().signedIn(persona);
      for (const path of [
        DESK,
        `${DESK}/requests/new`,
        href,
        `${href}/acts/refuse`,
        `${href}/review`,
        `${href}/pack`,
      ])
        expect([persona, path, (await other.get(path)).statusCode]).toEqual([persona, path, 404]);
    }
    const manager = await web().signedIn('manager');
    expect((await manager.get(href)).statusCode).toBe(404);
  });
});
