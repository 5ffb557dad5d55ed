import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { ACTS, mayDo, ROLES, type Act, type StaffActor } from '#libs/domain';
import { servedRoutes } from '../../../support/page-paths';
import { NOW, useApi } from '../../api/support/use-api';
import { soundValue } from './bodies';
import { callerAs, sideBySide, strangerWith, told, type Caller } from './callers';
import { addressOf, everyRoute, type AttackedRoute } from './routes';
import { openWorld, subjectOf, type Relationship, type World } from './world';
import { changedTables, fingerprintOf } from './written';

/**
 * Every route of pages and API × every role × every relationship to the record. Routes come from the running application,
 * with the rule that its guard reads; what is to be expected comes of `domain/access`. Nothing is listed by hand, so a
 * route is tried from the day it is there.
 */
const api = useApi();

/** One of each role, and further people where a role stands in more than one relationship. */
const PERSONAS = [
  'officer',
  'officer-south',
  'responder',
  'lead',
  'manager',
  'sarc',
  'adviser',
  'coordinator',
  'safeguarding',
  'commissioner',
  'auditor',
  'dpo',
  'administrator',
];

let routes: readonly AttackedRoute[];
let callers: readonly Caller[];
let strangers: readonly Caller[];
let world: World;
let fingerprint: () => Promise<string>;

beforeAll(async () => {
  const { web, document } = api();
  await web.instance.setNow(NOW);
  routes = everyRoute(web, document);
  world = await openWorld(api());
  callers = await sideBySide(PERSONAS, (persona) => callerAs(web, persona));
  strangers = [
    await strangerWith(web, 'nobody', web.visitor()),
    await strangerWith(web, 'a session that ran out', await web.expired('lead')),
  ];
  fingerprint = await fingerprintOf(web.instance);
});

/** The acts that open a route, as far as its rules name acts: none for one that is open to whoever is signed in. */
function actsOf({ rules }: AttackedRoute): readonly (readonly Act[])[] {
  return rules.flatMap((rule) => (rule.kind === 'acts' ? [rule.acts] : []));
}

/** By the domain alone: what the guard makes of the same rules is what is being tried. */
function isOpenTo(route: AttackedRoute, actor: StaffActor): boolean {
  const roles = route.rules.flatMap((rule) => (rule.kind === 'roles' ? [rule.roles] : []));
  return (
    actsOf(route).every((acts) => acts.some((act) => mayDo(actor, act))) &&
    roles.every((some) => some.includes(actor.role))
  );
}

const isPublicRoute = ({ rules }: AttackedRoute) => rules.every(({ kind }) => kind === 'public');
const nameOf = ({ method, path }: AttackedRoute) => `${method} ${path}`;
const nothingThere = (surface: AttackedRoute['surface']) => ({
  surface,
  method: 'GET',
  ifMatch: false,
});

/** A body that the description allows, so that what answers is the record and not the reading of the body. */
function bodyOf({ body }: AttackedRoute): string | undefined {
  if (body === null) return undefined;
  return JSON.stringify(fc.sample(soundValue(api().document, body), { seed: 7, numRuns: 1 })[0]);
}

/** With an id in the first place, its own ids in the others where it has such, and ids of nothing elsewhere. */
function addressAt(route: AttackedRoute, id: string, ids: Relationship['ids'] = {}): string {
  return addressOf(route, (name, index) => {
    const column = name.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return index === 0 ? id : (ids[column] ?? randomUUID());
  });
}

/** Routes that answer 404 to whoever may use them when an address is all they get, and what more they need. */
const NEEDS_MORE: Readonly<Record<string, string>> = {
  '/figures/cases': 'which figure',
  '/figures/live/explain': 'which figure',
  '/promise/explain': 'which figure',
  '/victims-code/compare': 'which versions',
  '/handovers/reassign': 'whose cases, for whoever keeps nobody’s leave',
  '/api/v1/referrals/:id/urgent-page': 'a danger that pages somebody',
  '/referrals/:id/receipt/proof': 'a sealed journal',
  '/cases/:id/routing/choose': 'which service',
  '/provider/requests/:request/allocate': 'a coordinator; a worker takes a request for themselves',
};

it('has a rule for every route that the router serves, but for the files of the pages', () => {
  const ruled = new Set(routes.map(nameOf));
  const served = servedRoutes(api().web).map(({ method, path }) => `${method} ${path === '' ? '/' : path}`);
  expect(served.filter((name) => !ruled.has(name) && !/^GET \/(assets\/)?\*$/.test(name))).toEqual([]);
  expect([...ruled].filter((name) => !served.includes(name))).toEqual([]);
  expect(routes.length).toBeGreaterThan(700);
});

it('tries every role there is', () => {
  expect(new Set(callers.map(({ actor }) => actor?.role))).toEqual(new Set(ROLES));
});

it('P7 a route that a role may not use answers it as an address where nothing is, and writes nothing', async () => {
  const before = await fingerprint();
  const wrong: string[] = [];
  let tried = 0;
  await sideBySide(callers, async (caller) => {
    const nothing = {
      page: told(await caller.send(nothingThere('page'), { url: '/nothing-like-it' })),
      api: told(await caller.send(nothingThere('api'), { url: '/api/v1/nothing-like-it' })),
    };
    for (const route of routes.filter((one) => !isPublicRoute(one) && !isOpenTo(one, caller.actor!))) {
      const json = bodyOf(route);
      const answer = await caller.send(route, { url: addressAt(route, randomUUID()), ...(json && { json }) });
      tried += 1;
      if (told(answer) !== nothing[route.surface])
        wrong.push(`${caller.name}: ${nameOf(route)} ${answer.statusCode}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(changedTables(before, await fingerprint())).toEqual([]);
  expect(tried).toBeGreaterThan(4_000);
}, 300_000);

it('a route that a role may use is there for it', async () => {
  const gone: string[] = [];
  await sideBySide(callers, async (caller) => {
    const open = routes.filter(
      (one) =>
        one.method === 'GET' &&
        one.params.length === 0 &&
        !isPublicRoute(one) &&
        isOpenTo(one, caller.actor!),
    );
    for (const route of open) {
      const { statusCode } = await caller.send(route, { url: route.path });
      if (
        route.path in NEEDS_MORE
          ? statusCode >= 500
          : statusCode === 404 || statusCode === 401 || statusCode >= 500
      )
        gone.push(`${caller.name}: ${nameOf(route)} ${statusCode}`);
    }
  });
  expect(gone).toEqual([]);
}, 300_000);

it('nobody, and a session that ran out, get to no route that is not public', async () => {
  const before = await fingerprint();
  const wrong: string[] = [];
  for (const stranger of strangers) {
    await sideBySide(
      routes.filter((route) => !isPublicRoute(route)),
      async (route) => {
        const answer = await stranger.send(route, { url: addressAt(route, randomUUID()) });
        const sentAway =
          route.surface === 'page' &&
          /^\/(sign-in|signed-out|personas)/.test(String(answer.headers.location));
        if (answer.statusCode !== 401 && answer.statusCode !== 403 && !sentAway)
          wrong.push(`${stranger.name}: ${nameOf(route)} ${answer.statusCode} ${answer.headers.location}`);
      },
    );
  }
  expect(wrong).toEqual([]);
  expect(changedTables(before, await fingerprint())).toEqual([]);
}, 300_000);

interface Standing {
  readonly route: AttackedRoute;
  readonly caller: Caller;
  readonly to: Relationship;
  readonly may: boolean;
}

/** Each route about a record × each person whose role may use it × each relationship, with the domain's answer. */
function standings(): readonly Standing[] {
  return routes.flatMap((route) => {
    const subject = subjectOf(route);
    if (subject === undefined || isPublicRoute(route)) return [];
    return callers
      .filter(({ actor }) => isOpenTo(route, actor!))
      .flatMap((caller) =>
        world[subject].map((to) => {
          const may = actsOf(route).every((acts) => to.allows(caller.actor!, acts));
          return { route, caller, to, may };
        }),
      );
  });
}

it('P6 P7 a record that somebody may not have answers, on every route, as one that never was, and nothing is written', async () => {
  const hidden = standings().filter(({ may }) => !may);
  const before = await fingerprint();
  const never = new Map<string, Promise<string>>();
  const wrong: string[] = [];
  await sideBySide(hidden, async ({ route, caller, to }) => {
    const json = bodyOf(route);
    const sent = { ...(json && { json }) };
    const key = `${caller.name} ${nameOf(route)}`;
    const baseline =
      never.get(key) ?? caller.send(route, { url: addressAt(route, randomUUID()), ...sent }).then(told);
    never.set(key, baseline);
    const answer = await caller.send(route, { url: addressAt(route, to.id, to.ids), ...sent });
    if (told(answer) !== (await baseline)) wrong.push(`${key}, ${to.name}: ${answer.statusCode}`);
  });
  expect(wrong).toEqual([]);
  expect(changedTables(before, await fingerprint())).toEqual([]);
  expect(hidden.length).toBeGreaterThan(1_000);
}, 300_000);

it('a record that somebody may have is there for them', async () => {
  const shown = standings().filter(
    ({ route, may }) => may && route.method === 'GET' && route.params.length === 1,
  );
  const gone: string[] = [];
  await sideBySide(shown, async ({ route, caller, to }) => {
    const { statusCode } = await caller.send(route, { url: addressAt(route, to.id) });
    if (route.path in NEEDS_MORE ? statusCode >= 500 : statusCode === 404 || statusCode >= 500)
      gone.push(`${caller.name} ${nameOf(route)}, ${to.name}: ${statusCode}`);
  });
  expect(gone).toEqual([]);
  expect(shown.length).toBeGreaterThan(200);
}, 300_000);

/** Roles whose lists are of people; the others' are of codes, of accounts and of requests for data. */
const LISTS_OF_PEOPLE = [
  'officer',
  'first-responder',
  'duty-lead',
  'service-manager',
  'provider-worker',
  'provider-coordinator',
];

it('P7 no list, count, search, board or file without an id in its address names a record that is hidden', async () => {
  const lists = routes.filter(
    (route) => route.method === 'GET' && route.params.length === 0 && !isPublicRoute(route),
  );
  const readers = callers.filter(({ actor }) => LISTS_OF_PEOPLE.includes(actor!.role));
  const naming: string[] = [];
  let shown = 0;
  await sideBySide(readers, async (caller) => {
    const known = world.case.map((record, index) => {
      const { id: referralId } = world.referral[index]!;
      return {
        name: record.name,
        marks: [record.id, referralId],
        hidden: !record.allows(caller.actor!, ACTS),
      };
    });
    for (const route of lists.filter((one) => isOpenTo(one, caller.actor!))) {
      const { body } = await caller.send(route, { url: route.path });
      for (const { name, marks, hidden } of known) {
        if (!marks.some((mark) => body.includes(mark))) continue;
        if (hidden) naming.push(`${caller.name} ${nameOf(route)}: ${name}`);
        else shown += 1;
      }
    }
  });
  expect(naming).toEqual([]);
  expect(shown).toBeGreaterThan(10);
}, 300_000);

it('P12 no log line names anybody, whoever asked for whatever', () => {
  const { logs, app } = api().web;
  const naming = (lines: readonly string[]) =>
    lines.filter((line) => /Quill|900123|900 123|lantern|library survey/i.test(line));
  expect(logs.length).toBeGreaterThan(1_000);
  expect(naming(logs)).toEqual([]);
  app.getHttpAdapter().getInstance().log.warn({ person: 'Sample Person Quill' }, 'a careless line');
  expect(naming(logs)).toEqual([expect.stringContaining('a careless line')]);
});
