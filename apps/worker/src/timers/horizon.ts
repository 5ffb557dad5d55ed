import { HOUR, MINUTE, plus, SECOND, type Instant } from '#libs/domain';
import {
  journalEnd,
  readJournal,
  serviceClock,
  type JournalPlace,
  type PlannedAfter,
  type WakeUpStore,
} from '#libs/persistence';
import type { WakeUpPort } from '#libs/queues';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** Only what falls due within it is queued, so the queue stays small however many deadlines are open. */
export const HORIZON_MILLISECONDS = 48 * HOUR;

const PAGE = 500;
const TAIL_MILLISECONDS = 250;
const LOOK_MILLISECONDS = 2 * SECOND;
/** Whatever slipped past everything else is queued again at the latest after this time. */
const REFILL_MILLISECONDS = 30 * MINUTE;
/** How far the filled edge may lag before the horizon is topped up. */
const TOP_UP_MILLISECONDS = 5 * MINUTE;

interface Filled {
  readonly at: Instant;
  /** Timers up to here are queued. */
  readonly edge: Instant;
  readonly offsetSeconds: number;
}

/**
 * Keeps the queue filled. After commit it tails the journal, so that a changed timer is queued within a moment; a
 * plain timer tops the far edge up and fills everything anew after a start, a wipe or a clock that jumped. Its place
 * in the journal is kept in memory only: starting is a refill, and queueing twice is queueing once.
 */
export class Horizon {
  private place: JournalPlace | null = null;
  private filled: Filled | null = null;
  private lookAt = 0;

  constructor(
    private readonly parts: {
      readonly source: DataSource;
      /** Of every kind; those that press most come first. */
      readonly stores: readonly WakeUpStore[];
      readonly queue: WakeUpPort;
      readonly logger: Logger;
    },
  ) {}

  /** The place in the journal is taken before the first fill, so nothing that happens during it is missed. */
  async round(): Promise<number> {
    this.place ??= await journalEnd(this.parts.source.manager);
    if (performance.now() >= this.lookAt) {
      await this.look();
      this.lookAt = performance.now() + LOOK_MILLISECONDS;
    }
    return this.tail(this.place);
  }

  /** Queues the timers that something happened to. */
  private async tail(after: JournalPlace): Promise<number> {
    const { source, stores, queue } = this.parts;
    const entries = await readJournal(source.manager, { after, limit: PAGE });
    const last = entries.at(-1);
    if (!last) return TAIL_MILLISECONDS;
    const { now } = await serviceClock(source);
    for (const store of stores) {
      const wakeUps = await store.changedBy(entries, { until: plus(now, HORIZON_MILLISECONDS) });
      await queue.enqueue({ wakeUps, serviceNow: now });
    }
    this.place = last.place;
    return entries.length === PAGE ? 0 : TAIL_MILLISECONDS;
  }

  /** Looks whether the queue still holds what it should, and fills it where it does not. */
  private async look(): Promise<void> {
    const { queue, source } = this.parts;
    const { now, offsetSeconds } = await serviceClock(source);
    const { filled } = this;
    const jumped = filled !== null && filled.offsetSeconds !== offsetSeconds;
    if (jumped) await queue.forget();
    if (filled === null || jumped || now - filled.at > REFILL_MILLISECONDS || !(await queue.remembers())) {
      const fill = await queue.beginFill();
      const edge = await this.fill(null);
      this.filled = (await queue.endFill(fill)) ? { at: now, edge, offsetSeconds } : null;
      return;
    }
    if (plus(now, HORIZON_MILLISECONDS) - filled.edge > TOP_UP_MILLISECONDS) {
      this.filled = { ...filled, edge: await this.fill(filled.edge) };
    }
  }

  /** Queues every kind up to the horizon and answers how far all of them are queued. */
  private async fill(from: Instant | null): Promise<Instant> {
    const edges: Instant[] = [];
    for (const store of this.parts.stores) edges.push(await this.fillFrom(store, from));
    return Math.min(...edges) as Instant;
  }

  /** Page by page; each page's delays come from a clock read just before. */
  private async fillFrom(store: WakeUpStore, from: Instant | null): Promise<Instant> {
    const { queue, logger } = this.parts;
    let after: PlannedAfter | null = from === null ? null : { fireAt: from, id: null };
    for (let queued = 0; ;) {
      const { now } = await store.clock();
      const edge = plus(now, HORIZON_MILLISECONDS);
      const wakeUps = await store.planned({ until: edge, after, limit: PAGE });
      await queue.enqueue({ wakeUps, serviceNow: now });
      queued += wakeUps.length;
      after = wakeUps.at(-1) ?? after;
      if (wakeUps.length === PAGE) continue;
      logger.info({ queued, kind: store.kind, whole: from === null }, 'the horizon is filled');
      return edge;
    }
  }
}
