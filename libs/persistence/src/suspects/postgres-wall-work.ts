import type { WallTransaction, WallWork } from '#libs/casework';
import type { DataSourceOptions } from 'typeorm';
import { PostgresAccessLog } from '../access-log';
import { SnakeCaseNames } from '../columns';
import { PostgresJournal } from '../journal';
import { PostgresWork, type Begun } from '../unit-of-work';
import { WallRow } from '../walls';
import { ConflictRow, PostgresConflictStore } from './conflict.store';
import { PostgresSuspectStore } from './suspect.store';

/** Units of work on the wall's own role and connections: nothing else reaches the schema of suspects. */
export class PostgresWallWork extends PostgresWork<WallTransaction> implements WallWork {
  protected open({ manager, now, actor }: Begun): WallTransaction {
    return {
      actor,
      now,
      journal: new PostgresJournal(manager, actor, now),
      accessLog: new PostgresAccessLog(manager, actor, now),
      suspects: new PostgresSuspectStore(manager),
      conflicts: new PostgresConflictStore(manager),
    };
  }
}

/** The wall's few connections, on its own role. */
export function wallDataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [ConflictRow, WallRow],
    namingStrategy: new SnakeCaseNames(),
    poolSize: 3,
    extra: { connectionTimeoutMillis: 5_000 },
  };
}
