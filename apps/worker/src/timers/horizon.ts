import { HOUR, MINUTE, plus, SECOND, type CaseId, type Instant } from '#libs/domain';
import {
  journalEnd,
  readJournal,
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
      readonly store: WakeUpStore;
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

  /** Queues the timers of cases that something happened to. */
  private async tail(after: JournalPlace): Promise<number> {
    const { source, store, queue } = this.parts;
    const entries = await readJournal(source.manager, { after, limit: PAGE });
    const last = entries.at(-1);
    if (!last) return TAIL_MILLISECONDS;
    const caseIds = new Set(entries.flatMap(({ caseId }): CaseId[] => (caseId === null ? [] : [caseId])));
    const { now } = await store.clock();
    const wakeUps = await store.ofCases([...caseIds], { until: plus(now, HORIZON_MILLISECONDS) });
    await queue.enqueue({ wakeUps, serviceNow: now });
    this.place = last.place;
    return entries.length === PAGE ? 0 : TAIL_MILLISECONDS;
  }

  /** Looks whether the queue still holds what it should, and fills it where it does not. */
  private async look(): Promise<void> {
    const { queue, store } = this.parts;
    const { now, offsetSeconds } = await store.clock();
    const { filled } = this;
    const jumped = filled !== null && filled.offsetSeconds !== offsetSeconds;
    if (jumped) await queue.forget();
    if (filled === null || jumped || now - filled.at > REFILL_MILLISECONDS || !(await queue.remembers())) {
      const edge = await this.fill(null);
      await queue.markFilled();
      this.filled = { at: now, edge, offsetSeconds };
      return;
    }
    if (plus(now, HORIZON_MILLISECONDS) - filled.edge > TOP_UP_MILLISECONDS) {
      this.filled = { ...filled, edge: await this.fill(filled.edge) };
    }
  }

  /** Queues page by page up to the horizon; each page's delays come from a clock read just before. */
  private async fill(from: Instant | null): Promise<Instant> {
    const { store, queue, logger } = this.parts;
    let after: PlannedAfter | null = from === null ? null : { fireAt: from, deadlineId: null };
    for (let queued = 0; ;) {
      const { now } = await store.clock();
      const edge = plus(now, HORIZON_MILLISECONDS);
      const wakeUps = await store.planned({ until: edge, after, limit: PAGE });
      await queue.enqueue({ wakeUps, serviceNow: now });
      queued += wakeUps.length;
      after = wakeUps.at(-1) ?? after;
      if (wakeUps.length === PAGE) continue;
      logger.info({ queued, whole: from === null }, 'the horizon is filled');
      return edge;
    }
  }
}
