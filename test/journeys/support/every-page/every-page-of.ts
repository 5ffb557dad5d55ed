import type { Persona } from '#libs/config';
import { instant, type Role } from '#libs/domain';
import { PromiseFactProjector } from '#libs/persistence';
import type { Browser } from 'playwright-core';
import { seedInstance } from '../../../../apps/cli/src/seed/seed-instance';
import { KNOWN_AS_SUSPECT } from '../../../../apps/cli/src/seed/second-referrals';
import { YEAR } from '../../../../apps/cli/src/seed/year-settings';
import { caughtUp } from '../../../support/caught-up';
import { launchChromium, withChromium } from '../../../support/chromium';
import { doorAfterSearch } from '../../../support/doors';
import { suspectsCompared } from '../../../support/suspects-compared';
import { useWeb } from '../../../support/web';
import type { WebBrowser } from '../../../support/web-browser';
import { crawl } from './crawl';
import { inspectEmptyForm, type FormToTry } from './empty-forms';
import { Inspector } from './inspection';
import { pagesWithMost } from './pages-with-most';
import { routeOf } from './routes';
import { stopTheClock } from './still-clock';
import { compareWalks } from './walks';

/** A Friday morning. */
const NOW = '2026-11-20T11:00:30Z';
/** Few enough to be told in seconds, enough that each story that ends badly is among them. */
const REFERRALS = 45;

/** Whose pages have a test file to themselves, so that two workers share the way through them all. */
export const DESK: readonly Role[] = ['first-responder', 'duty-lead'];

/** The tests of every page that these personas reach by links; each kind of page once for people of the same role. */
export function describeEveryPageOf(whose: string, personas: readonly Persona[]): void {
  withChromium(`every page that a link leads to, ${whose} (skipped where Chromium is not installed)`, () => {
    const web = useWeb();
    const knownTo = new Map<Role, Set<string>>();
    const forms = new Map<string, FormToTry & { readonly persona: string }>();
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
      await caughtUp(instance, new PromiseFactProjector(instance.worker));
      await suspectsCompared(instance);
      await instance.setNow(NOW);
      await stopTheClock(instance, NOW);
      await listen();
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
      console.log(['persona, route, axe hits, stops', ...table].join('\n'));
    });

    it.each(personas.map((one) => [one.key, one] as const))(
      'has no barrier for the %s',
      async (persona, one) => {
        const { role } = one;
        const { publicUrl, signedIn } = web();
        const known = knownTo.get(role) ?? new Set<string>();
        knownTo.set(role, known);
        const visitor = await signedIn(persona);
        const behindForms = DESK.includes(role) ? await pagesBehindSearch(visitor) : [];
        const first = [...behindForms, ...(await pagesWithMost(web().instance, one))];
        const states = await crawl(visitor, { known, first });
        const inspector = await Inspector.open(browser, publicUrl, async () =>
          (await signedIn(persona)).jar(),
        );
        const faults: string[] = [];
        const walks: Record<string, readonly string[]> = {};
        for (const { route, path } of states) {
          const seen = await inspector.inspect(path, `${persona} ${route}`);
          walks['around every page'] ??= seen.frame;
          const framed = JSON.stringify(seen.frame) === JSON.stringify(walks['around every page']);
          if (!framed) walks[`around ${route}`] = seen.frame;
          walks[route] = seen.walk;
          table.push(`${persona}, ${route}, ${seen.hits}, ${seen.stops}`);
          faults.push(...seen.faults.map((fault) => `${route}: ${fault}`));
          for (const form of seen.forms.filter((one) => one !== '' && !forms.has(routeOf(one))))
            forms.set(routeOf(form), { persona, path, form });
        }
        await inspector.close();
        faults.push(...compareWalks(persona, walks));
        expect(faults).toEqual([]);
      },
    );

    it('says what is missing when a form is sent empty', async () => {
      const { publicUrl, signedIn } = web();
      const faults: string[] = [];
      for (const { key } of personas) {
        const inspector = await Inspector.open(browser, publicUrl, async () => (await signedIn(key)).jar());
        for (const toTry of [...forms.values()].filter(({ persona }) => persona === key))
          faults.push(...(await inspectEmptyForm(inspector.watched, toTry)));
        await inspector.close();
      }
      expect(forms.size).toBeGreaterThan(10);
      expect(faults).toEqual([]);
    });
  });
}

/**
 * What was found for a name that nobody bears and a few of the doors that open behind it, and what was found for
 * somebody who is known, with a door waiting and without.
 */
async function pagesBehindSearch(browser: WebBrowser): Promise<readonly string[]> {
  const doors: string[] = [];
  for (const door of ['police-by-phone', 'self', 'parent-or-carer'])
    doors.push(await doorAfterSearch(browser, door));
  const found: string[] = [];
  for (const on of ['/people/search?door=self', '/people/search']) {
    const begun = await browser.post(
      '/people/search',
      { name: KNOWN_AS_SUSPECT, age: '', number: '' },
      { on },
    );
    found.push(String(begun.headers.location));
  }
  return [searchOf(doors[0]!), ...found, ...doors];
}

function searchOf(door: string): string {
  const { searchParams } = new URL(door, 'http://waymark.invalid');
  return `/people/search/${searchParams.get('search')}`;
}
