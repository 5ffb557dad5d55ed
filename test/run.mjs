import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, prepare, requireNode, root } from '../apps/local/prepare.mjs';
import { attackOf, sumOf } from './attack.mjs';
import { ensureSystemParts } from './system-parts.mjs';

const RESULTS = join(root, 'dist', 'test-results.json');
const SUMMARY = join(root, 'dist', 'test-summary.txt');
const CHAOS = join(root, 'dist', 'test', 'chaos', 'chaos.js');
/** One more than there are cores where this must be quick: a third of the time of a test file is waiting. */
const WORKERS = 3;
/** Keeps what V8 compiled once for as long as the worker lives (compile-once.cjs), called lately or not. */
const KEEP_COMPILED = '--no-flush-bytecode';
const bin = (name, file) => join(root, 'node_modules', name, file);

requireNode();
const [first, ...rest] = process.argv.slice(2);
try {
  if (first === 'bench') process.exitCode = await bench(rest);
  else if (first === 'chaos') process.exitCode = await chaos(rest);
  else if (first === 'attack') process.exitCode = await attack(rest);
  else process.exitCode = await test(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Everything there is, or with arguments only the tests that Jest finds by them. */
async function test(patterns) {
  let checks;
  try {
    await install();
    // Neither needs the other, and the compiler leaves a core idle.
    [checks] = await Promise.all([patterns.length > 0 ? [] : checkSources(), prepare()]);
  } catch (error) {
    console.error(error.message);
    return finish({ passed: 0, failed: 1, skipped: 0 });
  }
  const strict = process.env.REQUIRE_ALL === '1';
  const missing = await ensureSystemParts();
  for (const { name, skips } of missing) console.log(`Not installed: ${name}. Skipped without it: ${skips}.`);
  if (strict && missing.length > 0) throw new Error('REQUIRE_ALL=1, and something is not installed.');
  const tests = await runJest(patterns);
  if (strict)
    for (const title of tests.skipped) console.log(`Skipped, which REQUIRE_ALL=1 forbids: ${title}`);
  if (patterns.length === 0) checks.push(await hurt(missing));
  const passed = tests.passed + checks.filter((ok) => ok).length;
  const failed = tests.failed + checks.filter((ok) => !ok).length;
  return finish({ passed, failed, skipped: tests.skipped.length, strict });
}

function finish({ passed, failed, skipped, strict = false }) {
  const line = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(SUMMARY, `${line}\n`);
  console.log(line);
  return failed > 0 || (strict && skipped > 0) ? 1 : 0;
}

/** Types are checked by the build. */
function checkSources() {
  const eslint = ['--config', '.config/eslint.config.mjs', '--max-warnings', '0', '.'];
  const prettier = [
    '--config',
    '.config/prettier.json',
    '--ignore-path',
    '.config/prettierignore',
    '--check',
    '.',
  ];
  return Promise.all([
    stage('Lint and import boundaries', [bin('eslint', 'bin/eslint.js'), ...eslint]),
    stage('Formatting', [bin('prettier', 'bin/prettier.cjs'), ...prettier, '--log-level', 'warn']),
  ]);
}

/** A few faults of every kind, alone on the machine; without Redis the queue is on PostgreSQL. */
function hurt(missing) {
  const queue = missing.some(({ name }) => name.startsWith('Redis')) ? 'postgres' : 'redis';
  const args = [CHAOS, '--faults', '20', '--seed', '1', '--queue', queue, '--short', '--fresh'];
  return stage(`Twenty faults, queue on ${queue}`, args);
}

async function runJest(patterns) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const options = [
    '-c',
    'test/jest.config.cjs',
    '--ci',
    `--maxWorkers=${WORKERS}`,
    '--json',
    `--outputFile=${RESULTS}`,
  ];
  const ok = await stage('Tests', [KEEP_COMPILED, bin('jest', 'bin/jest.js'), ...options, ...patterns], {
    quietOutput: true,
  });
  if (!existsSync(RESULTS)) return { passed: 0, failed: 1, skipped: [] };
  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  // A file that does not even load has no tests to fail.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const all = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = all.filter(
    ({ status }) => status === 'pending' || status === 'todo' || status === 'skipped',
  );
  return {
    passed: results.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: skipped.map(({ fullName }) => fullName),
  };
}

/** Prints one JSON line for each figure and nothing else on standard output. */
async function bench(names) {
  await prepare({ say: console.error });
  const folder = join(root, 'dist', 'test', 'bench');
  const all = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.js')) : [];
  const wanted = all.sort().filter((name) => names.length === 0 || names.some((part) => name.includes(part)));
  let failed = 0;
  for (const name of wanted) failed += (await run([join(folder, name)])) ? 0 : 1;
  return failed > 0 ? 1 : 0;
}

/** Faults in the built product while people work with it: one JSON line on standard output (docs/chaos.md). */
async function chaos(args) {
  await prepare({ say: console.error });
  return (await run([CHAOS, ...args])) ? 0 : 1;
}

/** Hostile requests to every route, going on where it was left; prints one JSON line of all of it. */
async function attack(args) {
  const { figures, env } = attackOf(args);
  await prepare({ say: console.error });
  Object.assign(process.env, env);
  const only = ['--selectProjects', 'integration', '--testPathPatterns', 'every-route/hostile'];
  const ok = await run([bin('jest', 'bin/jest.js'), '-c', 'test/jest.config.cjs', '-i', ...only]);
  const sum = sumOf(figures);
  console.log(JSON.stringify(sum));
  return ok && sum.serverErrors === 0 && sum.faults === 0 ? 0 : 1;
}

async function stage(title, args, options) {
  const startedAt = performance.now();
  console.log(`${title} …`);
  const ok = await run(args, options);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${title}: ${ok ? 'passed' : 'failed'} in ${seconds} s`);
  return ok;
}

/** Jest prints its report on standard error; with --json the other stream repeats it for machines. */
function run(args, { quietOutput = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', quietOutput ? 'ignore' : 'inherit', 'inherit'];
    const child = spawn(process.execPath, args, { cwd: root, stdio });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
