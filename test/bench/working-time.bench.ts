import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  buildCalendar,
  dueAfter,
  explainDue,
  instant,
  openSecondsBetween,
  plus,
  workingDayDue,
  type Instant,
  type OpeningHours,
  type WorkingCalendar,
} from '#libs/domain';

const nineToFive = [['09:00', '17:00']] as const;
const hours: OpeningHours = {
  timezone: 'Europe/London',
  schedule: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
  holidays: [
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ],
};

const FIRST = instant('2026-01-01T00:00:00Z');
const NEWLINE = 0x0a;
const DAY_OF_WORK = 28_800;
/** About 206 working days: a budget used up some 300 days on. */
const SPAN_OF_300_DAYS = 206 * DAY_OF_WORK;

function calendarOf(): WorkingCalendar {
  const built = buildCalendar(hours);
  if (built.kind === 'refused') throw new Error(built.reason);
  return built.calendar;
}

function print(figure: string, value: number, unit: string, more: Record<string, unknown> = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, ...more }));
}

/** Operations a second, after a warm-up; starts spread over a year so that no two questions are alike. */
function rateOf(ask: (start: Instant) => unknown, runs: number): number {
  const startOf = (i: number) => plus(FIRST, ((i * 7_919) % 31_536_000) * 1_000);
  for (let i = 0; i < runs / 10; i += 1) ask(startOf(i));
  const began = performance.now();
  for (let i = 0; i < runs; i += 1) ask(startOf(i));
  return (runs * 1_000) / (performance.now() - began);
}

function benchOperations(): void {
  const calendar = calendarOf();
  const runs = 1_000_000;
  const day = rateOf((start) => dueAfter(calendar, { start, seconds: DAY_OF_WORK }), runs);
  const long = rateOf((start) => dueAfter(calendar, { start, seconds: SPAN_OF_300_DAYS }), runs);
  const elapsed = rateOf(
    (from) => openSecondsBetween(calendar, { from, to: plus(from, 300 * 86_400_000) }),
    runs,
  );
  const question = { days: 1, reading: 'A', closesAt: '17:00' } as const;
  const workingDay = rateOf((start) => workingDayDue(calendar, { ...question, start }), runs);
  const explain = rateOf((start) => explainDue(calendar, { start, seconds: DAY_OF_WORK }), 50_000);
  print('working-time due per second', day, 'ops/s', { span: 'one working day' });
  print('working-time due per second over 300 days', long, 'ops/s');
  print('working-time cost of 300 days against one day', day / long, 'ratio');
  print('working-time elapsed per second', elapsed, 'ops/s', { span: '300 days' });
  print('working-time working-day per second', workingDay, 'ops/s', { reading: 'A' });
  print('working-time explain per second', explain, 'ops/s', { span: 'one working day' });
}

function benchBuild(): void {
  const runs = 2_000;
  const began = performance.now();
  for (let i = 0; i < runs; i += 1) dueAfter(calendarOf(), { start: FIRST, seconds: DAY_OF_WORK });
  print('working-time build a calendar and ask once', ((performance.now() - began) * 1_000) / runs, 'µs');
}

/** A million lines of one calendar through the auditor's tool: lines a second, and whether memory follows the input. */
async function benchStream(lines: number): Promise<void> {
  const tool = spawn(process.execPath, [join(__dirname, '../../apps/cli/src/main.js'), 'working-time']);
  const began = performance.now();
  tool.stdin.on('error', () => tool.kill());
  Readable.from(questions(lines)).pipe(tool.stdin);
  let answers = 0;
  let early = 0;
  let late = 0;
  for await (const chunk of tool.stdout) {
    answers += Buffer.from(chunk).filter((byte) => byte === NEWLINE).length;
    if (answers > lines / 10 && early === 0) early = peakMemory(tool.pid);
    late = Math.max(late, peakMemory(tool.pid));
  }
  const seconds = (performance.now() - began) / 1_000;
  if (answers !== lines) throw new Error(`${answers} answers to ${lines} lines`);
  print('working-time lines streamed per second', lines / seconds, 'lines/s', { lines });
  if (early > 0)
    print('working-time memory grown after the first tenth', late - early, 'MiB', { lines, peak: late });
}

function* questions(lines: number): Generator<string> {
  const start = (i: number) => `${new Date(FIRST + i * 30_000).toISOString().slice(0, 19)}Z`;
  const [before, after] = JSON.stringify({ op: 'due', ...hours, start: '…', seconds: 7_200 }).split('…');
  const batch = 200;
  for (let i = 0; i < lines; i += batch) {
    yield Array.from({ length: batch }, (_, n) => `${before}${start(i + n)}${after}\n`).join('');
  }
}

/** The most memory that a process has held, in MiB; 0 where the system does not tell. */
function peakMemory(pid: number | undefined): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}

export async function run(): Promise<void> {
  benchOperations();
  benchBuild();
  await benchStream(1_000_000);
}

if (require.main === module) void run();
