import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

const root = resolve(__dirname, '../../../..');
let copy: string;

/** The tool compiled beside nothing but itself: a process zone can only be set from outside a process. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'waymark-cli-'));
  ['libs/domain/src', 'apps/cli/src'].forEach(compile);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'package.json'), readFileSync(join(root, 'package.json')));
});

afterAll(() => rmSync(copy, { recursive: true }));

function compile(folder: string): void {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /(?<!\.spec|\.fixture)\.ts$/.test(name))) {
    const { code } = transformSync(readFileSync(join(root, folder, file), 'utf8'), {
      jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' },
      module: { type: 'commonjs', ignoreDynamic: true },
    });
    const target = join(copy, 'dist', folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

function runIn(zone: string, args: readonly string[], input: string) {
  return spawnSync(process.execPath, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, TZ: zone },
  });
}

const main = () => join(copy, 'dist/apps/cli/src/main.js');

/** Starts every 6 hours and 7 minutes over both clock changes of London, asked in five zones. */
const questions = ['Europe/London', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC'].flatMap(
  (timezone) =>
    Array.from({ length: 1_400 }, (_, i) => {
      const spans = [
        ['00:30', '01:45'],
        ['09:00', '17:00'],
      ];
      const hours = { timezone, schedule: { sun: spans, mon: spans, thu: spans }, holidays: ['2026-05-25'] };
      const start = new Date(Date.UTC(2026, 0, 1) + i * 22_020_000).toISOString();
      const ops = [
        { op: 'due', seconds: 20_000 },
        { op: 'elapsed', end: '2027-02-01T00:00:00Z' },
        { op: 'working-day', days: 1 + (i % 3), reading: 'ABC'[i % 3], closesAt: '01:30' },
      ];
      return JSON.stringify({ ...hours, start, ...ops[i % 3] });
    }),
);

test('P14 the tool gives the same answers in process zones either side of the world', () => {
  const input = `${questions.join('\n')}\n`;
  const answers = ['UTC', 'America/New_York', 'Pacific/Auckland'].map((zone) => {
    const told = runIn(zone, ['-p', 'new Date(0).getHours()'], '').stdout.trim();
    return { told, ...runIn(zone, [main(), 'working-time'], input) };
  });
  expect(answers.map(({ told }) => told)).toEqual(['0', '19', '12']);
  expect(answers.map(({ stderr }) => stderr)).toEqual(['', '', '']);
  expect(answers[0]!.stdout.trim().split('\n')).toHaveLength(questions.length);
  expect(answers[0]!.stdout).not.toContain('error');
  expect(answers[1]!.stdout).toBe(answers[0]!.stdout);
  expect(answers[2]!.stdout).toBe(answers[0]!.stdout);
});

test('an auditor’s question loads the domain and the two libraries it stands on, and nothing of the servers', () => {
  const probe = `process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));
    process.argv.splice(1, 0, 'node'); require(${JSON.stringify(main())});`;
  const { stderr } = runIn('UTC', ['-e', probe, 'working-time'], questions[0]!);
  const packages = [...stderr.matchAll(/node_modules\/((?:@[^/]+\/)?[^/\n]+)/g)].map(([, name]) => name!);
  expect(new Set(packages)).toEqual(new Set(['double-metaphone', 'temporal-polyfill']));
});

test('an unknown command prints the commands on standard error and ends with 2', () => {
  const { status, stdout, stderr } = runIn('UTC', [main(), 'wokring-time'], '');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('working-time');
});

test('a reader that has seen enough is no error', () => {
  const file = join(copy, 'questions.jsonl');
  writeFileSync(file, `${questions.join('\n')}\n`.repeat(5));
  const script = `"${process.execPath}" "${main()}" working-time < "${file}" | head -1; echo "\${PIPESTATUS[0]}"`;
  const output = execFileSync('bash', ['-c', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(output.trim().split('\n').at(-1)).toBe('0');
});

test('a stream larger than its memory runs through, though its calendars keep changing', () => {
  const [hours] = questions.map((line): object => JSON.parse(line));
  const lines = Array.from({ length: 100_000 }, (_, i) => {
    const start = new Date(Date.UTC(2026, 0, 1) + i * 900_000).toISOString();
    const holiday = new Date(Date.UTC(2026, 0, 1 + (Math.floor(i / 50) % 500))).toISOString().slice(0, 10);
    return JSON.stringify({ ...hours, op: 'due', seconds: 3_600, start, holidays: [holiday] });
  });
  const input = `${lines.join('\n')}\n`;
  expect(input.length).toBeGreaterThan(20 * 1_024 * 1_024);
  const { status, stdout } = runIn('UTC', ['--max-old-space-size=20', main(), 'working-time'], input);
  expect(status).toBe(0);
  expect(stdout.match(/^\{"due":/gm)).toHaveLength(lines.length);
});
