/** A row as the sealed tree knows it. */
export interface AwaitedRow {
  readonly key: string;
  readonly index: number;
  readonly hash: string;
}

export interface AlignmentOutcome<Row> {
  found(awaited: AwaitedRow, row: Row): void;
  /** There, but among other rows than those it was sealed with. */
  moved(awaited: AwaitedRow, row: Row): void;
  missing(awaited: AwaitedRow): void;
  /** No sealed row, or one that is there twice. */
  extra(row: Row): void;
}

/** How far ahead a row is looked for before it counts as out of place. */
const WINDOW = 256;
/** Beyond this many rows out of place nothing is put together again: each is named where it is met. */
const MOST_OUT_OF_PLACE = 100_000;

/**
 * Puts rows beside the leaves that they should be, in order, and says which are missing, extra or out of place. It looks
 * for the nearest place where both go on together, so that one row taken out or put in is named, and not all after it.
 */
export class RowAlignment<Row> {
  private awaited: AwaitedRow[] = [];
  private rows: Row[] = [];
  private ended = false;
  private readonly lost = new Map<string, AwaitedRow>();
  private readonly strays = new Map<string, Row>();

  constructor(
    private readonly source: AsyncIterator<readonly Row[]>,
    private readonly keyOf: (row: Row) => string,
    private readonly outcome: AlignmentOutcome<Row>,
  ) {}

  async expect(awaited: readonly AwaitedRow[]): Promise<void> {
    for (const one of awaited) this.awaited.push(one);
    if (this.awaited.length > 8 * WINDOW) await this.settle(WINDOW);
  }

  async finish(): Promise<void> {
    await this.settle(0);
    do {
      for (const row of this.rows.splice(0)) this.stray(row);
    } while (await this.fill(1));
    for (const awaited of this.lost.values()) this.outcome.missing(awaited);
    for (const row of this.strays.values()) this.outcome.extra(row);
  }

  private async settle(left: number): Promise<void> {
    let at = 0;
    let row = 0;
    while (this.awaited.length - at > left) {
      if (this.rows.length - row <= WINDOW && !this.ended) {
        this.rows = this.rows.slice(row);
        row = 0;
        await this.fill(2 * WINDOW);
      }
      const awaited = this.awaited[at] as AwaitedRow;
      const next = this.rows[row];
      if (next !== undefined && this.keyOf(next) === awaited.key) {
        this.outcome.found(awaited, next);
        at += 1;
        row += 1;
        continue;
      }
      const skip = this.nearest(at, row);
      for (let n = 0; n < skip.awaited; n += 1) this.lose(this.awaited[at + n] as AwaitedRow);
      for (let n = 0; n < skip.rows; n += 1) this.stray(this.rows[row + n] as Row);
      at += skip.awaited;
      row += skip.rows;
    }
    this.awaited = this.awaited.slice(at);
    this.rows = this.rows.slice(row);
  }

  /** The fewest leaves and rows to pass over until both agree again; one of each when they do not soon. */
  private nearest(at: number, row: number): { readonly awaited: number; readonly rows: number } {
    const offsets = new Map<string, number>();
    for (let n = Math.min(WINDOW, this.rows.length - row) - 1; n >= 0; n -= 1) {
      offsets.set(this.keyOf(this.rows[row + n] as Row), n);
    }
    let best = { awaited: 1, rows: offsets.size > 0 ? 1 : 0 };
    let fewest = Number.POSITIVE_INFINITY;
    const most = Math.min(WINDOW, this.awaited.length - at);
    for (let n = 0; n < most && n <= fewest; n += 1) {
      const offset = offsets.get((this.awaited[at + n] as AwaitedRow).key);
      if (offset === undefined || n + offset > fewest) continue;
      // Of two ways as short, two rows that changed places are likelier than one that went far.
      if (n + offset === fewest && Math.abs(n - offset) >= Math.abs(best.awaited - best.rows)) continue;
      fewest = n + offset;
      best = { awaited: n, rows: offset };
    }
    return best;
  }

  private lose(awaited: AwaitedRow): void {
    const row = this.strays.get(awaited.key);
    if (row !== undefined) {
      this.strays.delete(awaited.key);
      this.outcome.moved(awaited, row);
    } else if (this.lost.size < MOST_OUT_OF_PLACE) this.lost.set(awaited.key, awaited);
    else this.outcome.missing(awaited);
  }

  private stray(row: Row): void {
    const key = this.keyOf(row);
    const awaited = this.lost.get(key);
    if (awaited !== undefined) {
      this.lost.delete(key);
      this.outcome.moved(awaited, row);
    } else if (this.strays.size < MOST_OUT_OF_PLACE && !this.strays.has(key)) this.strays.set(key, row);
    else this.outcome.extra(row);
  }

  /** Reads on until there are this many rows. False when there were no more at all. */
  private async fill(wanted: number): Promise<boolean> {
    while (!this.ended && this.rows.length < wanted) {
      const next = await this.source.next();
      if (next.done === true) this.ended = true;
      else for (const row of next.value) this.rows.push(row);
    }
    return this.rows.length > 0;
  }
}
