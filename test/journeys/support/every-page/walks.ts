import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeless } from './routes';

const FOLDER = join(__dirname, '../../keyboard-walk');
const RENEW = process.env['UPDATE_WALKS'] === '1';

/** What Tab reaches on each page of somebody, in order; the frame around all of them stands once. */
export type Walks = Readonly<Record<string, readonly string[]>>;

/** Compares with the stored walks of this persona, or stores them when UPDATE_WALKS=1. */
export function compareWalks(persona: string, walks: Walks): readonly string[] {
  const file = join(FOLDER, `${persona}.json`);
  const now = JSON.stringify(walks, null, 2);
  if (RENEW) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, `${now}\n`);
    return [];
  }
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Walks) : {};
  const routes = [...new Set([...Object.keys(stored), ...Object.keys(walks)])];
  return routes
    .filter((route) => JSON.stringify(stored[route]) !== JSON.stringify(walks[route]))
    .map(
      (route) =>
        `the keyboard walk of ${route} changed: was ${JSON.stringify(stored[route])}, is ${JSON.stringify(walks[route])}`,
    );
}

/** A walk without when and which; what repeats row by row stands once, a last row that was cut short not at all. */
export function walkOf(stops: readonly string[]): readonly string[] {
  const walk: string[] = [];
  let row: readonly string[] = [];
  for (const stop of stops.map(timeless)) {
    walk.push(stop);
    for (let size = 1; 2 * size <= walk.length && size <= 8; size += 1) {
      const [first, second] = [walk.slice(-2 * size, -size), walk.slice(-size)];
      if (JSON.stringify(first) === JSON.stringify(second)) {
        walk.length -= size;
        row = second;
        break;
      }
    }
  }
  for (let begun = 1; begun < row.length; begun += 1) {
    const end = JSON.stringify(walk.slice(-row.length - begun));
    if (end === JSON.stringify([...row, ...row.slice(0, begun)])) walk.length -= begun;
  }
  return walk;
}
