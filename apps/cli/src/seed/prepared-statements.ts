import type { PoolClient } from 'pg';

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * Gives every statement with parameters a name, so that PostgreSQL parses and plans it once and not ten thousand
 * times. A plan carries the row-level security of a role, so each role has names of its own. For a connection whose
 * whole life is one bulk telling.
 */
export function prepareStatements(client: PoolClient, roleNow: () => string): void {
  const names = new Map<string, string>();
  const send = client.query.bind(client) as Query;
  const query: Query = (text, values, ...rest) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
      return send(text, values, ...rest);
    }
    const key = `${roleNow()} ${text}`;
    const name = names.get(key) ?? `seed_${names.size}`;
    names.set(key, name);
    return send({ name, text, values }, ...rest);
  };
  Object.assign(client, { query });
}
