import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { BrokenSealError } from './broken-seal';
import type { OutsideHeads } from './journal-sealer';
import { isSealHead, type SealHead } from './seal-head';

const EVERY_MILLISECONDS = 60_000;

/**
 * Appends heads to a file, one JSON object a line, at most one a minute: a mount that takes additions only, or a file
 * that something carries away. The first head of a process is always written.
 */
export class HeadsFile implements OutsideHeads {
  private writtenAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly file: string) {}

  async last(): Promise<SealHead | null> {
    if (!existsSync(this.file)) return null;
    const line = (await readFile(this.file, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
    if (line === '') return null;
    const head = parsed(line);
    if (!isSealHead(head)) throw new BrokenSealError('the last line of the file of heads is not a head');
    return head;
  }

  async keep(head: SealHead): Promise<void> {
    const at = Date.parse(head.sealedAt);
    if (at - this.writtenAt < EVERY_MILLISECONDS) return;
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(`${JSON.stringify(head)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    this.writtenAt = at;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
