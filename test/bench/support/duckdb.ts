/** The part of DuckDB's client that the comparison uses. */
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjects(): Record<string, unknown>[] }>;
}
interface DuckClient {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ connect(): Promise<DuckConnection> }>;
  };
}

const ASKED_FOR = process.env['DUCKDB_CLIENT'] ?? '@duckdb/node-api';

/**
 * DuckDB with two threads, in a file, or null when its client is not installed: at 70 MB it is not among the packages.
 * `npm install --no-save @duckdb/node-api`, or name an installed one in DUCKDB_CLIENT.
 */
export async function openDuckDb(file: string): Promise<DuckConnection | null> {
  let client: DuckClient;
  try {
    client = (await import(ASKED_FOR)) as DuckClient;
  } catch {
    return null;
  }
  const instance = await client.DuckDBInstance.create(file, { threads: '2' });
  return instance.connect();
}
export type { DuckConnection };
