import { FireDeadlines } from '#libs/casework';
import type { Instant } from '#libs/domain';
import { openInstance, PromiseFactProjector } from '#libs/persistence';
import { seedInstance } from '../../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../../apps/cli/src/seed/year-settings';
import { caughtUp } from '../../support/caught-up';
import { recomputeFromJournal } from '../../support/journal-recount';
import { useWeb } from '../../support/web';

/** An instance is told its whole story first. */
jest.setTimeout(240_000);

const web = useWeb();

beforeAll(async () => {
  const { database, vault, pack, worker } = web().instance;
  await seedInstance({
    migratorUrl: database.adminUrl,
    vault,
    pack,
    settings: YEAR,
    count: 40,
    days: 14,
    seed: 11,
    now: Date.now() as Instant,
    progress: () => undefined,
  });
  await openInstance(database.adminUrl);
  await caughtUp(web().instance, new PromiseFactProjector(worker));
});

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the personas page', () => {
  it('leads each persona to pages that they may open', async () => {
    const { body } = await web().visitor().get('/personas');
    for (const { key, tryFirst } of web().instance.pack.personas) {
      expect([3, 4]).toContain(tryFirst.length);
      const browser = await web().signedIn(key);
      for (const { path } of tryFirst) {
        expect(body).toContain(`/sign-in?persona=${key}&amp;next=${encodeURIComponent(path)}`);
        expect([key, path, (await browser.get(path)).statusCode]).toEqual([key, path, 200]);
      }
    }
  });

  it('has a year behind it whose figure is the same to the digit when counted again from the journal', async () => {
    const { admin } = web().instance;
    const rows = await admin<{ subject_id: string; event_type: string; payload: object }>(
      `select subject_id, event_type, payload from app.journal where subject_kind = 'deadline' order by position`,
    );
    const asAt = new Date().toISOString();
    const recount = recomputeFromJournal(rows, { month: asAt.slice(0, 7), asAt });
    expect(recount.length).toBe(2);
    const commissioner = await web().signedIn('commissioner');
    for (const { limb, met, decided } of recount) {
      const { body } = await commissioner.get(`/promise/explain?month=${asAt.slice(0, 7)}&limb=${limb}`);
      expect(textOf(body)).toContain(`${met} of ${decided} referrals`);
    }
  });
});

describe('watching a deadline pass', () => {
  it('leaves the clock alone once it stands a minute before', async () => {
    const { admin } = web().instance;
    const offset = () => admin<{ s: string }>('select offset_seconds as s from app.instance');
    const lead = await web().signedIn('lead');
    await lead.post('/demo-clock/watch', {}, { on: '/demo-clock/watch' });
    const once = await offset();
    await lead.post('/demo-clock/watch', {}, { on: '/demo-clock/watch' });
    expect(await offset()).toEqual(once);
  });

  it('sets the clock a minute before, and shows the miss and the alert after it', async () => {
    const { admin, workerWork, ids } = web().instance;
    const lead = await web().signedIn('lead');
    const { statusCode, headers } = await lead.post('/demo-clock/watch', {}, { on: '/demo-clock/watch' });
    expect(statusCode).toBe(303);
    const before = textOf((await lead.get(String(headers.location))).body);
    expect(before).toMatch(/It runs out in \d+ seconds?\./);
    expect(before).toContain('The duty lead is alerted');
    await admin('update app.instance set offset_seconds = offset_seconds + 62');
    expect(textOf((await lead.get(String(headers.location))).body)).toContain('The worker records it');
    const fire = new FireDeadlines(workerWork, ids);
    while ((await fire.execute({ wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 })) > 0);
    const after = textOf((await lead.get(String(headers.location))).body);
    expect(after).toContain('The miss is recorded at its due time.');
    expect(after).toContain('The duty lead was alerted');
  });

  it('does not exist for others, nor for a deadline that they may not see', async () => {
    for (const persona of ['officer', 'commissioner', 'auditor']) {
      expect((await (await web().signedIn(persona)).get('/demo-clock/watch')).statusCode).toBe(404);
    }
    const lead = await web().signedIn('lead');
    const unknown = '/demo-clock/watch/00000000-0000-7000-8000-00000000dead';
    expect((await lead.get(unknown)).statusCode).toBe(404);
    expect((await web().visitor().get('/demo-clock/watch')).statusCode).toBe(303);
  });
});
