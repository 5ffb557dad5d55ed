import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const MODULES = join(root, 'node_modules');
const INSTALLED = join(MODULES, '.waymark-installed');
const NPM_RECORD = join(MODULES, '.package-lock.json');
const BUILT = join(root, 'dist', '.waymark-built.json');
const ASSETS = join(root, 'dist', '.waymark-assets.json');
const ASSETS_PROGRAM = join(root, 'dist', 'apps', 'web', 'src', 'assets', 'build.js');

/** The first lines run on any Node, however old, so that the answer is a sentence and not a syntax error. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Waymark needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs and builds what has changed since the last time; a second call takes a blink. */
export async function prepare({ say = console.log } = {}) {
  await install(say);
  await build(say);
  await buildAssets(say);
}

/** The packages alone; `prepare` does it too. */
export async function install(say = console.log) {
  // A linked node_modules belongs to another folder, and `npm ci` would empty it there.
  if (existsSync(MODULES) && lstatSync(MODULES).isSymbolicLink()) return;
  const lock = join(root, 'package-lock.json');
  const wanted = hashOf(readFileSync(lock));
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return;
  // npm's own record is younger than the lock file after an install by hand.
  if (existsSync(NPM_RECORD) && statSync(NPM_RECORD).mtimeMs >= statSync(lock).mtimeMs) return;
  await timed(say, 'Installing packages (half a minute or so)', () =>
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  writeFileSync(INSTALLED, wanted);
}

async function build(say) {
  const before = readStamp(BUILT);
  const now = sourcesIn(['apps', 'libs', 'migrations', 'test'], /\.(ts|json)$/, [
    'package.json',
    'tsconfig.json',
    'package-lock.json',
  ]);
  if (same(before, now)) return;
  // A file that is gone would live on in its compiled form.
  if (Object.keys(before).some((name) => !(name in now)))
    rmSync(join(root, 'dist'), { recursive: true, force: true });
  await timed(say, 'Building', () => run([join(MODULES, 'typescript', 'bin', 'tsc'), '-p', root]));
  writeStamp(BUILT, now);
}

async function buildAssets(say) {
  if (!existsSync(ASSETS_PROGRAM)) return;
  const now = sourcesIn(['apps/web'], /./, ['package-lock.json']);
  if (same(readStamp(ASSETS), now)) return;
  await timed(say, 'Building styles and pages', () => run([ASSETS_PROGRAM]));
  writeStamp(ASSETS, now);
}

async function timed(say, title, work) {
  const startedAt = performance.now();
  say(`${title} …`);
  await work();
  say(`${title}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Size and time of change of each source: reading them all would cost more than it tells. */
function sourcesIn(folders, pattern, others) {
  const names = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
    )
    .filter((name) => pattern.test(name));
  const files = [...names, ...others].map((name) => [name, statSync(join(root, name))]);
  return Object.fromEntries(
    files.filter(([, stat]) => stat.isFile()).map(([name, stat]) => [name, `${stat.size} ${stat.mtimeMs}`]),
  );
}

function readStamp(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function writeStamp(file, stamp) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(file, JSON.stringify(stamp));
}

function same(before, now) {
  const names = Object.keys(now);
  return names.length === Object.keys(before).length && names.every((name) => before[name] === now[name]);
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Under `npm start` the npm that runs us is named; a bare `node apps/local/start.mjs` looks for one on the path. */
function npm(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return run([own, ...args]);
  return runProgram('npm', args, { shell: process.platform === 'win32' });
}

function run(args) {
  return runProgram(process.execPath, args);
}

function runProgram(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`"${[program, ...args].join(' ')}" failed; the lines above say why.`)),
    );
  });
}
