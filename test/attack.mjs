import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../apps/local/prepare.mjs';

const NUMBERS = ['calls', 'refused', 'compared', 'serverErrors', 'faults'];

/** What `npm run attack` was asked for: `--calls` to each route, `--figures` where, `--routes` part of an address, `--fresh`. */
export function attackOf(args) {
  const valueOf = (name, otherwise) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : args[at + 1];
  };
  const calls = Number(valueOf('calls', '200'));
  if (!Number.isSafeInteger(calls) || calls < 1)
    throw new Error('--calls is how many requests each route gets.');
  const figures = resolve(root, valueOf('figures', join('dist', 'attack.jsonl')));
  mkdirSync(dirname(figures), { recursive: true });
  if (args.includes('--fresh')) rmSync(figures, { force: true });
  const routes = valueOf('routes', '');
  return { figures, env: { ATTACK_CALLS: String(calls), ATTACK_FIGURES: figures, ATTACK_ROUTES: routes } };
}

/** One line of all routes attacked so far: routes, calls, refusals, and what never may be other than 0. */
export function sumOf(figures) {
  const lines = existsSync(figures)
    ? readFileSync(figures, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
  const routes = lines.map((line) => JSON.parse(line));
  const sum = (name) => routes.reduce((total, route) => total + route[name], 0);
  return { routes: routes.length, ...Object.fromEntries(NUMBERS.map((name) => [name, sum(name)])) };
}
