import { openDesk, plain, tokensOf, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

describe('a case', () => {
  const accesses = (path: string) =>
    web().instance.admin<{ what: string; basis: string }>(
      'select what, basis from app.access_log where case_id = $1 order by access_id',
      [path.replace('/cases/', '')],
    );

  it('P8 opening it writes one access row for the person shown, committed before the page leaves', async () => {
    const path = await desk.aCase();
    expect(await accesses(path)).toEqual([]);
    const { body } = await desk.responder.get(path);
    expect(body).toContain('Sample Person Quill');
    expect(await accesses(path)).toEqual([{ what: 'identity', basis: 'case-work' }]);
  });

  it('P8 if the access log cannot be written, the name does not leave', async () => {
    const path = await desk.aCase();
    const { admin } = web().instance;
    const { body } = await desk.responder.get(path);
    const show = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    await admin('revoke insert on app.access_log from waymark_web');
    try {
      const [page, number] = [
        await desk.responder.get(path),
        await desk.responder.send(show, tokensOf(body)),
      ];
      expect([page.statusCode, number.statusCode]).toEqual([500, 500]);
      expect(page.body + number.body).not.toMatch(/Quill|900 ?123|lantern/);
    } finally {
      await admin('grant insert on app.access_log to waymark_web');
    }
  });

  it('P8 shows a number only when asked, with what to say to others but not the code word, and records both', async () => {
    const path = await desk.aCase();
    const { body } = await desk.responder.get(path);
    expect(body).not.toMatch(/7700 ?900123|lantern|library survey/);
    const show = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    const shown = await desk.responder.post(show, {}, { on: path });
    expect(shown.headers['cache-control']).toBe('no-store');
    const words = plain(shown.body);
    for (const said of ['+44 7700 900123', 'It is about the library survey', 'Sample Person Quill']) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain('lantern');
    const whats = (await accesses(path)).map(({ what }) => what);
    expect(whats).toEqual(expect.arrayContaining(['contact-route', 'safe-contact-words']));
  });

  it('does not show a number outside the safe times, and says why', async () => {
    const path = await desk.aCase({ 'safeTimes[]': ['weekday-evenings'] });
    const { body } = await desk.responder.get(path);
    expect(plain(body)).toContain('Call only: Monday to Friday, 5pm to 8pm.');
    expect(plain(body)).toContain('It is outside the times that are safe for the person.');
    expect(body).not.toContain('/show"');
  });

  it.each([
    ['no', 'The person said that this is not safe.'],
    ['unknown', 'Nobody has asked whether this is safe, so it is treated as not safe.'],
  ])('P5 says “Do not call” and why when the only number’s answer for calls is %s', async (call, why) => {
    const path = await desk.aCase({ call });
    const { body } = await desk.responder.get(path);
    const words = plain(body);
    expect(words).toContain(
      `Do not call ${why} The officer has been asked for a number that is safe to call.`,
    );
    expect(words).toContain('Where it stands No safe way to reach them yet');
    expect(body).not.toContain('/show"');
    expect(plain((await desk.responder.get('/board')).body)).toContain('No safe number');
  });

  it('has steps to follow beside the number, for a person at risk from themselves', async () => {
    const path = await desk.aCase();
    const show = /action="([^"]+\/show)"/.exec((await desk.responder.get(path)).body)?.[1] ?? '';
    const words = plain((await desk.responder.post(show, {}, { on: path })).body);
    expect(words).toMatch(
      /Ask directly: .*call 999, .*Tell your duty lead .*Write no account of what was said/,
    );
  });

  it('is taken once: a stale form is answered with what changed', async () => {
    const path = await desk.aCase();
    const page = await desk.responder.get(path);
    const colleague = await web().signedIn('responder-two');
    const taken = await colleague.post(`${path}/take`, {}, { on: path });
    expect([taken.statusCode, taken.headers.location]).toEqual([303, path]);
    const hidden = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? '';
    const stale = await desk.responder.post(`${path}/take`, { revision: hidden }, { on: path });
    expect(stale.statusCode).toBe(409);
    expect(plain(stale.body)).toContain('Owner Sample Responder Dill');
    expect(plain(stale.body)).toContain('Case taken on, by Sample Responder Dill');
  });

  it('explains each deadline from its ledger row, in parts that add up', async () => {
    const path = await desk.aCase();
    const words = plain((await desk.responder.get(`${path}/deadlines`)).body);
    expect(words).toContain('Close of service, 5pm, on the next working day after the day of the report.');
    expect(words).toContain('Together 1 of 1 working day');
    expect(words).toContain('Together 24 hours');
    expect(words).toContain('Policy essex-first-responders version 1');
  });

  it('keeps both versions in sight when the start was corrected', async () => {
    const path = await desk.aCase();
    const referral =
      /href="(\/referrals\/[^"]+\/corrected-start)"/.exec((await desk.responder.get(path)).body)?.[1] ?? '';
    const change = { ...typedMoment('corrected', '2026-3-1 09:00'), reason: 'typed-wrongly' };
    const asked = await desk.officer.post(referral, change);
    expect([asked.statusCode, asked.headers.location]).toEqual([303, `${referral}/asked`]);
    expect((await desk.officer.get(`${referral}/asked`)).statusCode).toBe(200);
    expect(plain((await desk.responder.get(path)).body)).toContain('Correction of the start asked for');
    const future = await desk.officer.post(referral, {
      ...typedMoment('corrected', '2026-3-2 10:30'),
      reason: 'typed-wrongly',
    });
    expect(future.statusCode).toBe(400);
    expect(plain(future.body)).toContain('The report must be now or in the past');
    const other = await web().signedIn('officer-south');
    expect((await other.get(referral)).statusCode).toBe(404);
  });
});
