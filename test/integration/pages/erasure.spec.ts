import type { ErasureId } from '#libs/domain';
import { openDesk, plain } from '../../support/desk';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { ErasureActs } from '../erasure/support';

const web = useWeb();
const instance = () => web().instance;
const acts = new PromiseActs(instance);
const erasing = new ErasureActs(instance);
const LIST = '/data-protection/erasure';
const HOLDS = '/data-protection/retention/holds';
let dpo: WebBrowser;
let manager: WebBrowser;

beforeAll(async () => {
  await openDesk(web());
  dpo = await web().signedIn('dpo');
  manager = await web().signedIn('manager');
});

async function ended(): Promise<ReferredCase> {
  const referred = await acts.refer('2026-03-02T10:00:00Z');
  await erasing.end(referred.caseId);
  return referred;
}

const propose = (reference: string) => dpo.post(LIST, { reference });
const showOf = async (reference: string): Promise<string> => {
  const [row] = await instance().admin<{ id: ErasureId }>(
    `select erasure_id as id from app.erasure where reference = $1 order by erasure_id desc limit 1`,
    [reference],
  );
  return `${LIST}/${row?.id}`;
};

describe('erasing a record', () => {
  it('takes the data-protection officer and a second person, and leaves a case without a name', async () => {
    const { reference, caseId, personId } = await ended();
    expect((await propose(reference)).statusCode).toBe(303);
    const show = await showOf(reference);
    const own = await dpo.get(show);
    expect(plain(own.body)).toContain('You proposed it, so another person decides');
    expect((await manager.post(show, { change: 'approve' })).statusCode).toBe(303);
    expect(await erasing.carryOut()).toBe(1);
    expect(plain((await dpo.get(LIST)).body)).toContain('Erased. The person asked for it');
    const responder = await web().signedIn('responder');
    const page = await responder.get(`/cases/${caseId}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/Quill|900123/);
    expect(await instance().vault.of(personId)).toEqual({ kind: 'unreadable' });
  });

  it('is refused while the case is open, saying what to do', async () => {
    const { reference } = await acts.refer('2026-03-02T10:00:00Z');
    const refused = await propose(reference);
    expect(refused.statusCode).toBe(400);
    expect(plain(refused.body)).toContain('The case is still open. Close it first');
  });

  it('waits for a hold to be lifted, even after the approval', async () => {
    const { reference, personId } = await ended();
    const erasureId = await erasing.approved(reference);
    const hold = { reference, reason: 'court-case', note: 'Crown Court, sample', 'until-day': '' };
    const day = { 'until-month': '', 'until-year': '' };
    expect((await dpo.post(`${HOLDS}/new`, { ...hold, ...day })).statusCode).toBe(303);
    expect(await erasing.carryOut()).toBe(0);
    expect(await instance().vault.of(personId)).toMatchObject({ kind: 'open' });
    const listed = await dpo.get('/data-protection/retention');
    const [, path = ''] = new RegExp(`${reference}[\\s\\S]*?href="(${HOLDS}/[^"]+)"`).exec(listed.body) ?? [];
    expect(plain((await manager.get(path)).body)).toContain('Crown Court, sample');
    const unsaid = await manager.post(path, {});
    expect(unsaid.statusCode).toBe(400);
    expect(plain(unsaid.body)).toContain('Select why the hold is lifted');
    const lifted = await manager.post(path, { reason: 'reason-has-passed' });
    expect(lifted.statusCode).toBe(303);
    expect(plain((await manager.get(path)).body)).toContain('Why lifted The reason has passed');
    expect(await erasing.carryOut()).toBe(1);
    expect(erasureId).toBeDefined();
    expect(await instance().vault.of(personId)).toEqual({ kind: 'unreadable' });
  });

  it('P8 every reading of why a record is held is recorded', async () => {
    const [row] = await instance().admin<{ count: number }>(
      `select count(*)::integer as count from app.access_log where what = 'legal-hold-note'`,
    );
    expect(row?.count).toBeGreaterThan(0);
  });

  it('is decided once, by somebody else, with a reason when the record is kept', async () => {
    const { reference } = await ended();
    await propose(reference);
    const show = await showOf(reference);
    const empty = await manager.post(show, { change: '', reason: '' });
    expect(empty.statusCode).toBe(400);
    const unreasoned = await manager.post(show, { change: 'decline', reason: '' });
    expect(plain(unreasoned.body)).toContain('Select why it is kept');
    const asOwn = { kind: 'refused', reason: 'same-person' };
    expect(await erasing.decide(show.split('/').at(-1) as ErasureId, { kind: 'approve' }, 'dpo')).toEqual(
      asOwn,
    );
    expect((await manager.post(show, { change: 'decline', reason: 'still-needed' })).statusCode).toBe(303);
    expect(plain((await dpo.get(show)).body)).toContain('The record is still needed');
  });

  it('P7 is not there for anybody else, and nobody learns of another agency’s records', async () => {
    const { reference } = await ended();
    await propose(reference);
    const show = await showOf(reference);
    for (const persona of ['responder', 'officer', 'lead', 'commissioner', 'administrator', 'adviser']) {
      const browser = await web().signedIn(persona);
      for (const path of [LIST, show, '/data-protection/retention', `${HOLDS}/new`]) {
        expect([persona, path, (await browser.get(path)).statusCode]).toEqual([persona, path, 404]);
      }
    }
    const unknown = await propose('WM-0000-0000');
    expect(plain(unknown.body)).toContain('There is no record of yours with this reference');
  });
});

describe('how long records are kept', () => {
  it('shows what could go by a date, by reference and outcome and never by name', async () => {
    const { reference } = await ended();
    const soon = await dpo.get('/data-protection/retention?on-day=2&on-month=3&on-year=2030');
    expect(plain(soon.body)).not.toContain(reference);
    const later = await dpo.get('/data-protection/retention?on-day=3&on-month=3&on-year=2033');
    expect(plain(later.body)).toContain(reference);
    expect(later.body).not.toMatch(/Quill/);
    const wrong = await dpo.get('/data-protection/retention?on-day=31&on-month=2&on-year=2033');
    expect(wrong.statusCode).toBe(400);
    expect(plain(wrong.body)).toContain('Enter a real date');
  });
});
