import { PassThrough, Readable, Writable } from 'node:stream';
import { runWorkingTime } from './run-working-time';
import { LONGEST_LINE } from './split-lines';

const question = (seconds: number) =>
  JSON.stringify({
    op: 'due',
    timezone: 'UTC',
    schedule: { thu: [['00:00', '24:00']] },
    holidays: [],
    start: '2026-01-01T00:00:00Z',
    seconds,
  });

async function answersTo(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const output = new PassThrough();
  const texts: string[] = [];
  output.on('data', (data: Buffer) => texts.push(data.toString()));
  expect(await runWorkingTime(Readable.from(chunks, { objectMode: false }), output)).toBe(0);
  return texts.join('').split('\n');
}

test('answers line by line and in order, goes on after errors, and needs no newline at the end', async () => {
  const input = [question(1), '', '{"op":', question(2)].join('\n');
  expect(await answersTo([input])).toEqual([
    '{"due":"2026-01-01T00:00:01Z"}',
    '{"error":"not-json"}',
    '{"error":"not-json"}',
    '{"due":"2026-01-01T00:00:02Z"}',
    '',
  ]);
});

test('a line may arrive in pieces, with Windows line ends, and cut within a character', async () => {
  const bytes = Buffer.from(`${question(1)}\r\n{"op":"é"}\r\n`);
  const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
  expect(await answersTo(pieces)).toEqual(['{"due":"2026-01-01T00:00:01Z"}', '{"error":"unknown-op"}', '']);
});

test('a line too long to keep is refused and the next one answered', async () => {
  const half = 'x'.repeat(LONGEST_LINE / 2 + 1);
  const expected = ['{"error":"line-too-long"}', '{"due":"2026-01-01T00:00:01Z"}', ''];
  expect(await answersTo([half, half, half, `\n${question(1)}\n`])).toEqual(expected);
  expect(await answersTo([`${half}${half}\n${question(1)}\n`])).toEqual(expected);
  expect(await answersTo([half, half])).toEqual(['{"error":"line-too-long"}', '']);
});

test('nothing in, nothing out', async () => {
  expect(await answersTo([])).toEqual(['']);
});

test('reads no faster than its answers are taken', async () => {
  let lines = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        lines += 1;
        yield `${question(lines % 86_400)}\n`;
      }
    })(),
  );
  const stalled = new Writable({ highWaterMark: 1_024, write: () => undefined });
  const running = runWorkingTime(endless, stalled);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(lines).toBeLessThan(1_000);
  stalled.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }));
  expect(await running).toBe(0);
});
