import { testRedisUrl } from './cluster';
import { NO_REDIS } from './redis-server';

/** A block that needs Redis: skipped by name where there is none (with REQUIRE_ALL=1 the run fails at its start). */
export function describeWithRedis(title: string, tests: (redisUrl: string) => void): void {
  const url = testRedisUrl();
  if (url === undefined) {
    describe.skip(`${title} (skipped: ${NO_REDIS})`, () => tests(''));
    return;
  }
  describe(title, () => tests(url));
}
