import type { NoteTransaction, NoteWork } from '#libs/casework';
import type { NoteWall, RecordWall } from '#libs/domain';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { PostgresAccessLog } from '../access-log';
import { SnakeCaseNames } from '../columns';
import { PostgresJournal } from '../journal';
import { PostgresWork, type Begun } from '../unit-of-work';
import { PostgresNoteStore } from './note.store';
import { PostgresTherapyMilestoneStore } from './therapy-milestone.store';

/** Units of work on the role of one wall of notes: nothing else reaches its schema. */
export class PostgresNoteWork extends PostgresWork<NoteTransaction> implements NoteWork {
  constructor(
    source: DataSource,
    private readonly wall: RecordWall,
  ) {
    super(source);
  }

  protected open({ manager, now, actor }: Begun): NoteTransaction {
    return {
      actor,
      now,
      journal: new PostgresJournal(manager, actor, now),
      accessLog: new PostgresAccessLog(manager, actor, now),
      notes: new PostgresNoteStore(manager, this.wall as NoteWall),
      milestones: new PostgresTherapyMilestoneStore(manager),
    };
  }
}

/** A wall's few connections, on its own role. */
export function noteDataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    namingStrategy: new SnakeCaseNames(),
    poolSize: 2,
    extra: { connectionTimeoutMillis: 5_000 },
  };
}
