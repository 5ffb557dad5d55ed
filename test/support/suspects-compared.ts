import { CompareSuspects } from '#libs/casework';
import { markPeopleForTheWall, PostgresWallWork, wallDataSourceOptions } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { caughtUp } from './caught-up';
import type { TestInstance } from './instance';

/** Does what the worker does behind the wall: marks everybody, then compares suspects with them. */
export async function suspectsCompared(instance: TestInstance): Promise<void> {
  const { worker, workerWork, vault, ids, database } = instance;
  const source = await new DataSource(wallDataSourceOptions(database.url('wall'))).initialize();
  try {
    const wall = new PostgresWallWork(source);
    await caughtUp(instance, markPeopleForTheWall({ source: worker, wall, vault }));
    const compare = new CompareSuspects(workerWork, wall, ids);
    while ((await compare.execute()) > 0);
  } finally {
    await source.destroy();
  }
}
