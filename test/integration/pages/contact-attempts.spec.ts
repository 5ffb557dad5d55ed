import { openDesk, plain, tokensOf, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

describe('recording an attempt', () => {
  it('takes three answers, two of them given already, and tells the timeline', async () => {
    const path = await desk.aCase();
    const saved = await desk.attempt(path);
    expect([saved.statusCode, saved.headers.location]).toEqual([303, path]);
    const first = plain((await desk.responder.get(path)).body);
    expect(first).toContain('The attempt is saved.');
    expect(first).toMatch(/What has happened .*No answer by You/);
    expect(plain((await desk.responder.get(path)).body)).not.toContain('The attempt is saved.');
  });

  it('keeps the promise when they were spoken with', async () => {
    const path = await desk.aCase();
    await desk.attempt(path, { outcome: 'spoke' });
    const words = plain((await desk.responder.get(path)).body);
    expect(words).toContain('1 working day Kept.');
    expect((await desk.responder.get('/board')).body).not.toContain(path);
    const status = /href="\/referrals\/([^"/]+)\/corrected/.exec((await desk.responder.get(path)).body)?.[1];
    const back = plain((await desk.officer.get(`/referrals/${status}`)).body);
    expect(back).toContain('First responders have reached the person.');
  });

  it('puts a number on hold for everyone when someone else answered', async () => {
    const path = await desk.aCase();
    const { body } = await desk.responder.get(path);
    const show = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    const before = await desk.responder.get(path);
    await desk.attempt(path, { outcome: 'someone-else-answered' });
    const after = plain((await desk.responder.get(path)).body);
    expect(after).toContain('That number is on hold for everyone, from now.');
    expect(after).toContain('Do not call');
    const refused = await desk.responder.send(show, tokensOf(before.body));
    expect(refused.statusCode).toBe(409);
    expect(plain(refused.body)).toContain('This number is on hold: someone else answered.');
    expect(refused.body).not.toContain('900123');
  });

  it('P4 a late entry is saved and waits for a colleague', async () => {
    const path = await desk.aCase();
    await web().instance.setNow('2026-03-03T17:30:30Z');
    await desk.fire();
    const late = await desk.responder.post(`${path}/attempts/new`, {
      outcome: 'spoke',
      ...typedMoment('happened', '2026-3-3 09:30'),
    });
    expect(late.statusCode).toBe(303);
    const words = plain((await desk.responder.get(path)).body);
    expect(words).toContain('It counts once a colleague has confirmed it');
    expect(words).toContain('1 working day today at 5pm overdue by');
  });

  it.each<[string, FormFields, string, string]>([
    ['nothing ticked', { outcome: '' }, 'outcome', 'Select what happened'],
    ['an outcome of nobody’s', { outcome: 'waved' }, 'outcome', 'Select what happened'],
    [
      'a number of someone else',
      { route: '018f3c1e-0000-7000-8000-000000000001' },
      'route',
      'Select which number',
    ],
    ['a time to come', typedMoment('happened', '2026-3-2 10:30'), 'happenedDay', 'now or in the past'],
    [
      'a time before the report',
      typedMoment('happened', '2026-3-2 09:59'),
      'happenedDay',
      'before the report',
    ],
    ['30 February', typedMoment('happened', '2026-2-30 10:00'), 'happenedDay', 'real date'],
  ])('asks again about %s', async (_what, change, field, sentence) => {
    const path = await desk.aCase();
    const { statusCode, body } = await desk.attempt(path, change);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(body).toMatch(new RegExp(`id="${field}"`));
    expect(plain(body)).toContain(sentence);
  });
});

describe('recording why contact had to wait', () => {
  const wait = (path: string, change: FormFields = {}) =>
    desk.responder.post(`${path}/exceptions/new`, {
      reason: 'no-interpreter',
      ...typedMoment('to', '2026-3-2 16:00'),
      ...change,
    });

  it('stands beside the deadline and does not move it', async () => {
    const path = await desk.aCase();
    expect((await wait(path)).statusCode).toBe(303);
    const words = plain((await desk.responder.get(`${path}/deadlines`)).body);
    expect(words).toContain('Due Tuesday 3 March 2026 at 10am');
    expect(words).toContain('Adjusted, beside it');
    expect(plain((await desk.responder.get(path)).body)).toContain('No interpreter was available, from');
  });

  it.each<[string, FormFields, string, string]>([
    ['no reason', { reason: '' }, 'reason', 'Select the reason'],
    [
      'a wish nobody can have told us',
      { reason: 'asked-to-wait' },
      'reason',
      'Record first how the person was reached',
    ],
    ['an end before the beginning', typedMoment('to', '2026-3-2 10:01'), 'toDay', 'after the beginning'],
    ['a wait without end', typedMoment('to', '2026-5-2 10:01'), 'toDay', '30 days at most'],
    ['an end that is missing', typedMoment('to', '-- '), 'toDay', 'Enter until when'],
  ])('asks again about %s', async (_what, change, field, sentence) => {
    const { statusCode, body } = await wait(await desk.aCase(), change);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(plain(body)).toContain(sentence);
  });
});
