import type { DataSource } from 'typeorm';
import type { JournalConsumer } from '../journal-tail';
import { factsConsumer } from './facts-consumer';
import { figureBuild, type Side } from './figure-build';
import { FigureRebuild, type RebuildOptions } from './figure-rebuild';
import { turnRecords } from './project-entries';

/** Builds the facts behind every figure, and their rollups, from the journal and from nothing else (P10). */
export class PromiseFactProjector {
  constructor(
    private readonly source: DataSource,
    private readonly options: { readonly limit?: number } = {},
  ) {}

  /**
   * Handles one batch of the journal, or turns clocks that have run out since into misses. Returns how many there were:
   * 0 when there is nothing to do or another worker does it.
   */
  async step(): Promise<number> {
    const { live } = await figureBuild(this.source);
    const consumer = factsConsumer(this.source, { ...this.options, side: live });
    const handled = await consumer.step();
    return handled > 0 ? handled : turned(this.source, consumer, live);
  }

  /** Until nothing is left to do; returns how much there was. */
  async catchUp(): Promise<number> {
    let handled = 0;
    for (let step = await this.step(); step > 0; step = await this.step()) handled += step;
    return handled;
  }

  /**
   * Reads the journal from its beginning into the other side, and then lets that be read. Until then the figures are
   * what they were, and go on being kept. One that was broken off goes on where it was.
   */
  rebuild(options: RebuildOptions = {}): Promise<number> {
    return new FigureRebuild(this.source, { ...this.options, ...options }).run();
  }
}

/** Looks first: locking the cursor would cost a write each time no clock has run out. */
async function turned(source: DataSource, consumer: JournalConsumer, side: Side): Promise<number> {
  const [found] = await source.query<unknown[]>(
    `select 1 where exists (select 1 from report.promise_fact where side = $1 and turns_at < app.service_now())
       or exists (select 1 from report.complaint_fact where side = $1 and turns_at < app.service_now())`,
    [side],
  );
  return found === undefined ? 0 : consumer.exclusively((manager) => turnRecords(manager, side));
}
