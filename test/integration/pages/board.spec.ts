import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

describe('the contact board', () => {
  it('puts danger first, says both clocks in words, and names nobody', async () => {
    await desk.aCase();
    const danger = await desk.aCase({ 'dangers[]': ['danger-now'] });
    const { body } = await desk.responder.get('/board');
    const cases = [...body.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href]) => href);
    expect(cases[0]).toBe(danger);
    const words = plain(body);
    expect(words).toContain('1 working day: tomorrow at 5pm in 1 day 6\u00a0h');
    expect(words).toContain('24 hours: tomorrow at 10am in 23\u00a0h 54\u00a0m');
    expect(words).toContain('Times as at 10:05am');
    expect(words).not.toContain('Quill');
  });

  it('shows my cases, the unassigned and the overdue by address', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${path}/take`, {}, { on: path });
    const shows = async (view: string) =>
      (await desk.responder.get(`/board?view=${view}`)).body.includes(path);
    expect([await shows('mine'), await shows('unassigned'), await shows('overdue')]).toEqual([
      true,
      false,
      false,
    ]);
    await web().instance.setNow('2026-03-03T10:30:00Z');
    await desk.fire();
    expect(await shows('overdue')).toBe(true);
    expect(plain((await desk.responder.get('/board')).body)).toContain('overdue by');
    expect((await desk.responder.get('/board?view=secret')).statusCode).toBe(400);
    expect((await desk.responder.get('/board?after=x')).statusCode).toBe(400);
  });

  it('goes on at the next page, with each case once', async () => {
    for (let made = 0; made < 27; made += 1) await desk.aCase();
    const seen: string[] = [];
    let next: string | undefined = '/board';
    while (next !== undefined) {
      const { body }: { body: string } = await desk.responder.get(next);
      seen.push(...[...body.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href]) => href ?? ''));
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(25);
  });

  it('P7 is not there for officers, commissioners and other roles, and neither is a case', async () => {
    const path = await desk.aCase();
    const nobodys = '/cases/018f3c1e-0000-7000-8000-000000000001';
    for (const persona of ['officer', 'officer-south', 'commissioner', 'auditor', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const page of [
        '/board',
        path,
        `${path}/deadlines`,
        `${path}/attempts/new`,
        `${path}/exceptions/new`,
      ]) {
        expect([persona, page, (await browser.get(page)).statusCode]).toEqual([persona, page, 404]);
      }
    }
    const same = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(nonce|value)="[\w.-]+"/g, '');
    const [hidden, absent] = [await desk.officer.get(path), await desk.officer.get(nobodys)];
    expect(same(hidden.body)).toBe(same(absent.body));
    expect((await desk.responder.get(nobodys)).statusCode).toBe(404);
  });

  it('shows a service manager the case, and none of the acts that are not theirs', async () => {
    const path = await desk.aCase();
    const manager = await web().signedIn('manager');
    const { statusCode, body } = await manager.get(path);
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/Show number|Record an attempt|Take this case/);
    expect((await manager.get(`${path}/attempts/new`)).statusCode).toBe(404);
  });
});
