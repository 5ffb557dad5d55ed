import { runMigrations } from 'bullmq';
import { Client, escapeIdentifier } from 'pg';
import { TIMERS_QUEUE } from '../jobs';

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
    await makeSequence(client);
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

/** BullMQ would make a queue's sequence when it first adds a job, which a role that owns nothing may not. */
async function makeSequence(client: Client): Promise<void> {
  const named = await client.query<{ name: string }>(`select ${QUEUE_SCHEMA}.job_id_seq_name($1) as name`, [
    TIMERS_QUEUE,
  ]);
  const name = named.rows[0]?.name;
  if (name === undefined) throw new Error('the queue names no sequence');
  await client.query(`create sequence if not exists ${QUEUE_SCHEMA}.${escapeIdentifier(name)}`);
}
