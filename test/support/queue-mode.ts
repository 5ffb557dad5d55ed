import { testRedisUrl } from './cluster';
import { describeWithRedis } from './redis';
import type { TestDatabase } from './postgres';

export type QueueMode = 'redis' | 'postgres' | 'none';

/** Set by the Jest project (test/support/queue-mode-*.ts): BullMQ's backend is chosen once for a process. */
export const queueMode = (process.env['QUEUE_MODE'] ?? 'none') as QueueMode;

/** A timer suite, run once in each project; in the Redis project only where there is a Redis. */
export function describeTimers(title: string, tests: () => void): void {
  if (queueMode === 'redis') describeWithRedis(title, () => tests());
  else describe(title, tests);
}

/** The queue part of a worker's environment for this project's mode. */
export function queueVariables(database: TestDatabase): Record<string, string> {
  return {
    QUEUE_MODE: queueMode,
    QUEUE_DATABASE_URL: database.url('queue'),
    REDIS_URL: testRedisUrl() ?? '',
  };
}
