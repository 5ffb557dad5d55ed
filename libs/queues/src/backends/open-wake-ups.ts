import type { QueueEnvironment } from '#libs/config';
import { createPostgresBackend, createRedisBackend, type PostgresConnectionOptions } from 'bullmq';
import type { WakeUpPort } from '../wake-ups';
import { BullWakeUps, type QueueFailure } from './bull-wake-ups';
import { QUEUE_SCHEMA } from './migrate-queue';
import { openNowOrLater } from './late-wake-ups';
import { NoWakeUps } from './no-wake-ups';
import { ForgetfulRedisError, refuseForgetfulRedis } from './redis-policy';

export interface OpenWakeUps {
  readonly environment: QueueEnvironment;
  /** Trouble that heals itself: the queue is only a wake-up, so a failure is news and not an emergency. */
  readonly onFailure: (failure: QueueFailure) => void;
}

/** Opens the queue of the configured mode. A Redis that may forget is refused; one that is away is waited for beside the work. */
export async function openWakeUps({ environment, onFailure }: OpenWakeUps): Promise<WakeUpPort> {
  if (environment.mode === 'none') return new NoWakeUps();
  if (environment.mode === 'redis') {
    const { redisUrl } = environment;
    return openNowOrLater({
      mode: 'redis',
      open: () => openOnRedis(redisUrl, onFailure),
      isFinal: (error) => error instanceof ForgetfulRedisError,
      onFailure,
    });
  }
  const connection: PostgresConnectionOptions = {
    connectionString: environment.databaseUrl,
    schema: QUEUE_SCHEMA,
    max: 4,
    connectionTimeoutMillis: 10_000,
  };
  return BullWakeUps.open({
    mode: 'postgres',
    backend: createPostgresBackend,
    producer: connection,
    consumer: { ...connection, max: 8 },
    onFailure,
  });
}

async function openOnRedis(redisUrl: string, onFailure: OpenWakeUps['onFailure']): Promise<WakeUpPort> {
  await refuseForgetfulRedis(redisUrl);
  return BullWakeUps.open({
    mode: 'redis',
    backend: createRedisBackend,
    // A producer answers at once when Redis is away; a consumer waits for it to come back.
    producer: { url: redisUrl, maxRetriesPerRequest: 1, enableOfflineQueue: false },
    consumer: { url: redisUrl, maxRetriesPerRequest: null },
    onFailure,
  });
}
