import type { Duty } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { DutyRow } from './duty.row';

/** What an update may change; the rest of a duty is what it was opened as. */
const CHANGEABLE = [
  'trackId',
  'triggerId',
  'triggeredAt',
  'timing',
  'state',
  'clockStartedAt',
  'clockBy',
  'dueAt',
  'upstreamDueAt',
  'version',
  'nextFireAt',
  'promptedAt',
  'deliveredAt',
  'evidence',
  'deliveredBy',
  'earlyReason',
  'confirmationAwaited',
  'chosenAt',
  'chosenHow',
  'endReason',
  'recordedBy',
  'revision',
] as const satisfies readonly (keyof Duty)[];

/** Inserts duties by one statement, however many there are. */
export async function insertDuties(manager: EntityManager, duties: readonly Duty[]): Promise<void> {
  if (duties.length === 0) return;
  const columns = columnsOf(manager).map(({ databaseName }) => databaseName);
  await manager.query(
    `insert into app.duty (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::app.duty, $1::jsonb)`,
    [rowsOf(manager, duties)],
  );
}

/** Saves what changed in duties by one statement. */
export async function updateDuties(manager: EntityManager, duties: readonly Duty[]): Promise<void> {
  if (duties.length === 0) return;
  const columns = columnsOf(manager)
    .filter(({ propertyName }) => (CHANGEABLE as readonly string[]).includes(propertyName))
    .map(({ databaseName }) => databaseName);
  await manager.query(
    `update app.duty d set ${columns.map((column) => `${column} = n.${column}`).join(', ')}
     from jsonb_populate_recordset(null::app.duty, $1::jsonb) n where d.duty_id = n.duty_id`,
    [rowsOf(manager, duties)],
  );
}

function columnsOf(manager: EntityManager) {
  return manager.connection.getMetadata(DutyRow).columns;
}

/** The duties as rows in JSON, under the names of their columns. */
function rowsOf(manager: EntityManager, duties: readonly Duty[]): string {
  const columns = columnsOf(manager);
  const { driver } = manager.connection;
  return JSON.stringify(
    duties.map((duty) =>
      Object.fromEntries(
        columns.map((column) => [
          column.databaseName,
          driver.preparePersistentValue(duty[column.propertyName as keyof Duty], column),
        ]),
      ),
    ),
  );
}
