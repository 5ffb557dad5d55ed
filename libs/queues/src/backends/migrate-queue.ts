import { runMigrations } from 'bullmq';
import { Client } from 'pg';

export const QUEUE_SCHEMA = 'bullmq';
const QUEUE_ROLE = 'waymark_queue';

/**
 * Prepares the queue's own schema in PostgreSQL: a step of deployment, never of a start. The migrator owns the
 * tables and the queue's role may only work with them, so no process that runs can alter what it stands on.
 */
export async function migrateQueue({ migratorUrl }: { readonly migratorUrl: string }): Promise<void> {
  const client = new Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      grant usage on schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE};
      grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE};
      grant execute on all functions in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE};
    `);
  } finally {
    await client.end();
  }
}
