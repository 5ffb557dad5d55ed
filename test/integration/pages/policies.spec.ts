import { useWeb } from '../../support/web';

const web = useWeb();

const read = async () => (await (await web().signedIn('administrator')).get('/policies')).body;

describe('policies and calendars', () => {
  it('are told in plain words: limits, which one counts, warnings, escalation, hours and source', async () => {
    await web().instance.setNow('2026-03-02T10:05:30Z');
    const body = await read();
    expect(body).toContain('First conversation within 24 hours.');
    expect(body).toContain('First conversation by 5pm on the next working day.');
    expect(body).toContain('The owner is warned 2 hours before.');
    expect(body.match(/This is the limit that counts for the promise\./g)).toHaveLength(1);
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
    const calendars = body.slice(body.indexOf('>Calendars<'));
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
