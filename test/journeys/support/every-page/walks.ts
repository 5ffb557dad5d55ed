import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeless } from './routes';

const FOLDER = join(__dirname, '../../keyboard-walk');
const RENEW = process.env['UPDATE_WALKS'] === '1';

/** One stop of the keyboard, as `in-the-page.js` notes it. */
export interface Step {
  readonly stop: string;
  readonly faults: readonly string[];
  /** In the header or the footer, which stand around every page. */
  readonly framed: boolean;
  /** The link to the rest of a long list, which is there or not with the number of its rows. */
  readonly more: boolean;
  /** Its place among the tables of the page and among all their rows; -1 outside of any. */
  readonly table: number;
  readonly row: number;
}

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

/**
 * A walk without when, which and how many: of the rows of a table each kind stands once, whatever their order, and a
 * row that offers less than another does not stand at all; of what else repeats the first stands.
 */
export function walkOf(steps: readonly Step[]): readonly string[] {
  const walk: string[] = [];
  const lasting = steps.filter(({ more }) => !more);
  for (let at = 0; at < lasting.length;) {
    const { table } = lasting[at]!;
    const others = lasting.slice(at).findIndex((step) => step.table !== table);
    const part = lasting.slice(at, others === -1 ? undefined : at + others);
    walk.push(...(table === -1 ? folded(part.map(({ stop }) => timeless(stop))) : kindsOfRow(part)));
    at += part.length;
  }
  return walk;
}

function kindsOfRow(steps: readonly Step[]): readonly string[] {
  const rows = new Map<number, string[]>();
  for (const { row, stop } of steps) rows.set(row, [...(rows.get(row) ?? []), timeless(stop)]);
  const kinds = [...new Map([...rows.values()].map((stops) => [JSON.stringify(stops), stops])).values()];
  const most = kinds.filter((kind) => !kinds.some((other) => other !== kind && offers(other, kind)));
  return most.toSorted((a, b) => (a.join() < b.join() ? -1 : 1)).flat();
}

/** Whether a row has all the stops of another, in their order. */
function offers(row: readonly string[], other: readonly string[]): boolean {
  let found = 0;
  for (const stop of row) if (stop === other[found]) found += 1;
  return found === other.length;
}

function folded(stops: readonly string[]): readonly string[] {
  const walk: string[] = [];
  for (const stop of stops) {
    walk.push(stop);
    for (let size = 1; 2 * size <= walk.length && size <= 8; size += 1) {
      const [first, second] = [walk.slice(-2 * size, -size), walk.slice(-size)];
      if (JSON.stringify(first) === JSON.stringify(second)) {
        walk.length -= size;
        break;
      }
    }
  }
  return walk;
}
