import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
const csrfOf = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** A conversation inside both limits that was typed in after both had passed. */
async function lateEntry(by = 'responder'): Promise<ReferredCase> {
  await web().instance.setNow('2026-03-02T10:05:00Z');
  const referred = await acts.refer('2026-03-02T10:00:00Z');
  await acts.sweepAt('2026-03-03T17:00:30Z');
  await acts.attempt(referred, 'spoke', {
    happened: '2026-03-02T15:30:00Z',
    typedIn: '2026-03-03T18:00:30Z',
    by,
  });
  return referred;
}

const cardOf = (html: string, reference: string) =>
  html.split('<section').find((part) => part.includes(`>${reference}: `)) ?? '';
const actionOf = (html: string, reference: string) =>
  /action="([^"]+)"/.exec(cardOf(html, reference))?.[1] ?? '';

describe('what waits for a second person', () => {
  it('is nothing, in words, while nobody has asked', async () => {
    const { body } = await (await web().signedIn('lead')).get('/checks');
    expect(body).toContain('Nothing is waiting for a second person.');
  });

  it('shows both times, the reason and who asked', async () => {
    const { reference, caseId } = await lateEntry();
    const card = cardOf((await (await web().signedIn('lead')).get('/checks')).body, reference);
    expect(card).toContain('Monday 2 March 2026 at 3:30pm');
    expect(card).toContain('Tuesday 3 March 2026 at 6pm');
    expect(card).toContain('It was typed in after the deadline had passed');
    expect(card).toContain('Sample Responder Clover, first responder');
    expect(card).toContain(`href="/cases/${caseId}"`);
  });

  it('P4 counts as a miss until it is confirmed, and then as met', async () => {
    const { reference, caseId } = await lateEntry();
    expect((await acts.limbs(caseId))['1wd']?.state).toBe('breached');
    const lead = await web().signedIn('lead');
    const action = actionOf((await lead.get('/checks')).body, reference);
    const sent = await lead.post(action, { decision: 'confirmed' }, { on: '/checks' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/checks']);
    expect((await lead.get('/checks')).body).toContain('>Confirmed<');
    expect((await acts.limbs(caseId))['1wd']?.state).toBe('met-on-confirmation');
  });

  it('stays a miss when the second person does not confirm it', async () => {
    const { reference, caseId } = await lateEntry();
    const lead = await web().signedIn('lead');
    const action = actionOf((await lead.get('/checks')).body, reference);
    expect((await lead.post(action, { decision: 'declined' }, { on: '/checks' })).statusCode).toBe(303);
    expect((await acts.limbs(caseId))['1wd']?.state).toBe('breached');
  });

  it('tells whoever asked why they cannot confirm it themselves, and holds to it', async () => {
    const { reference, caseId } = await lateEntry();
    const [responder, lead] = [await web().signedIn('responder'), await web().signedIn('lead')];
    const page = (await responder.get('/checks')).body;
    expect(cardOf(page, reference)).toContain('You asked for this, so somebody else must confirm it.');
    expect(cardOf(page, reference)).toContain('You, today at 6pm');
    expect(cardOf(page, reference)).not.toContain('<form');
    const action = actionOf((await lead.get('/checks')).body, reference);
    const csrf = csrfOf((await responder.get('/checks')).body);
    const forged = {
      _csrf: csrf,
      idempotencyKey: 'a-forged-key-12345',
      revision: '1',
      decision: 'confirmed',
    };
    const answer = await responder.send(action, forged);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('somebody else must confirm it');
    expect((await acts.limbs(caseId))['1wd']?.state).toBe('breached');
  });

  it('moves both deadlines when a corrected start is confirmed, and names no officer', async () => {
    await web().instance.setNow('2026-03-02T10:05:00Z');
    const { reference, referralId, caseId } = await acts.refer('2026-03-02T10:00:00Z');
    await acts.correctStart(referralId, '2026-03-02T09:00:00Z');
    const responder = await web().signedIn('responder');
    const page = (await responder.get('/checks')).body;
    expect(cardOf(page, reference)).toContain('Monday 2 March 2026 at 10am');
    expect(cardOf(page, reference)).toContain('Monday 2 March 2026 at 9am');
    expect(cardOf(page, reference)).toContain('The referring police team');
    expect(page).not.toContain('Alder');
    await responder.post(actionOf(page, reference), { decision: 'confirmed' }, { on: '/checks' });
    expect((await acts.limbs(caseId))['24h']?.due).toBe('2026-03-03T09:00:00.000Z');
  });

  it('is decided once: whoever comes second is told, and a stale form saves nothing', async () => {
    const { reference } = await lateEntry();
    const [lead, manager] = [await web().signedIn('lead'), await web().signedIn('manager')];
    const action = actionOf((await lead.get('/checks')).body, reference);
    const csrf = csrfOf((await manager.get('/checks')).body);
    const stale = { _csrf: csrf, idempotencyKey: 'a-stale-key-123456', revision: '9', decision: 'confirmed' };
    expect((await manager.send(action, stale)).statusCode).toBe(409);
    await lead.post(action, { decision: 'declined' }, { on: '/checks' });
    const second = await manager.send(action, { ...stale, revision: '1' });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Somebody has decided this already');
  });

  it('refuses what its form cannot have sent', async () => {
    const { reference } = await lateEntry();
    const lead = await web().signedIn('lead');
    const page = (await lead.get('/checks')).body;
    const action = actionOf(page, reference);
    const fields = { _csrf: csrfOf(page), idempotencyKey: 'a-broken-key-12345', revision: '1' };
    const broken: readonly FormFields[] = [
      {},
      { decision: 'yes' },
      { decision: ['confirmed', 'declined'] },
      { decision: '\0' },
    ];
    for (const change of broken) {
      expect((await lead.send(action, { ...fields, ...change })).statusCode).toBe(400);
    }
    const nobody = '/checks/018f3c1e-0000-7000-8000-000000000001/decision';
    expect((await lead.send(nobody, { ...fields, decision: 'declined' })).statusCode).toBe(404);
    const commissioner = await web().signedIn('commissioner');
    const own = csrfOf((await commissioner.get('/promise')).body);
    expect(
      (await commissioner.send(action, { ...fields, _csrf: own, decision: 'declined' })).statusCode,
    ).toBe(404);
  });
});
