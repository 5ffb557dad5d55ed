/** A line longer than this many characters is refused unread: memory must not follow the input. */
export const LONGEST_LINE = 1_048_576;

/** A line of text, or `undefined` for one that was too long to keep. */
export type Line = string | undefined;

/** Cuts text into lines, a batch for each piece that arrives; the last line needs no newline. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let pending = '';
  let tooLong = false;
  for await (const chunk of chunks) {
    const [first, ...rest] = chunk.split('\n');
    pending = tooLong ? '' : pending + first!;
    tooLong ||= pending.length > LONGEST_LINE;
    if (rest.length === 0) continue;
    const last = rest.pop()!;
    yield [tooLong ? undefined : pending, ...rest];
    pending = last;
    tooLong = false;
  }
  if (pending !== '' || tooLong) yield [tooLong ? undefined : pending];
}
