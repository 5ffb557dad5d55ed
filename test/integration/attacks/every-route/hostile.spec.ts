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
    const faults: Pick<Tally, 'route' | 'caller' | 'faults'>[] = [];
    let calls = 0;
    for (const route of wanted) {
      const startedAt = performance.now();
      const tallies = await harness.attack(
        route,
        CALLS === undefined ? { each: EACH } : { all: Number(CALLS) },
      );
      for (const { route: name, caller, faults: found, ...tally } of tallies) {
        calls += tally.calls;
        if (found.length > 0) faults.push({ route: name, caller, faults: found.slice(0, 3) });
      }
      (api().web.logs as string[]).length = 0;
      if (FIGURES !== undefined) appendFileSync(FIGURES, `${lineOf(tallies, startedAt)}\n`);
    }
    expect(faults).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(wanted.length);
  },
  CALLS === undefined ? 300_000 : 24 * HOURS,
);

function lineOf(tallies: readonly Tally[], startedAt: number): string {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const statuses: Record<string, number> = {};
  for (const tally of tallies)
    for (const [status, times] of Object.entries(tally.statuses))
      statuses[status] = (statuses[status] ?? 0) + times;
  return JSON.stringify({
    route: tallies[0]?.route,
    roles: tallies.length,
    calls: sum((tally) => tally.calls),
    refused: sum((tally) => tally.refused),
    compared: sum((tally) => tally.compared),
    serverErrors: sum((tally) =>
      Object.entries(tally.statuses).reduce((n, [code, k]) => n + (code >= '500' ? k : 0), 0),
    ),
    faults: sum((tally) => tally.faults.length),
    statuses,
    milliseconds: Math.round(performance.now() - startedAt),
  });
}
