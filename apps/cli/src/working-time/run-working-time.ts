import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerLine } from './answer-line';
import { CalendarCache } from './calendar-cache';
import { splitLines, type Line } from './split-lines';

/**
 * Answers JSON Lines line by line, in order. The pipeline reads no faster than the answers are taken, so a file of
 * any length runs in the same memory.
 */
export async function runWorkingTime(input: Readable, output: Writable): Promise<number> {
  const calendars = new CalendarCache();
  input.setEncoding('utf8');
  const answers = async function* (batches: AsyncIterable<Line[]>) {
    for await (const batch of batches) yield batch.map((line) => `${answerLine(line, calendars)}\n`).join('');
  };
  try {
    await pipeline(input, splitLines, answers, output, { end: false });
  } catch (error) {
    // `… | head` closes the pipe when it has seen enough.
    if (!isClosedPipe(error)) throw error;
  }
  return 0;
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
