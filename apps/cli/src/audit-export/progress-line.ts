import type { Writable } from 'node:stream';

const EVERY_ROWS = 100_000;

/** Says now and then how far a long run has come. */
export class ProgressLine {
  private next = EVERY_ROWS;

  constructor(
    private readonly output: Writable,
    private readonly verb: string,
  ) {}

  at(done: number, of: number): void {
    if (done < this.next) return;
    this.next = (Math.floor(done / EVERY_ROWS) + 1) * EVERY_ROWS;
    const share = of > 0 ? ` (${Math.floor((100 * done) / of)}%)` : '';
    this.output.write(`${this.verb} ${done} of ${of} rows${share}\n`);
  }
}
