import { Redis } from 'ioredis';
import { StartProblem } from './problem';

/** Better one sentence now than a worker that keeps starting again. */
export async function requireRedis(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000 });
  let reason = 'no answer';
  client.on('error', (error: Error) => (reason = error.message || reason));
  try {
    await client.connect();
    await client.ping();
  } catch {
    throw new StartProblem(`The Redis at REDIS_URL cannot be reached (${reason}).`);
  } finally {
    client.disconnect();
  }
}

export async function requireIssuer(issuer: string): Promise<void> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (response?.ok) return;
  throw new StartProblem('The OpenID provider at OIDC_ISSUER does not answer with its configuration.');
}
