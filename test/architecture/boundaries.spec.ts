import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What each part may import besides itself: imports point inward (docs/architecture.md). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'libs/domain': [],
  'libs/casework': ['libs/domain'],
  'libs/config': ['libs/domain'],
  'libs/testing': ['libs/domain', 'libs/casework', 'libs/config'],
  'libs/persistence': ['libs/domain', 'libs/casework', 'libs/config', 'migrations'],
  'libs/queues': ['libs/domain', 'libs/casework', 'libs/config'],
  'libs/notifications': ['libs/domain', 'libs/casework', 'libs/config'],
  'libs/attacker': ['libs/domain', 'libs/casework'],
  'apps/web': librariesForApps(),
  'apps/worker': librariesForApps(),
  'apps/cli': librariesForApps(),
  'apps/local': ['libs/config', 'libs/domain'],
  migrations: [],
};

function librariesForApps(): readonly string[] {
  return ['domain', 'casework', 'config', 'persistence', 'queues', 'notifications', 'attacker'].map(
    (name) => `libs/${name}`,
  );
}

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.ts$/.test(name) && !/\.spec\.ts$/.test(name) ? [path] : [];
  });
}

const FILES = ['apps', 'libs', 'migrations'].flatMap((folder) => sources(join(ROOT, folder)));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target ?? '');
}

function partOf(path: string): string {
  const [top, name] = relative(ROOT, path).split('/');
  return top === 'migrations' ? top : `${top}/${name}`;
}

function targetOf(file: string, target: string): string | null {
  if (target.startsWith('#libs/')) return join(ROOT, 'libs', target.slice('#libs/'.length), 'src/index.ts');
  if (!target.startsWith('.')) return null;
  const base = resolve(dirname(file), target.replace(/\.js$/, ''));
  return [`${base}.ts`, join(base, 'index.ts'), base].find((path) => FILES.includes(path)) ?? base;
}

const IMPORTS: readonly Import[] = FILES.flatMap((file) =>
  importsOf(file).flatMap((target) => {
    const to = targetOf(file, target);
    return to === null ? [] : [{ from: file, to }];
  }),
);

const short = ({ from, to }: Import): string => `${relative(ROOT, from)} -> ${relative(ROOT, to)}`;

describe('imports', () => {
  it('point inward, and apps never import each other', () => {
    const outward = IMPORTS.filter(({ from, to }) => {
      const [own, other] = [partOf(from), partOf(to)];
      return own !== other && !MAY_IMPORT[own]?.includes(other);
    });
    expect(outward.map(short)).toEqual([]);
  });

  it('reach a library only through its public entry', () => {
    const reaching = IMPORTS.filter(({ from, to }) => {
      const other = partOf(to);
      return partOf(from) !== other && other.startsWith('libs/') && to !== join(ROOT, other, 'src/index.ts');
    });
    expect(reaching.map(short)).toEqual([]);
  });

  it('form no cycle', () => {
    expect(cycles()).toEqual([]);
  });

  it('are of no file in a folder called common, shared, core, utils or helpers', () => {
    const vague = FILES.filter((file) => /\/(common|shared|core|utils|helpers)\//.test(relative(ROOT, file)));
    expect(vague).toEqual([]);
  });
});

/** Every file that can reach itself through imports, with the first file on its way. */
function cycles(): readonly string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of IMPORTS) graph.set(from, [...(graph.get(from) ?? []), to]);
  return [...graph.keys()].flatMap((file) => {
    const first = graph.get(file)?.find((next) => reaches(graph, next, file));
    return first === undefined ? [] : [short({ from: file, to: first })];
  });
}

function reaches(graph: ReadonlyMap<string, readonly string[]>, start: string, goal: string): boolean {
  const seen = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file === goal) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...(graph.get(file) ?? []));
  }
  return false;
}
