import 'reflect-metadata';
import { migrateEnvironment, withLocalInstance } from '#libs/config';
import { migrate } from '#libs/persistence';
import { migrateQueue } from '#libs/queues';

/** Brings both databases and the queue's own tables to this version; running it again does nothing. */
export async function runMigrate(): Promise<number> {
  const settings = migrateEnvironment(withLocalInstance(process.env));
  const { ran } = await migrate(settings);
  await migrateQueue({ migratorUrl: settings.migratorUrl });
  console.log(
    ran.length === 0
      ? 'The databases are up to date.'
      : `${ran.length === 1 ? 'One step' : `${ran.length} steps`} run, the last ${ran.at(-1)}.`,
  );
  return 0;
}
