import { randomUUID } from 'node:crypto';
import {
  DelayedError,
  withBackend,
  type BackendFactory,
  type IQueueBackend,
  type Job,
  type Queue,
  type Worker,
} from 'bullmq';
import type { Instant } from '#libs/domain';
import { JOB_NAMES, jobIdOf, TIMERS_QUEUE, wakeUpOf, wakeUpPayload, type WakeUpPayload } from '../jobs';
import {
  WakeBatcher,
  type TimedWakeUp,
  type WakeAnswer,
  type WakeHandler,
  type WakeUpPort,
} from '../wake-ups';

export interface QueueFailure {
  readonly code: string;
  readonly error: Error;
}

interface OpenOptions<Connection> {
  readonly mode: 'redis' | 'postgres';
  readonly backend: BackendFactory<IQueueBackend, Connection>;
  readonly producer: Connection;
  readonly consumer: Connection;
  readonly onFailure: (failure: QueueFailure) => void;
}

type TimerData = WakeUpPayload | Record<string, never>;
type TimerQueue = Pick<Queue<TimerData>, 'add' | 'addBulk' | 'getJob' | 'drain' | 'close'>;

/** As many jobs are held as fill one batch while another commits. */
const LARGEST_BATCH = 500;
const HELD = 2 * LARGEST_BATCH;
const GATHER_MILLISECONDS = 4;

/** A stock queue fails a job for good at its second stall; here a dead worker must never cost a wake-up. */
const STALLS_FORGIVEN = 1_000;
const STALL_CHECK_MILLISECONDS = 15_000;

/** Proof that the queue has kept its memory: a job that never comes due, gone once Redis was wiped. */
const MARK = 'filled';
const MARK_DELAY_MILLISECONDS = 365 * 24 * 3_600_000;
/** Longer than any refill takes; what a worker that died in one left behind rings then and is nothing. */
const FILL_MARK_DELAY_MILLISECONDS = 3_600_000;

const JOB_OPTIONS = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 20,
  backoff: { type: 'fixed', delay: 1_000 },
} as const;

/** BullMQ behind the port, on either of its backends. */
export class BullWakeUps<Connection> implements WakeUpPort {
  private worker: Pick<Worker, 'close' | 'pause' | 'resume'> | null = null;

  private constructor(
    private readonly options: OpenOptions<Connection>,
    private readonly queue: TimerQueue,
  ) {}

  static async open<Connection>(options: OpenOptions<Connection>): Promise<WakeUpPort> {
    const bull = withBackend(options.backend);
    const queue = new bull.Queue<TimerData>(TIMERS_QUEUE, { connection: options.producer });
    queue.on('error', (error) => options.onFailure({ code: 'queue-producer', error }));
    await queue.waitUntilReady();
    return new BullWakeUps(options, queue);
  }

  get mode(): 'redis' | 'postgres' {
    return this.options.mode;
  }

  async enqueue(request: {
    readonly wakeUps: readonly TimedWakeUp[];
    readonly serviceNow: Instant;
  }): Promise<void> {
    const { wakeUps, serviceNow } = request;
    for (let from = 0; from < wakeUps.length; from += LARGEST_BATCH) {
      const batch = wakeUps.slice(from, from + LARGEST_BATCH);
      await this.queue.addBulk(
        batch.map((wakeUp) => ({
          name: JOB_NAMES[wakeUp.kind],
          data: wakeUpPayload(wakeUp),
          opts: {
            ...JOB_OPTIONS,
            jobId: jobIdOf(wakeUp),
            delay: Math.max(0, wakeUp.fireAt - serviceNow),
          },
        })),
      );
    }
  }

  async onWake(handler: WakeHandler): Promise<void> {
    const batcher = new WakeBatcher<TimedWakeUp, WakeAnswer>({
      handle: handler,
      gatherMilliseconds: GATHER_MILLISECONDS,
      largest: LARGEST_BATCH,
    });
    const { consumer, backend, onFailure } = this.options;
    const bull = withBackend(backend);
    const worker = new bull.Worker<TimerData>(TIMERS_QUEUE, (job, token) => wake({ job, token, batcher }), {
      connection: consumer,
      concurrency: HELD,
      maxStalledCount: STALLS_FORGIVEN,
      stalledInterval: STALL_CHECK_MILLISECONDS,
    });
    worker.on('error', (error) => onFailure({ code: 'queue-consumer', error }));
    worker.on('failed', (_job, error) => onFailure({ code: 'wake-up-failed', error }));
    this.worker = worker;
    await worker.waitUntilReady();
  }

  /** Only this worker rests, and without waiting for what it holds: the queue itself goes on. */
  async rest(): Promise<void> {
    await this.worker?.pause(true);
  }

  async resume(): Promise<void> {
    await this.worker?.resume();
  }

  async remembers(): Promise<boolean> {
    return (await this.queue.getJob(MARK)) !== undefined;
  }

  async beginFill(): Promise<string> {
    const fill = `filling-${randomUUID()}`;
    await this.queue.add(MARK, {}, { ...JOB_OPTIONS, jobId: fill, delay: FILL_MARK_DELAY_MILLISECONDS });
    return fill;
  }

  async endFill(fill: string): Promise<boolean> {
    const kept = await this.queue.getJob(fill);
    if (kept === undefined) return false;
    await this.queue.add(MARK, {}, { ...JOB_OPTIONS, jobId: MARK, delay: MARK_DELAY_MILLISECONDS });
    await kept.remove();
    return true;
  }

  async forget(): Promise<void> {
    await this.queue.drain(true);
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue.close();
  }
}

/** A failed batch throws, so the queue tries again; one that rang too early goes back to sleep. */
async function wake(options: {
  job: Job<TimerData>;
  token: string | undefined;
  batcher: WakeBatcher<TimedWakeUp, WakeAnswer>;
}): Promise<void> {
  const { job, token, batcher } = options;
  const wakeUp = wakeUpOf(job.data);
  if (wakeUp === null) return;
  const answer = await batcher.add(wakeUp);
  if (answer.kind === 'done') return;
  if (answer.kind === 'failed') throw new Error('the timer could not be fired');
  await job.moveToDelayed(Date.now() + answer.inMilliseconds, token);
  throw new DelayedError();
}
