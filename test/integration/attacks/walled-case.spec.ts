import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openDesk, type Desk } from '../../support/desk';
import { pagePaths } from '../../support/page-paths';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

/**
 * The attack is generated: every address that the application has, pages and API, filled with every id that the
 * walled case has anywhere in the database. A new page is attacked from the day it is there.
 */
const web = useWeb();
let desk: Desk;
let lead: WebBrowser;
let reference: string;
let ids: readonly string[];

const admin = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
  await desk.aCase();
  const path = await desk.aCase({ 'dangers[]': 'danger-now' });
  await desk.responder.post(`${path}/take`, {}, { on: path });
  await desk.attempt(path);
  await web().instance.setNow('2026-03-03T18:00:30Z');
  await desk.fire();
  ids = await idsOf(String(path.split('/')[2]));
  const [row] = await admin<{ reference: string }>('select reference from app.case_file where case_id = $1', [
    path.split('/')[2],
  ]);
  reference = row!.reference;
  const { userId } = web().instance.persona('responder');
  const sent = await lead.post(`${path}/walls`, {
    who: 'colleague',
    colleague: userId,
    basis: 'person-said',
  });
  expect(sent.statusCode).toBe(303);
});

/** Every id in a row that belongs to the case, whatever the table. */
async function idsOf(caseId: string): Promise<readonly string[]> {
  const tables = await admin<{ name: string; ids: string[] }>(
    `select c.oid::regclass::text as name, array_agg(a.attname::text) as ids from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
     join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.atttypid = 'uuid'::regtype
       and a.attname like '%\\_id' and a.attname not like '%agency%' and a.attname not like '%team%'
       and a.attname not like '%user%' and a.attname not like '%actor%'
     where c.relkind in ('r', 'p') and exists (select 1 from pg_attribute k where k.attrelid = c.oid
       and k.attname = 'case_id' and not k.attisdropped)
     group by c.oid`,
  );
  const found = new Set<string>();
  for (const { name, ids: columns } of tables) {
    const rows = await admin<Record<string, string | null>>(
      `select ${columns.map((column) => `"${column}"`).join(', ')} from ${name} where case_id = $1`,
      [caseId],
    );
    for (const value of rows.flatMap((row) => Object.values(row))) if (value !== null) found.add(value);
  }
  return [...found];
}

/** What differs between two drawings of one page: ids, keys of forms, and the minute it was drawn in. */
const FORGET =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|value="[^"]*"|\d+ (?:h|m)\b|\d{1,2}(?::\d\d)?[ap]m/g;
const told = ({ statusCode, body }: { statusCode: number; body: string }) => ({
  statusCode,
  body: (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body).replaceAll(FORGET, '…'),
});

describe('P7 a case behind a wall, for whoever is behind it', () => {
  it('is on no page: every address with every id of the case answers as for a record that is not there', async () => {
    const paths = pagePaths(web()).filter((path) => path.includes(':'));
    expect(paths.length).toBeGreaterThan(15);
    expect(ids.length).toBeGreaterThan(6);
    let shown = 0;
    for (const path of paths) {
      const filled = (id: string) => path.replaceAll(/:[A-Za-z]+/g, id);
      const nothing = told(await desk.responder.get(filled(randomUUID())));
      for (const id of ids) {
        const answer = told(await desk.responder.get(filled(id)));
        expect({ path, id, ...answer }).toEqual({ path, id, ...nothing });
        if (shown > 5) continue;
        const seen = await lead.get(filled(id));
        if (seen.statusCode === 200 && seen.body.includes(reference)) shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(5);
  }, 300_000);

  it('is in no list, count or board: no page without an id names it', async () => {
    let named = 0;
    for (const path of pagePaths(web()).filter((known) => !known.includes(':') && !known.includes('*'))) {
      const { body } = await desk.responder.get(path);
      const found = [reference, ...ids].filter((text) => body.includes(text));
      expect({ path, found }).toEqual({ path, found: [] });
      if ((await lead.get(path)).body.includes(reference)) named += 1;
    }
    expect(named).toBeGreaterThan(0);
  }, 120_000);

  it('is nowhere in the API', async () => {
    const bearer = { authorization: `Bearer ${await web().bearer('responder')}` };
    const get = (url: string) => web().app.inject({ method: 'GET', url, headers: bearer });
    const document = (await web().app.inject({ url: '/api/v1/openapi.json' })).json<OpenAPIObject>();
    const paths = Object.keys(document.paths).filter((path) => document.paths[path]?.get !== undefined);
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      if (!path.includes('{')) {
        const { body } = await get(path);
        expect({ path, found: [reference, ...ids].filter((text) => body.includes(text)) }).toEqual({
          path,
          found: [],
        });
        continue;
      }
      const filled = (id: string) => path.replaceAll(/\{[A-Za-z]+\}/g, id);
      const nothing = await get(filled(randomUUID()));
      for (const id of ids) {
        const answer = await get(filled(id));
        expect({ path, id, ...told(answer) }).toEqual({ path, id, ...told(nothing) });
      }
    }
  }, 300_000);

  it('answers acts on it as acts on nothing', async () => {
    for (const id of ids.slice(0, 8)) {
      for (const act of [
        'take',
        'claim',
        'attempts/new',
        'exceptions/new',
        'safety',
        'walls',
        'suspects/new',
      ]) {
        const sent = await desk.responder.send(`/cases/${id}/${act}`, { revision: '1' });
        const nothing = await desk.responder.send(`/cases/${randomUUID()}/${act}`, { revision: '1' });
        expect({ act, ...told(sent) }).toEqual({ act, ...told(nothing) });
      }
    }
  });
});
