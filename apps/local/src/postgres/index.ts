export { removeCluster } from './cluster-folder';
export { copyDatabase, createDatabase, databaseExists, dropDatabase, withClient } from './databases';
export { freePort } from './free-port';
export { isRunning, recordedPostmaster, stopPostmaster } from './postmaster';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres';
