import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { NOW, useApi } from '../../api/support/use-api';
import { openHostileHarness, type HostileHarness } from './harness';
import type { Tally } from './hostile-calls';

/**
 * `npm run attack -- --calls 10000` sends so many to each route, split among the roles that may use it, and writes a line
 * for each route; without it every role that may use a route sends a few.
 */
const CALLS = process.env['ATTACK_CALLS'];
const FIGURES = process.env['ATTACK_FIGURES'];
const ONLY = process.env['ATTACK_ROUTES'] ?? '';
const EACH = 4;
const HOURS = 3_600_000;

const api = useApi();
let harness: HostileHarness;

beforeAll(async () => {
  await api().web.instance.setNow(NOW);
  harness = await openHostileHarness(api());
});

const attackedBefore = (): ReadonlySet<string> => {
  if (FIGURES === undefined || !existsSync(FIGURES)) return new Set();
  const lines = readFileSync(FIGURES, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Set(lines.map((line) => (JSON.parse(line) as { route: string }).route));
};

it(
  'whatever is sent to a route, it neither breaks nor writes anything it refuses',
  async () => {
    const before = attackedBefore();
    const wanted = harness.routes.filter(
      ({ method, path }) => !before.has(`${method} ${path}`) && path.includes(ONLY),
    );
    const faults: Pick<Tally, 'route' | 'faults'>[] = [];
    let calls = 0;
    for (const route of wanted) {
      const startedAt = performance.now();
      const share = CALLS === undefined ? { each: EACH } : { all: Number(CALLS) };
      const { faults: found, ...tally } = await harness.attack(route, share);
      calls += tally.calls;
      if (found.length > 0) faults.push({ route: tally.route, faults: found.slice(0, 3) });
      (api().web.logs as string[]).length = 0;
      const milliseconds = Math.round(performance.now() - startedAt);
      const serverErrors = Object.entries(tally.statuses)
        .filter(([status]) => status >= '500')
        .reduce((sum, [, times]) => sum + times, 0);
      const line = { ...tally, serverErrors, faults: found.length, milliseconds };
      if (FIGURES !== undefined) appendFileSync(FIGURES, `${JSON.stringify(line)}\n`);
    }
    expect(faults).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(wanted.length);
  },
  CALLS === undefined ? 300_000 : 24 * HOURS,
);
