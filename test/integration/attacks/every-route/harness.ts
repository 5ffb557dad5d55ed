import type { TestApi } from '../../api/support/use-api';
import { callerAs, sideBySide, strangerWith, type Caller } from './callers';
import { addressOf, everyRoute, type AttackedRoute } from './routes';
import { openWorld, subjectOf, type World } from './world';
import { hostileCalls, type Tally } from './hostile-calls';
import { TableWatch } from './written';
import { opensTo } from '../../../../apps/web/src/sign-in/route-rule';

/** One of each role: whom the routes of that role open to. */
const ONE_OF_EACH = [
  'officer',
  'responder',
  'lead',
  'manager',
  'adviser',
  'coordinator',
  'safeguarding',
  'commissioner',
  'auditor',
  'dpo',
  'administrator',
];

/** Within this a second factor is fresh and a token is one. */
const SIGNED_IN_FOR = 4 * 60_000;

export interface HostileHarness {
  readonly routes: readonly AttackedRoute[];
  /** Sends this many calls to a route for each role that may use it, or altogether, split among them. */
  attack(route: AttackedRoute, calls: { readonly each: number } | { readonly all: number }): Promise<Tally>;
}

/** A running application, records in it, and somebody of each role who means harm. */
export async function openHostileHarness(api: TestApi): Promise<HostileHarness> {
  const { web, document } = api;
  const routes = everyRoute(web, document);
  const world = await openWorld(api);
  const signIn = () => sideBySide(ONE_OF_EACH, (persona) => callerAs(web, persona));
  let [callers, since] = [await signIn(), Date.now()];
  const stranger = await strangerWith(web, 'nobody', web.visitor());

  const fields = await fieldsOfForms(routes, { callers, world });
  const ids = idsOf(world);
  const tables = await TableWatch.over(web.instance);
  return {
    routes,
    attack: async (route, calls) => {
      if (Date.now() - since > SIGNED_IN_FOR) [callers, since] = [await signIn(), Date.now()];
      const open = callers.filter(({ actor }) => opensTo(route.rules, actor!));
      const isPublic = route.rules.every(({ kind }) => kind === 'public');
      const by = isPublic ? [stranger] : open;
      const each = 'each' in calls ? calls.each : Math.ceil(calls.all / by.length);
      const subject = subjectOf(route);
      return hostileCalls({
        document,
        route,
        callers: by,
        ids: subject === undefined ? ids : [...world[subject].map(({ id }) => id), ...ids.slice(0, 2)],
        fields: fields.get(route.path) ?? [],
        calls: each,
        seed: 20_260_901,
        tables,
      });
    },
  };
}

function idsOf(world: World): readonly string[] {
  const all = Object.values(world).flat();
  return [...new Set(all.flatMap(({ id, ids }) => [id, ...Object.values(ids)]))];
}

/** The fields of every form that a page shows to somebody who may open it, by the route that takes the form. */
async function fieldsOfForms(
  routes: readonly AttackedRoute[],
  { callers, world }: { readonly callers: readonly Caller[]; readonly world: World },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  const posts = routes
    .filter(({ method, surface }) => method === 'POST' && surface === 'page')
    .map(({ path }) => ({ path, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }));
  const pages = routes.filter(
    ({ method, surface, params }) => method === 'GET' && surface === 'page' && params.length < 2,
  );
  await sideBySide(pages, async (page) => {
    const caller = callers.find(({ actor }) => opensTo(page.rules, actor!));
    if (caller === undefined) return;
    const subject = subjectOf(page);
    const id = subject === undefined ? '' : (world[subject][0]?.id ?? '');
    const { body } = await caller.send(page, { url: addressOf(page, () => id) });
    for (const [, tag = '', inside = ''] of body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
      const action = /\baction="([^"]*)"/.exec(tag)?.[1] ?? '';
      const to = posts.find(({ pattern }) => pattern.test(action));
      if (to === undefined) continue;
      const names = [...inside.matchAll(/\bname="([^"]+)"/g)].map(([, name = '']) => name);
      const known = found.get(to.path) ?? new Set<string>();
      for (const name of names) if (name !== '_csrf' && name !== 'idempotencyKey') known.add(name);
      found.set(to.path, known);
    }
  });
  return new Map([...found].map(([path, names]) => [path, [...names]]));
}
