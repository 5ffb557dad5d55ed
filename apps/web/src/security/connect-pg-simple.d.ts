declare module 'connect-pg-simple' {
  import type { SessionStore } from '@fastify/session';
  import type { EventEmitter } from 'node:events';
  import type { Pool } from 'pg';

  export interface PostgresStoreOptions {
    readonly pool: Pool;
    readonly schemaName: string;
    readonly tableName: string;
    /** Seconds. */
    readonly ttl: number;
    readonly errorLog: (...parts: readonly unknown[]) => void;
  }

  export default function connectPgSimple(session: {
    Store: typeof EventEmitter;
  }): new (options: PostgresStoreOptions) => SessionStore & { close(): Promise<void> };
}
