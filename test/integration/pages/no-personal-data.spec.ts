import { openDesk, type Desk } from '../../support/desk';
import { fieldsOfStep, typedReferral } from '../../support/referral-form';
import { useWeb } from '../../support/web';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

describe('after a full journey', () => {
  it('P12 no name and no number is in any table, log line, address or title', async () => {
    const path = await desk.aCase({ 'dangers[]': ['suicide-risk'] });
    const pages = [
      await desk.responder.get(path),
      await desk.responder.get('/board'),
      await desk.responder.get(`${path}/deadlines`),
    ];
    const show = /action="([^"]+\/show)"/.exec(pages[0]?.body ?? '')?.[1] ?? '';
    pages.push(await desk.responder.post(show, {}, { on: path }));
    await desk.attempt(path, { outcome: 'someone-else-answered' });
    await web().instance.setNow('2026-03-03T17:30:30Z');
    await desk.fire();
    const person = fieldsOfStep('person', typedReferral({ age: 'x' }));
    pages.push(await desk.officer.post('/referrals/new', person));
    const { admin } = web().instance;
    const secrets = /Quill|900123|900 123|lantern|library survey|ZZ\/000000/i;
    const tables = await admin<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const [row] = await admin<{ text: string | null }>(
        `select string_agg(t::text, ' ') as text from ${name} t`,
      );
      expect([name, secrets.test(row?.text ?? '')]).toEqual([name, false]);
    }
    expect(web().logs.length).toBeGreaterThan(0);
    expect(web().logs.filter((line) => secrets.test(line))).toEqual([]);
    for (const { body } of pages) {
      expect(/<title>([^<]*)/.exec(body)?.[1]).not.toMatch(secrets);
      expect(
        [...body.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, address = '']) => secrets.test(address)),
      ).toEqual([]);
    }
  });
});
