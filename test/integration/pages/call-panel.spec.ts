import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

async function show(path: string, on = `${path}/call`, fields = {}) {
  const { body } = await desk.responder.get(on);
  const action = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
  return desk.responder.post(action, fields, { on });
}

describe('the call panel', () => {
  it('P8 one showing brings everything a caller needs, and is recorded once', async () => {
    const path = await desk.aCase();
    await desk.attempt(path);
    const shown = await show(path);
    expect(shown.statusCode).toBe(200);
    const words = plain(shown.body);
    for (const part of [
      '+44 7700 900123',
      'Ask for Sample Person Quill',
      'It is about the library survey',
      'Code word Show the code word',
      'Stop word Show the stop word',
      'Last attempt No answer, today at 10:05am, by you',
      'Attempt 2 of 5',
      'Are you thinking of ending your life?',
      '116 123',
      'Save the attempt',
    ]) {
      expect(words).toContain(part);
    }
    const rows = await web().instance.admin<{ what: string }>(
      'select what from app.access_log where case_id = $1 order by what',
      [path.replace('/cases/', '')],
    );
    expect(rows.map(({ what }) => what)).toEqual(['contact-route', 'identity', 'safe-contact-words']);
  });

  it('P8 shows code word and stop word one at a time, beside the number, each in a row of its own', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${path}/safe-contact/words`, { stopWord: 'marigold' });
    expect((await show(path)).body).not.toMatch(/lantern|marigold/);
    const code = await show(path, undefined, { word: 'code' });
    expect(plain(code.body)).toContain('Code word lantern');
    expect([code.body.includes('900123'), code.body.includes('marigold')]).toEqual([true, false]);
    const stop = await show(path, undefined, { word: 'stop' });
    expect([stop.body.includes('lantern'), stop.body.includes('marigold')]).toEqual([false, true]);
    const rows = await web().instance.admin<{ what: string }>(
      `select what from app.access_log where case_id = $1 and what in ('code-word', 'stop-word') order by what`,
      [path.replace('/cases/', '')],
    );
    expect(rows.map(({ what }) => what)).toEqual(['code-word', 'stop-word']);
  });

  it('P8 the pages of a case that name nobody record nothing', async () => {
    const path = await desk.aCase();
    for (const page of [
      'call',
      'history',
      'deadlines',
      'safe-contact',
      'safe-contact/words',
      'exhausted',
      'attempts/new',
    ]) {
      const { statusCode, body } = await desk.responder.get(`${path}/${page}`);
      expect([page, statusCode, body.includes('Quill')]).toEqual([page, 200, false]);
      expect(plain(body)).toContain('If someone else answers, say only what the person agreed');
    }
    const rows = await web().instance.admin('select 1 from app.access_log where case_id = $1', [
      path.replace('/cases/', ''),
    ]);
    expect(rows).toEqual([]);
  });

  it('does not show a number outside the safe times, and says when the next one is', async () => {
    const path = await desk.aCase({ 'safeTimes[]': ['weekday-evenings'] });
    const words = plain((await desk.responder.get(`${path}/call`)).body);
    expect(words).toContain('Opens today at 5pm');
    expect(words).toContain('It is outside the times that are safe for the person.');
    expect(words).toContain('Attempt 1 of 5; next: from today at 5pm');
  });

  it('P7 is not there for anyone else', async () => {
    const path = await desk.aCase();
    for (const persona of ['officer', 'commissioner', 'auditor', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const page of [
        'call',
        'history',
        'safe-contact',
        'safe-contact',
        'exhausted',
        'interpreter',
        'call-backs/new',
      ]) {
        expect([persona, page, (await browser.get(`${path}/${page}`)).statusCode]).toEqual([
          persona,
          page,
          404,
        ]);
      }
    }
  });

  it('tells of a colleague who is on the same case, and keeps nobody from calling', async () => {
    const path = await desk.aCase();
    expect(plain((await show(path)).body)).not.toContain('is on this case just now');
    const colleague = await web().signedIn('responder-two');
    const { body } = await colleague.get(`${path}/call`);
    const action = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    const shown = await colleague.post(action, {}, { on: `${path}/call` });
    expect([shown.statusCode, plain(shown.body)]).toEqual([
      200,
      expect.stringContaining('is on this case just now'),
    ]);
  });
});

describe('an interpreter', () => {
  it('is booked before the first call; without one a reason is asked for and recorded', async () => {
    const path = await desk.aCase({ languageNeed: 'interpreter' });
    const call = await desk.responder.get(`${path}/call`);
    expect(plain(call.body)).toContain('Book the interpreter before the first call');
    const refused = await show(path);
    expect([refused.statusCode, refused.body.includes('900123')]).toEqual([409, false]);
    const alone = await show(path, undefined, { withoutInterpreter: 'danger-cannot-wait' });
    expect(alone.statusCode).toBe(200);
    expect(plain((await desk.responder.get(`${path}/history`)).body)).toContain(
      'Number shown for a call without an interpreter by you',
    );
  });

  it('that is booked for now opens the call', async () => {
    const path = await desk.aCase({ languageNeed: 'interpreter' });
    const booked = await desk.responder.post(`${path}/interpreter`, {
      language: 'pl',
      gender: 'woman',
      outsideCommunity: 'yes',
      outcome: 'booked',
      ...typedMoment('for', '2026-3-2 10:15'),
    });
    expect(booked.statusCode).toBe(303);
    expect((await show(path)).statusCode).toBe(200);
  });

  it('is a reason to wait only once one was asked for', async () => {
    const path = await desk.aCase({ languageNeed: 'interpreter' });
    const wait = () =>
      desk.responder.post(`${path}/exceptions/new`, {
        reason: 'no-interpreter',
        ...typedMoment('to', '2026-3-2 16:00'),
      });
    expect((await wait()).statusCode).toBe(400);
    await desk.responder.post(`${path}/interpreter`, {
      language: 'pl',
      gender: 'any',
      outcome: 'none-available',
    });
    expect((await wait()).statusCode).toBe(303);
  });
});

describe('the safe-contact page', () => {
  it('seals a stop word and who may answer, shows them with the number only, and keeps that number in use', async () => {
    const path = await desk.aCase();
    const { body } = await desk.responder.get(`${path}/safe-contact/words`);
    const route = /<option value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
    const changed = await desk.responder.post(`${path}/safe-contact/words`, {
      stopWord: 'marigold',
      callerId: 'withhold',
      answererRoute: route,
      answererWho: 'my aunt Sample Heron',
    });
    expect(changed.statusCode).toBe(303);
    const page = await desk.responder.get(`${path}/safe-contact`);
    expect(page.body).not.toMatch(/marigold|Heron|lantern/);
    expect(plain(page.body)).toContain('Somebody else may answer it safely.');
    const words = plain((await show(path)).body);
    for (const part of ['my aunt Sample Heron', 'Withhold our number']) expect(words).toContain(part);
    await desk.attempt(path, { outcome: 'someone-else-answered' });
    const after = plain((await desk.responder.get(path)).body);
    expect(after).toContain('so the number stays in use');
    expect(after).not.toContain('Do not call');
  });

  it('answers a stale form with what changed', async () => {
    const path = await desk.aCase();
    const { body } = await desk.responder.get(`${path}/safe-contact/words`);
    const revision = /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';
    await desk.attempt(path);
    const stale = await desk.responder.post(`${path}/safe-contact/words`, { stopWord: 'marigold', revision });
    expect([stale.statusCode, plain(stale.body)]).toEqual([
      409,
      expect.stringContaining('Someone changed this case first'),
    ]);
  });

  it('opens the checklist when somebody else answered', async () => {
    const path = await desk.aCase();
    const saved = await desk.attempt(path, { outcome: 'someone-else-answered' });
    expect(saved.headers.location).toBe(`${path}/safe-contact`);
    expect(plain((await desk.responder.get(`${path}/safe-contact`)).body)).toContain(
      'Before anyone calls again',
    );
  });
});
