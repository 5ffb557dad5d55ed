import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { splitLines, type Line } from '../working-time/split-lines';

const CHUNK = 256 * 1_024;

/** A text file that is written line by line, in large pieces, readable by its owner alone. */
export class LineWriter {
  lines = 0;
  private text = '';

  private constructor(private readonly handle: FileHandle) {}

  /** Rejects when the file is there already. */
  static async create(folder: string, name: string): Promise<LineWriter> {
    return new LineWriter(await open(join(folder, name), 'wx', 0o600));
  }

  async add(lines: readonly string[]): Promise<void> {
    this.lines += lines.length;
    for (const line of lines) this.text += `${line}\n`;
    if (this.text.length >= CHUNK) await this.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.sync();
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const text = this.text;
    this.text = '';
    if (text !== '') await this.handle.appendFile(text);
  }
}

/** A file of the export that is not there, or cannot be opened. */
export class UnreadableExportError extends Error {
  constructor(readonly file: string) {
    super(`${file} cannot be read. Is this the folder of a whole export?`);
    this.name = 'UnreadableExportError';
  }
}

/** The lines of a file, a batch at a time; undefined for one too long to keep. */
export async function* linesOf(folder: string, name: string): AsyncGenerator<readonly Line[]> {
  const file = join(folder, name);
  try {
    yield* splitLines(createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UnreadableExportError(file);
  }
}
