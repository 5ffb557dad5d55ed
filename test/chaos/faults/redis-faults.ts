import { setTimeout as pause } from 'node:timers/promises';
import type { Harm, Outcome } from '../injector';
import type { RedisServer } from '../redis-server';
import type { Fault } from '../schedule';

/** Everything that Redis can do to a queue. */
export function redisFault(fault: Fault, { system, refills, turns }: Harm): Promise<Outcome> {
  const { redis } = system;
  if (redis === null) return Promise.resolve('the queue is not on Redis');
  return turns.take('redis', async () => {
    const forgets = fault.kind === 'redis-flush' || fault.kind === 'redis-old-dump';
    if (forgets) await refills.before();
    await harm(redis, fault);
    if (forgets) refills.measure();
    return null;
  });
}

async function harm(redis: RedisServer, { kind, lastsMs }: Fault): Promise<void> {
  switch (kind) {
    case 'redis-kill':
      await redis.kill();
      await pause(lastsMs);
      return redis.startAgain();
    case 'redis-old-dump':
      await redis.kill();
      await pause(lastsMs);
      return redis.startFromOldDump();
    case 'redis-stop':
      redis.signal('SIGSTOP');
      await pause(lastsMs);
      return redis.signal('SIGCONT');
    case 'redis-flush':
      await redis.ask((client) => client.flushall());
      return;
    case 'redis-out-of-memory':
      await redis.ask((client) => client.config('SET', 'maxmemory', '1'));
      await pause(lastsMs);
      await redis.ask((client) => client.config('SET', 'maxmemory', '0'));
      return;
    case 'redis-read-only':
      // A replica of nobody, as after a fail-over that went the wrong way.
      await redis.ask((client) => client.replicaof('127.0.0.1', 1));
      await pause(lastsMs);
      await redis.ask((client) => client.replicaof('NO', 'ONE'));
      return;
    case 'redis-slow':
      await redis.ask((client) => client.call('CLIENT', 'PAUSE', String(lastsMs), 'ALL'));
      await pause(lastsMs);
      return;
    default:
      throw new Error(`${kind} is no fault of Redis.`);
  }
}
