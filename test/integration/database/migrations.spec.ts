import { DataSource } from 'typeorm';
import { mainMigrations } from '../../../migrations';
import { schemaOf } from '../../support/schema-of';
import { useTestDatabase } from '../../support/postgres';

const database = useTestDatabase();

/** The oldest step whose undoing is kept right: what came before it has landed and is never edited. */
const OLDEST_UNDONE = 'NarrowWhoReadsAndWrites1790000000023';

describe('the migrations', () => {
  it('can be taken back one by one and made again, and the database is the same to the letter', async () => {
    const steps = mainMigrations.length - mainMigrations.findIndex(({ name }) => name === OLDEST_UNDONE);
    const source = await new DataSource({
      type: 'postgres',
      url: database().adminUrl,
      migrations: mainMigrations,
      migrationsTableName: 'migration_step',
    }).initialize();
    try {
      const before = await schemaOf(source);
      for (let step = 0; step < steps; step += 1) await source.undoLastMigration({ transaction: 'each' });
      expect(await schemaOf(source)).not.toEqual(before);
      await source.runMigrations({ transaction: 'each' });
      expect(await schemaOf(source)).toEqual(before);
    } finally {
      await source.destroy();
    }
  }, 60_000);

  it('run in the order in which they are listed', () => {
    const numbers = mainMigrations.map(({ name }) => Number(name.slice(-13)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
