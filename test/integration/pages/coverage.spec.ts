import { ReleaseCoverage } from '#libs/casework';
import { plain } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';
import { disclosureOf } from '../../support/disclosure';

const web = useWeb();
const promise = new PromiseActs(() => web().instance);
const BASILDON = 'E07000066';

describe('recorded offences and coverage', () => {
  const fill = (file: string, step = 'check') => ({
    definition: 'sexual-offences',
    source: 'Invented for a test',
    licence: 'None: invented',
    file,
    step,
  });

  it('are taken in by an administrator who has seen what would happen', async () => {
    const browser = await web().signedIn('administrator');
    expect(plain((await browser.get('/offences')).body)).toContain('None have been taken in yet');
    const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
    const file = ['period,district,offences', ...months.map((month) => `${month},${BASILDON},10`)].join('\n');
    await web().instance.setNow('2026-07-20T12:00:00Z');
    const checked = await browser.post('/offences/new', fill(file));
    expect(plain(checked.body)).toContain('New: 5');
    expect(plain((await browser.get('/offences')).body)).toContain('None have been taken in yet');
    const taken = await browser.post('/offences/new', fill(file, 'take'));
    expect([taken.statusCode, taken.headers.location]).toEqual([303, '/offences']);
    expect(plain((await browser.get('/offences')).body)).toContain('Invented for a test. None: invented');
    const changed = file.replace('2026-02,E07000066,10', '2026-02,E07000066,12');
    const held = await browser.post('/offences/new', fill(changed, 'take'));
    expect(held.statusCode).toBe(400);
    expect(plain(held.body)).toContain('10, not 12');
    expect(plain((await browser.post('/offences/new', fill(changed))).body)).toContain('superseding it: 1');
    expect((await browser.post('/offences/new', fill(changed, 'supersede'))).statusCode).toBe(303);
  });

  it('are refused with the row and the way out, and what was typed stays', async () => {
    const browser = await web().signedIn('administrator');
    const file = 'period,district,offences\n2026-02,Atlantis & Co,7\n2026-02,Basildon,-1';
    const answer = await browser.post('/offences/new', fill(file));
    expect(answer.statusCode).toBe(400);
    const page = plain(answer.body);
    expect(page).toContain('Write the name or the code of a district of this area');
    expect(page).toContain('Write a count of 0 or more');
    expect(answer.body).toContain('2026-02,Atlantis &amp; Co,7');
    const empty = await browser.post('/offences/new', {
      ...fill(''),
      definition: '',
      source: '',
      licence: '',
    });
    expect(empty.statusCode).toBe(400);
    for (const words of ['Choose what they count', 'Enter the source', 'Enter the licence', 'Type or paste'])
      expect(plain(empty.body)).toContain(words);
  });

  it('are shown beside referrals to whoever pays, from the release alone (P7)', async () => {
    const { instance } = web();
    const commissioner = await web().signedIn('commissioner');
    const before = plain((await commissioner.get('/figures/coverage')).body);
    expect(before).toContain('Nothing is published yet');
    expect(before).toContain('Counts that others have published');
    await instance.setNow('2026-01-20T12:00:00Z');
    await promise.refer('2026-01-20T10:00:00Z');
    for (let day = 2; day < 14; day += 1) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      await instance.setNow(`${date}T12:00:00Z`);
      await promise.refer(`${date}T10:00:00Z`, { district: BASILDON });
    }
    await instance.setNow('2026-08-02T12:00:00Z');
    await new ReleaseCoverage(instance.workerWork, instance.pack, disclosureOf(instance.pack)).execute();
    const page = plain((await commissioner.get('/figures/coverage')).body);
    expect(page).toContain('February 2026 to June 2026');
    expect(page).toMatch(/Basildon 10 52 19/);
    expect(page).toContain('These are 5 months');
    expect(page).toContain('Not divided: offences are not known for each of these months');
    expect(page).toContain('This is no share of the people who were harmed');
    const rapes = plain((await commissioner.get('/figures/coverage?offences=rapes')).body);
    expect(rapes).toContain('Not divided: it does not count every sexual offence');
    expect(rapes).not.toMatch(/Basildon 10 52/);
    for (const query of ['year=2020-01', 'offences=all', 'year=a&year=b'])
      expect((await commissioner.get(`/figures/coverage?${query}`)).statusCode).toBe(400);
  });

  it.each(['officer', 'responder', 'lead', 'adviser', 'dpo'])('are not there for the %s', async (key) => {
    const browser = await web().signedIn(key);
    for (const path of ['/figures/coverage', '/offences', '/offences/new'])
      expect([path, (await browser.get(path)).statusCode]).toEqual([path, 404]);
  });

  it.each(['manager', 'commissioner', 'auditor'])(
    'are kept by nobody who reads them: the %s',
    async (key) => {
      const browser = await web().signedIn(key);
      expect((await browser.get('/figures/coverage')).statusCode).toBe(200);
      expect((await browser.get('/offences')).statusCode).toBe(404);
    },
  );
});
