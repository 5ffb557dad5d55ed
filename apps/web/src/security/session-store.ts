import connectPgSimple from 'connect-pg-simple';
import type { SessionStore } from '@fastify/session';
import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { IDLE_LIMIT } from '../sign-in/session-limits';

/** Sessions live in `app.web_session`: deleting a row signs its person out at once. */
export function postgresSessions(pool: Pool, report: (code: string) => void): SessionStore {
  const Store = connectPgSimple({ Store: EventEmitter });
  return new Store({
    pool,
    schemaName: 'app',
    tableName: 'web_session',
    ttl: IDLE_LIMIT / 1000,
    errorLog: () => report('session-pruning-failed'),
  });
}
