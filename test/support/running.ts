import type { RunningPostgres } from '../../apps/local/src/postgres';
import type { RunningRedis } from './redis-server';

interface Running {
  folder?: string;
  postgres?: RunningPostgres;
  redis?: RunningRedis | undefined;
}

const home = globalThis as typeof globalThis & { waymarkTestServers?: Running };

/** Jest loads set-up and tear-down as separate module graphs of one process; the global object is what they share. */
export const running: Running = (home.waymarkTestServers ??= {});
