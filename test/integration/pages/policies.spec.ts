import { openDesk, plain } from '../../support/desk';
import { useWeb } from '../../support/web';
import { formOn } from '../../support/web-forms';

const web = useWeb();

const read = async () => (await (await web().signedIn('administrator')).get('/policies')).body;

describe('policies and calendars', () => {
  it('are told in plain words: limits, which one counts, warnings, escalation, hours and source', async () => {
    await web().instance.setNow('2026-03-02T10:05:30Z');
    const body = await read();
    expect(body).toContain('First conversation within 24 hours.');
    expect(body).toContain('First conversation by 5pm on the next working day.');
    expect(body).toContain('The owner is warned 2 hours before.');
    const promises = web().instance.pack.policies.length;
    expect(body.match(/This is the limit that counts for the promise\./g)).toHaveLength(promises);
    expect(body).toContain('Monday to Friday: 9am to 5pm');
    expect(body).toContain('Saturday to Sunday: closed');
    expect(body).toContain('From repeat 2 on, the service manager is told instead.');
    expect(body).toContain('Bank holidays are known until 31 December 2028.');
    expect(body).toContain('GOV.UK, England and Wales');
  });

  it.each([
    ['2028-06-30T12:00:00Z', false],
    ['2028-07-01T12:00:00Z', true],
    ['2029-01-05T12:00:00Z', true],
  ])('warn from six months before the known bank holidays end: at %s it is %p', async (now, warns) => {
    await web().instance.setNow(now);
    expect((await read()).includes('Bank holidays are known only until 31 December 2028.')).toBe(warns);
  });

  it('say which version is in force and which one is replaced or still ahead', async () => {
    const { admin, setNow } = web().instance;
    await setNow('2026-03-02T10:05:30Z');
    await admin(
      `insert into app.calendar_version (calendar_id, version, hours, source, effective_from)
       select calendar_id, 2, hours, 'a sample source', '2026-03-01T00:00:00Z'::timestamptz from app.calendar_version
       union all
       select calendar_id, 3, hours, 'a sample source', '2027-03-01T00:00:00Z'::timestamptz from app.calendar_version`,
    );
    const body = await read();
    const calendars = body.slice(body.indexOf('>Calendars<'), body.indexOf('>Attempts<'));
    const standing = [...calendars.matchAll(/version (\d)<\/h3><p[^>]*>([^<]+)</g)].map(([, n, words]) => [
      n,
      words,
    ]);
    expect(standing).toEqual([
      ['3', 'Not in force yet'],
      ['2', 'In force'],
      ['1', 'Replaced: kept for the clocks that began under it'],
    ]);
  });

  it('are there for those who answer for the rules, and for nobody else', async () => {
    for (const persona of ['administrator', 'auditor', 'lead', 'manager', 'commissioner']) {
      expect((await (await web().signedIn(persona)).get('/policies')).statusCode).toBe(200);
    }
    for (const persona of ['officer', 'responder']) {
      expect((await (await web().signedIn(persona)).get('/policies')).statusCode).toBe(404);
    }
  });
});

/** The answers of a draft as its form shows them, changed here and there; `step` is the button. */
const answers = (change: Record<string, string>, step = 'preview') => ({
  reason: 'contract-changed',
  ...change,
  step,
});

describe('the next version of a promise', () => {
  const path = '/policies/essex-first-responders/new';

  it('is drafted from the newest, previewed without saving, sent, and approved by another person', async () => {
    const { admin, setNow } = web().instance;
    await setNow('2026-03-12T10:05:30Z');
    const administrator = await web().signedIn('administrator');
    const preview = await administrator.post(path, answers({ limb1Reading: 'B' }));
    expect(preview.statusCode).toBe(200);
    expect(plain(preview.body)).toContain('within 8 hours of opening time');
    expect(plain(preview.body)).toContain('Reports made from 1 October 2025 until before 1 January 2026.');
    expect(plain(preview.body)).toContain('What the opening hours allow');
    expect(await admin('select 1 from app.change_proposal')).toEqual([]);

    const sent = await administrator.send(path, { ...formOn(preview.body, path), step: 'send' });
    expect(sent.statusCode).toBe(303);
    const proposal = String(sent.headers.location);
    const again = await administrator.send(path, { ...formOn(preview.body, path), step: 'send' });
    expect(again.headers.location).toBe(proposal);
    const own = await administrator.get(proposal);
    expect(plain(own.body)).toContain('You proposed this, so somebody else must approve it');
    expect(own.body).not.toContain('value="approve"');

    const second = await web().signedIn('administrator-two');
    expect(plain((await second.get('/proposals')).body)).toContain(
      'Policy essex-first-responders, version 2',
    );
    const decided = await second.post(`${proposal}/decision`, { decision: 'approve' }, { on: proposal });
    expect(decided.statusCode).toBe(303);
    expect(plain((await second.get(proposal)).body)).toContain('Thursday 12 March 2026 at 10:07am');
    const policies = plain((await administrator.get('/policies')).body);
    expect(policies).toContain('Policy essex-first-responders, version 2 Not in force yet');
    expect(policies).toContain('What changed from version 1');
  });

  it('goes back to the answers with everything as it was typed', async () => {
    await web().instance.setNow('2026-03-12T11:00:00Z');
    const administrator = await web().signedIn('administrator');
    const preview = await administrator.post(path, answers({ limb0Hours: '36', limb0Warn: '6 and 2' }));
    const back = await administrator.send(path, { ...formOn(preview.body, path), step: 'change' });
    expect(back.statusCode).toBe(200);
    expect(formOn(back.body, path)).toMatchObject({ limb0Hours: '36', limb0Warn: '6 and 2' });
  });

  it.each([
    [
      { limb1Reading: 'A', limb1Closes: '8am' },
      'On some days the deadline would come before the desk opens',
      'limb1Closes',
    ],
    [{ limb0Hours: '0' }, 'Enter whole hours, such as 24', 'limb0Hours'],
    [{ limb0Hours: '24', limb0Warn: '30' }, 'A warning would come before the clock starts', 'limb0Warn'],
    [{ limb1Warn: 'two' }, 'Enter hours, such as 2, or 4 and 1', 'limb1Warn'],
    [{ onCallMon: '10pm to 8am' }, 'Enter the hours of Monday as 9am to 5pm', 'onCallMon'],
    [{ repeatMinutes: '0' }, 'Enter minutes from 1 to 1440', 'repeatMinutes'],
    [{ reason: '' }, 'Select why this is changed', 'reason'],
    [
      { fromDay: '1', fromMonth: '1', fromYear: '2020', fromTime: '9am' },
      'Enter a time that lies ahead',
      'fromDay',
    ],
    [{}, 'Nothing differs from the version you started from', 'reason'],
  ])('says at the field why %j cannot be', async (change, sentence, field) => {
    const administrator = await web().signedIn('administrator');
    const answer = await administrator.post(path, answers(change));
    expect(answer.statusCode).toBe(400);
    expect(plain(answer.body)).toContain(sentence);
    expect(answer.body).toContain(`href="#${field}"`);
  });

  it('is drafted by administrators only: for others the page is not there', async () => {
    for (const persona of ['manager', 'auditor', 'lead', 'officer', 'commissioner']) {
      const other = await web().signedIn(persona);
      expect((await other.get(path)).statusCode).toBe(404);
      expect((await other.get('/calendars/first-responders-desk/hours/new')).statusCode).toBe(404);
    }
    for (const persona of ['officer', 'responder', 'lead', 'commissioner']) {
      expect((await (await web().signedIn(persona)).get('/proposals')).statusCode).toBe(404);
    }
    const administrator = await web().signedIn('administrator');
    expect((await administrator.get('/policies/no-such-policy/new')).statusCode).toBe(404);
  });

  it('is declined with a reason, and the reason is asked for', async () => {
    const administrator = await web().signedIn('administrator');
    const sent = await administrator.post(path, answers({ limb0Hours: '36' }, 'send'));
    const proposal = String(sent.headers.location);
    const manager = await web().signedIn('manager');
    const page = await manager.get(proposal);
    const decide = (fields: Record<string, string>) =>
      manager.send(`${proposal}/decision`, { ...formOn(page.body, `${proposal}/decision`), ...fields });
    const without = await decide({ decision: 'decline' });
    expect(without.statusCode).toBe(400);
    expect(plain(without.body)).toContain('Select why you do not approve it');
    expect(
      (await decide({ decision: 'decline', reason: 'effect-too-large', revision: '9' })).statusCode,
    ).toBe(409);
    const fresh = formOn((await manager.get(proposal)).body, `${proposal}/decision`);
    const done = await manager.send(`${proposal}/decision`, {
      ...fresh,
      decision: 'decline',
      reason: 'effect-too-large',
    });
    expect(done.statusCode).toBe(303);
    const auditor = await web().signedIn('auditor');
    const read = plain((await auditor.get(proposal)).body);
    expect(read).toContain('Its effect is larger than intended');
    expect(read).not.toContain('Your decision');
  });
});

describe('calendars and the attempt policy', () => {
  const holidays = '/calendars/first-responders-desk/holidays/new';
  const hours = '/calendars/first-responders-desk/hours/new';

  it('show which open deadlines a new bank holiday would move, by reference and both times', async () => {
    const { setNow, admin } = web().instance;
    await admin(`update app.instance set offset_seconds = 0 where opened_at is not null`);
    const desk = await openDesk(web());
    await desk.aCase();
    await setNow('2028-03-02T10:05:30Z');
    const late = await desk.aCase({ reportedDay: '2', reportedMonth: '3', reportedYear: '2028' });
    const [row] = await admin<{ reference: string }>(
      'select reference from app.case_file where case_id = $1',
      [late.split('/')[2]],
    );
    const administrator = await web().signedIn('administrator');
    const preview = await administrator.post(
      holidays,
      answers({ dates: '3 3 2028', reason: 'holiday-proclaimed' }),
    );
    expect(preview.statusCode).toBe(200);
    const said = plain(preview.body);
    expect(said).toMatch(new RegExp(`${row?.reference} Friday 3 March 2028 at \\S+ Monday 6 March 2028 at`));
    expect(said).toContain('3 March 2028');
  });

  it.each([
    [{ dates: '31 2 2029' }, 'Line 1: enter a real date'],
    [{ dates: '3 3 2028\n3 March 2028' }, 'Line 2: this date is there twice'],
    [{ dates: '24 12 2026' }, 'One of these days is more than 31 days ago'],
    [{ dates: '25 12 2028' }, 'One of these days is a bank holiday in the calendar already'],
    [{ untilYear: '2020' }, 'The list was complete up to a later day already'],
  ])('say why %j cannot be added', async (change, sentence) => {
    const administrator = await web().signedIn('administrator');
    const answer = await administrator.post(holidays, answers(change));
    expect(answer.statusCode).toBe(400);
    expect(plain(answer.body)).toContain(sentence);
  });

  it('take closures and days with other hours, and refuse a desk that never opens', async () => {
    const administrator = await web().signedIn('administrator');
    const special = '24 12 2028: 9am to midday\n2 1 2029: closed';
    const preview = await administrator.post(hours, answers({ special }));
    expect(plain(preview.body)).toContain('24 December 2028: 9am to midday');
    expect(plain(preview.body)).toContain('2 January 2029: closed');
    const closed = { hoursMon: '', hoursTue: '', hoursWed: '', hoursThu: '', hoursFri: '' };
    const never = await administrator.post(hours, answers(closed));
    expect(never.statusCode).toBe(400);
    expect(plain(never.body)).toContain('The desk would never be open.');
    const late = await administrator.post(hours, answers({ ...closed, hoursMon: '6pm to 8pm' }));
    expect(plain(late.body)).toContain('Under these hours a promise in force could not be kept');
  });

  it('change how often a person is tried, within what fits', async () => {
    const administrator = await web().signedIn('administrator');
    const path = '/attempt-policy/new';
    const bad = await administrator.post(path, answers({ attempts: '20', workingDays: '2' }));
    expect(bad.statusCode).toBe(400);
    expect(plain(bad.body)).toContain('So many attempts do not fit into these days');
    const sent = await administrator.post(path, answers({ attempts: '6' }, 'send'));
    expect(sent.statusCode).toBe(303);
    const proposal = String(sent.headers.location);
    const manager = await web().signedIn('manager');
    await manager.post(`${proposal}/decision`, { decision: 'approve' }, { on: proposal });
    expect(plain((await administrator.get('/policies')).body)).toContain(
      '6 attempts before somebody must decide.',
    );
  });
});
