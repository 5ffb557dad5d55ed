import { Redis } from 'ioredis';

/** Under any other policy Redis may drop wake-ups, and even their locks, when memory is short; BullMQ only warns. */
export class ForgetfulRedisError extends Error {
  constructor(readonly policy: string) {
    super(`Redis must run with maxmemory-policy noeviction, and has ${policy}.`);
  }
}

const PATIENCE_MILLISECONDS = 10_000;

/** Refuses a Redis that forgets. INFO is asked, because managed services often close CONFIG. */
export async function refuseForgetfulRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: PATIENCE_MILLISECONDS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const info = await client.info('memory');
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'unknown';
    if (policy !== 'noeviction') throw new ForgetfulRedisError(policy);
  } finally {
    client.disconnect();
  }
}
