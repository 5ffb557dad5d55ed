import { openDesk, plain, tokensOf, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

const GIVEN = { 'emotional-support': 'given', 'justice-information': 'later', 'support-offer': 'given' };

/** Saves a conversation and answers the page that follows from it. */
async function spoken(path: string, answers: FormFields = { identity: 'code-word', ...GIVEN }) {
  const saved = await desk.attempt(path, { outcome: 'spoke' });
  return desk.responder.post(String(saved.headers.location), answers);
}

describe('recording an attempt', () => {
  it('takes three answers, two of them given already, and tells the timeline', async () => {
    const path = await desk.aCase();
    const saved = await desk.attempt(path);
    expect([saved.statusCode, saved.headers.location]).toEqual([303, path]);
    const first = plain((await desk.responder.get(path)).body);
    expect(first).toContain('The attempt is saved.');
    expect(first).toMatch(/What has happened .*No answer by you/);
    expect(plain((await desk.responder.get(path)).body)).not.toContain('The attempt is saved.');
  });

  it('keeps the promise when they were spoken with', async () => {
    const path = await desk.aCase();
    await spoken(path);
    const words = plain((await desk.responder.get(path)).body);
    expect(words).toContain('1 working day: Kept');
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
    expect(plain(refused.body)).toContain('This number is on hold: someone else may have it.');
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
    expect(words).toContain('1 working day: today at 5pm, overdue by');
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
      reason: 'no-safe-route',
      ...typedMoment('to', '2026-3-2 16:00'),
      ...change,
    });

  it('stands beside the deadline and does not move it', async () => {
    const path = await desk.aCase();
    expect((await wait(path)).statusCode).toBe(303);
    const words = plain((await desk.responder.get(`${path}/deadlines`)).body);
    expect(words).toContain('Due Tuesday 3 March 2026 at 10am');
    expect(words).toContain('Adjusted, beside it');
    expect(plain((await desk.responder.get(path)).body)).toContain(
      'There was no safe way to reach the person, from',
    );
  });

  it.each<[string, FormFields, string, string]>([
    ['no reason', { reason: '' }, 'reason', 'Select the reason'],
    [
      'a wish nobody can have told us',
      { reason: 'asked-to-wait' },
      'reason',
      'Record first how the person was reached',
    ],
    [
      'an interpreter nobody asked for',
      { reason: 'no-interpreter' },
      'reason',
      'Record first that an interpreter',
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

describe('after a conversation', () => {
  const firsts = async (path: string) => plain((await desk.responder.get(path)).body);

  it('one press saves it as reached; it counts once it is said how they were known', async () => {
    const path = await desk.aCase();
    const saved = await desk.attempt(path, { outcome: 'spoke' });
    const followUp = String(saved.headers.location);
    expect([saved.statusCode, followUp]).toEqual([
      303,
      expect.stringMatching(/\/attempts\/[^/]+\/follow-up$/),
    ]);
    expect(await firsts(path)).toMatch(/First conversation Not yet .*/);
    expect(await firsts(path)).toContain('until then the conversation does not count');
    const told = await desk.responder.post(followUp, { identity: 'code-word', ...GIVEN });
    expect([told.statusCode, told.headers.location]).toEqual([303, path]);
    const after = await firsts(path);
    expect(after).toContain('First conversation today at 10:05am');
    expect(after).toContain('Still to offer: How the criminal justice process works');
    expect(after).not.toContain('until then the conversation does not count');
  });

  it('with somebody who was not known it stays as reached, and declines nothing in their name', async () => {
    const path = await desk.aCase();
    const saved = await desk.attempt(path, { outcome: 'support-declined' });
    await desk.responder.post(String(saved.headers.location), { identity: 'not-sure' });
    const after = await firsts(path);
    expect(after).toContain('Where it stands Trying to reach them');
    expect(after).toContain('First conversation Not yet');
    expect(after).toContain('1 working day: tomorrow at 5pm');
  });

  it('asks again about what is left out, and jumps to it', async () => {
    const path = await desk.aCase();
    const again = await spoken(path, { identity: 'code-word', 'emotional-support': 'given' });
    expect(again.statusCode).toBe(400);
    for (const field of ['justice-information', 'support-offer']) {
      expect(again.body).toContain(`<a href="#${field}">`);
      expect(again.body).toContain(`id="${field}"`);
    }
  });

  it('is answered once, and by nobody but whoever spoke', async () => {
    const path = await desk.aCase();
    const saved = await desk.attempt(path, { outcome: 'spoke' });
    const followUp = String(saved.headers.location);
    const colleague = await web().signedIn('responder-two');
    const theirs = await colleague.post(followUp, { identity: 'known-voice', ...GIVEN });
    expect([theirs.statusCode, plain(theirs.body)]).toEqual([
      409,
      expect.stringContaining('Only the person who spoke with them'),
    ]);
    const answers = { identity: 'known-voice', ...GIVEN };
    expect((await desk.responder.post(followUp, answers)).statusCode).toBe(303);
    expect((await desk.responder.post(followUp, answers)).statusCode).toBe(409);
    expect((await desk.officer.get(followUp)).statusCode).toBe(404);
    const elsewhere = followUp.replace(path, await desk.aCase());
    expect((await desk.responder.get(elsewhere)).statusCode).toBe(404);
  });

  it('"save and open the next" goes to the call of another case', async () => {
    const [path, other] = [await desk.aCase(), await desk.aCase()];
    const saved = await desk.attempt(path, { outcome: 'no-answer', then: 'next' });
    expect(saved.statusCode).toBe(303);
    expect(saved.headers.location).toMatch(/^\/cases\/[^/]+\/call$/);
    expect(saved.headers.location).not.toContain(path);
    expect((await desk.responder.get(`${other}/call`)).statusCode).toBe(200);
  });
});

describe('a call promised for a time', () => {
  it('is told on the case, marked when it is outside the safe times, and kept by the next attempt', async () => {
    const path = await desk.aCase({ 'safeTimes[]': ['weekday-mornings'] });
    const saved = await desk.attempt(path, { outcome: 'asked-to-call-later' });
    const page = String(saved.headers.location);
    expect(page).toContain(`${path}/call-backs/new`);
    const promised = await desk.responder.post(
      `${path}/call-backs/new`,
      typedMoment('call', '2026-3-2 15:00'),
      { on: page },
    );
    expect(promised.statusCode).toBe(303);
    const words = plain((await desk.responder.get(path)).body);
    expect(words).toContain('This is outside the times noted as safe.');
    expect(words).toContain('Call back today at 3pm, as promised');
    await web().instance.setNow('2026-03-02T15:06:00Z');
    await desk.attempt(path, typedMoment('happened', '2026-3-2 15:05'));
    const after = plain((await desk.responder.get(path)).body);
    expect(after).toContain('Promised call made');
    expect(after).not.toContain('as promised');
  });

  it.each([
    ['a time that is past', '2026-3-2 09:00', 'in the future'],
    ['a time in another month', '2026-4-9 09:00', 'within the next 30 days'],
  ])('asks again about %s', async (_what, typed, sentence) => {
    const path = await desk.aCase();
    await desk.attempt(path, { outcome: 'asked-to-call-later' });
    const again = await desk.responder.post(`${path}/call-backs/new`, typedMoment('call', typed));
    expect([again.statusCode, plain(again.body)]).toEqual([400, expect.stringContaining(sentence)]);
    expect(again.body).toContain('<a href="#callDay">');
  });

  it('needs that somebody reached the person', async () => {
    const path = await desk.aCase();
    const again = await desk.responder.post(`${path}/call-backs/new`, typedMoment('call', '2026-3-2 15:00'));
    expect([again.statusCode, plain(again.body)]).toEqual([
      400,
      expect.stringContaining('Record first how the person was reached'),
    ]);
  });
});
