import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';

/** Connections to the key database, closed with the process. */
@Injectable()
export class KeyPool implements OnApplicationShutdown {
  constructor(readonly pool: Pool) {
    // An idle connection that drops is replaced when it is next needed.
    pool.on('error', () => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
