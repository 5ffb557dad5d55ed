import {
  fieldsOfStep,
  fillDraft,
  pathOf,
  sendReferral,
  typedMoment,
  typedReferral,
} from '../../support/referral-form';
import type { FormFields } from '../../support/web-forms';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let officer: WebBrowser;

beforeEach(async () => {
  await web().instance.setNow('2026-03-02T10:05:30Z');
  officer = await web().signedIn('officer');
});

const count = async (table: string) =>
  Number((await web().instance.admin<{ n: string }>(`select count(*) as n from app.${table}`))[0]?.n);

const send = (change: FormFields = {}) => sendReferral(officer, change);

async function logged(change: FormFields = {}): Promise<string> {
  const sent = await send(change);
  expect(sent.statusCode).toBe(303);
  return String(sent.headers.location);
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

describe('logging a referral', () => {
  it('opens the report with the time it is now in the area’s zone', async () => {
    await web().instance.setNow('2026-07-02T10:05:30Z');
    const answers = fieldsOfStep('person', typedReferral());
    const contact = pathOf(await officer.post('/referrals/new', answers));
    const { body } = await officer.get(contact.replace('contact', 'report'));
    expect(body).toMatch(/id="reportedTime"[^>]*value="11:05"/);
    expect(body).toMatch(/id="reportedDay"[^>]*value="2"/);
    expect(body).not.toContain('govuk-error');
  });

  it('answers with a receipt that states both deadlines, which one binds, and one honest time for the call', async () => {
    await web().instance.setNow('2026-03-06T22:45:00Z');
    const receipt = plain((await officer.get(await logged(typedMoment('reported', '2026-3-6 22:40')))).body);
    expect(receipt).toMatch(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(receipt).toContain('Monday 9 March 2026 at 5pm. This one binds the service.');
    expect(receipt).toContain('Saturday 7 March 2026 at 10:40pm. This one is kept and published beside it.');
    expect(receipt).toContain(
      'First responders can call from Monday 9 March 2026 at 9am, at safe times only.',
    );
    expect(receipt).not.toContain('Quill');
  });

  it.each<[string, FormFields]>([
    ['somebody else', { alternative: 'third-party' }],
    ['a safe place', { alternative: 'safe-place' }],
    ['asking again', { alternative: 'ask-again', ...typedMoment('askAgain', '2026-3-2 17:00') }],
    ['an e-mail address', { email: 'wren@example.org' }],
  ])('P5 takes %s instead of a number, and promises no call', async (_what, change) => {
    const receipt = plain((await officer.get(await logged({ number: '', ...change }))).body);
    expect(receipt).toContain('There is no number yet that is known to be safe to call, so nobody can call.');
    expect(receipt).toContain('I cannot give you a time for the call yet.');
    expect(receipt).not.toMatch(/Someone will call you|can call from/);
    expect(plain((await officer.get('/referrals')).body)).toContain('Needs a new number');
  });

  it('gives the day of the call in full, because the receipt is printed and read later', async () => {
    await web().instance.setNow('2026-03-02T18:30:00Z');
    const receipt = plain((await officer.get(await logged(typedMoment('reported', '2026-3-2 18:00')))).body);
    expect(receipt).toContain('First responders can call from tomorrow at 9am (Tuesday 3 March 2026)');
    expect(receipt).toContain('“Someone will call you, from Tuesday 3 March 2026 at 9am and only at times');
  });

  it('P11 is not held up by anything beyond the few safety-critical answers', async () => {
    const blanks = ['sayIfOtherAnswers', 'codeWord', 'offenceGroup', 'whenBand', 'whose', 'fullName'];
    const optional = [...blanks, 'relationship', 'crimeReference', 'languageNeed'];
    await logged(Object.fromEntries(optional.map((name) => [name, ''])));
  });

  it('asks why a report of more than a week ago comes now, and pauses before it is sent', async () => {
    const late = typedMoment('reported', '2026-2-20 10:00');
    const asked = await send(late);
    expect(asked.statusCode).toBe(400);
    expect(asked.body).toContain('href="#lateReason"');
    await logged({ ...late, lateReason: 'overlooked' });
  });

  it('pauses only when a limb has passed or has under two hours left, and says which', async () => {
    const check = pathOf(await fillDraft(officer, typedReferral(typedMoment('reported', '2026-3-1 11:30'))));
    const paused = await officer.post(check, {});
    expect(pathOf(paused)).toBe(check.replace('check', 'late'));
    const page = plain((await officer.get(pathOf(paused))).body);
    expect(page).toContain('The promise of 24 hours ends today at 11:30am, in 1 h 24 m.');
    expect(page).not.toContain('1 working day');
    expect(pathOf(await officer.post(check, {}, { on: pathOf(paused) }))).toContain('/receipt');
    const early = pathOf(await fillDraft(officer, typedReferral(typedMoment('reported', '2026-3-1 12:30'))));
    expect(pathOf(await officer.post(early, {}))).toContain('/receipt');
  });

  it('prompts about what cannot wait and stops nobody', async () => {
    const change = { 'dangers[]': ['danger-now'], whenBand: 'within-72-hours', age: '12' };
    const check = pathOf(await fillDraft(officer, typedReferral(change)));
    const page = plain((await officer.get(check)).body);
    expect(page).toContain('Ring 0330 223 0099 now, day or night, before you go on: Oakwood Place');
    expect(page).toContain('Act first: 999');
    expect(page).toContain('Under 13');
    const receipt = plain((await officer.get(pathOf(await officer.post(check, {})))).body);
    expect(receipt).toContain('0330 223 0099');
    expect(receipt).toContain('You still hold the risk');
  });

  it('asks the officer to say that they still hold the risk, once, while nobody has answered', async () => {
    const receipt = await logged({ 'dangers[]': ['danger-now'] });
    const noted = await officer.post(receipt.replace('receipt', 'risk'), {}, { on: receipt });
    expect(pathOf(noted)).toBe(receipt);
    const page = plain((await officer.get(receipt)).body);
    expect(page).toContain('Noted: your team still holds the risk');
    expect(page).toContain('You said today at 10:05am that your team still holds the risk.');
    expect(page).not.toContain('I still hold the risk');
  });

  it.each<[string, FormFields, string, string]>([
    ['no name', { nameToAskFor: ' ' }, 'nameToAskFor', 'Enter a name to ask for'],
    ['no age', { age: '' }, 'age', 'Enter an age in years or a date of birth'],
    ['half an age', { age: '31.5' }, 'age', 'Enter an age such as 27'],
    ['born on 30 February', { age: '30 2 1990' }, 'age', 'date of birth such as 27 3 1998'],
    ['born tomorrow', { age: '3 3 2026' }, 'age', 'must be in the past'],
    ['no district', { district: '' }, 'district', 'Select the district'],
    ['a district elsewhere', { district: 'E06000001' }, 'district', 'on the list'],
    ['a number that is words', { number: 'ask her sister' }, 'number', 'Enter a telephone number'],
    [
      'no number and nothing instead',
      { number: '' },
      'number',
      'Enter a number that is safe to call, or open',
    ],
    [
      'asking again at no time',
      { number: '', alternative: 'ask-again' },
      'askAgainDay',
      'Enter when you will ask again',
    ],
    [
      'asking again in the past',
      { number: '', alternative: 'ask-again', ...typedMoment('askAgain', '2026-3-2 9:00') },
      'askAgainDay',
      'must be in the future',
    ],
    ['an address that is none', { number: '', email: 'wren at home' }, 'email', 'Enter an e-mail address'],
    ['no agreement', { agreement: '' }, 'agreement', 'whether the person has agreed'],
    ['an answer that is not on a list', { offenceGroup: 'burglary' }, 'offenceGroup', 'on the list'],
    ['a tick that is not on a list', { 'dangers[]': ['dragons'] }, 'dangers', 'on the list'],
    ['reported on 30 February', typedMoment('reported', '2026-2-30 10:00'), 'reportedDay', 'real date'],
    ['reported at half past', typedMoment('reported', '2026-3-2 half past'), 'reportedTime', 'Enter a time'],
    [
      'reported in the future',
      typedMoment('reported', '2026-3-2 10:06'),
      'reportedDay',
      'now or in the past',
    ],
    ['a date without a year', { reportedYear: '' }, 'reportedYear', 'must include a year'],
    ['a control character', { codeWord: 'lan\u0007tern' }, 'codeWord', 'unusual characters'],
    ['NUL', { nameToAskFor: 'Quill\u0000' }, 'nameToAskFor', 'unusual characters'],
    ['a name without end', { nameToAskFor: 'a'.repeat(101) }, 'nameToAskFor', 'or fewer'],
  ])('asks again about %s, at its field, with what was typed', async (_what, change, field, sentence) => {
    const before = await count('referral');
    const { statusCode, body } = await send(change);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(body).toMatch(new RegExp(`id="${field}"`));
    expect(body.match(/<p id="[^"]+" class="govuk-error-message">/g)).toHaveLength(1);
    expect(plain(body)).toContain(sentence);
    expect(body).toContain('<title>Error: ');
    expect(await count('referral')).toBe(before);
  });

  it('asks which, when the clocks repeated that hour, and takes the answer', async () => {
    await web().instance.setNow('2026-10-26T10:00:00Z');
    const asked = await send(typedMoment('reported', '2026-10-25 01:30'));
    expect(asked.statusCode).toBe(400);
    expect(asked.body).toContain('href="#reportedWhich"');
    const path = await logged(typedMoment('reported', '2026-10-25 01:30', 'later'));
    expect(plain((await officer.get(path)).body)).toContain('1:30am, after the clocks go back');
  });

  it('does not guess at an hour that the clocks skipped', async () => {
    await web().instance.setNow('2026-03-30T10:00:00Z');
    const { statusCode, body } = await send(typedMoment('reported', '2026-3-29 01:30'));
    expect(statusCode).toBe(400);
    expect(plain(body)).toContain('The clocks went forward that night, so 01:30 did not happen');
  });

  it('refuses a field sent twice or one that the form does not have', async () => {
    const forged: FormFields[] = [{ nameToAskFor: ['A', 'B'] }, { role: 'administrator' }];
    for (const change of forged) {
      const answers = { ...fieldsOfStep('person', typedReferral()), ...change };
      expect((await officer.post('/referrals/new', answers)).statusCode).toBe(400);
    }
  });
});

describe('following a referral', () => {
  it('tells the team what came back and nothing else', async () => {
    const status = (await logged()).replace('/receipt', '');
    const page = plain((await officer.get(status)).body);
    expect(page).toContain('have not tried to call yet');
    expect(page).not.toContain('Quill');
    const { body } = await officer.get('/referrals');
    expect(body).toContain(`href="${status}"`);
  });

  it('P7 is not there for another team, for roles without that page, or for an id that is nobody’s', async () => {
    const receipt = await logged();
    const status = receipt.replace('/receipt', '');
    const elsewhere = '/referrals/018f3c1e-0000-7000-8000-000000000001';
    const other = await web().signedIn('officer-south');
    const [hidden, absent] = [await other.get(status), await other.get(elsewhere)];
    const same = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(nonce|value)="[\w.-]+"/g, '');
    expect([hidden.statusCode, absent.statusCode]).toEqual([404, 404]);
    expect(same(hidden.body)).toBe(same(absent.body));
    expect((await other.get(receipt)).statusCode).toBe(404);
    expect((await other.get('/referrals')).body).not.toContain(status);
    for (const persona of ['commissioner', 'auditor', 'administrator', 'manager']) {
      const browser = await web().signedIn(persona);
      for (const path of [status, receipt, '/referrals', '/referrals/new']) {
        expect([persona, path, (await browser.get(path)).statusCode]).toEqual([persona, path, 404]);
      }
    }
  });
});
