import { existsSync } from 'node:fs';
import { loadAreaPack } from '#libs/config';
import { instant, type Role } from '#libs/domain';
import { PromiseFactProjector } from '#libs/persistence';
import type { Browser } from 'playwright-core';
import { seedInstance } from '../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../apps/cli/src/seed/year-settings';
import { useWeb } from '../support/web';
import { crawl, type PageState } from './support/every-page/crawl';
import { inspectEmptyForms } from './support/every-page/empty-forms';
import { Inspector } from './support/every-page/inspection';
import { routeOf } from './support/every-page/routes';
import { compareWalks } from './support/every-page/walks';
import { CHROMIUM, launchChromium } from './support/visitor';

jest.setTimeout(600_000);

const strict = process.env['REQUIRE_ALL'] === '1';
const withChromium = existsSync(CHROMIUM) || strict ? describe : describe.skip;
/** A Friday morning, in front of each page again: what a page says of times is the same in every run. */
const NOW = '2026-11-20T11:00:30Z';
/** Few enough to be told in seconds, enough that each story that ends badly is among them. */
const REFERRALS = 45;

withChromium('every page that a link leads to (skipped where Chromium is not installed)', () => {
  const web = useWeb();
  const { personas } = loadAreaPack('essex');
  const knownTo = new Map<Role, Set<string>>();
  const pages = new Map<string, readonly PageState[]>();
  const table: string[] = [];
  let browser: Browser;

  beforeAll(async () => {
    const { instance, listen } = web();
    await seedInstance({
      migratorUrl: instance.database.adminUrl,
      vault: instance.vault,
      pack: instance.pack,
      settings: YEAR,
      count: REFERRALS,
      days: 40,
      seed: 7,
      now: instant('2026-11-20T11:00:00Z'),
      progress: () => undefined,
    });
    await new PromiseFactProjector(instance.worker).catchUp();
    await instance.setNow(NOW);
    await listen();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    console.log(['persona, route, axe hits, stops', ...table].join('\n'));
  });

  it.each(personas.map(({ key, role }) => [key, role]))(
    'has no barrier for the %s',
    async (persona, role) => {
      const { instance, publicUrl, signedIn } = web();
      const known = knownTo.get(role) ?? new Set<string>();
      knownTo.set(role, known);
      const visitor = await signedIn(persona);
      const states = await crawl(visitor, known);
      pages.set(persona, states);
      const inspector = await Inspector.open(browser, publicUrl, visitor.jar());
      const faults: string[] = [];
      const walks: Record<string, readonly string[]> = {};
      for (const { route, path } of states) {
        await instance.setNow(NOW);
        const seen = await inspector.inspect(path, `${persona} ${route}`);
        walks['around every page'] ??= seen.frame;
        const framed = JSON.stringify(seen.frame) === JSON.stringify(walks['around every page']);
        if (!framed) walks[`around ${route}`] = seen.frame;
        walks[route] = seen.walk;
        table.push(`${persona}, ${route}, ${seen.hits}, ${seen.walk.length + seen.frame.length}`);
        faults.push(...seen.faults.map((fault) => `${route}: ${fault}`));
      }
      await inspector.close();
      faults.push(...compareWalks(persona, walks));
      expect(faults).toEqual([]);
    },
  );

  it('says what is missing when a form is sent empty', async () => {
    const { publicUrl, signedIn } = web();
    const tried = new Set<string>();
    const faults: string[] = [];
    for (const [persona, states] of pages) {
      const inspector = await Inspector.open(browser, publicUrl, (await signedIn(persona)).jar());
      for (const { path } of states)
        faults.push(
          ...(await inspectEmptyForms(inspector.watched, path, (form) => {
            const kind = routeOf(form);
            return !tried.has(kind) && tried.add(kind) !== undefined;
          })),
        );
      await inspector.close();
    }
    expect(tried.size).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });
});
