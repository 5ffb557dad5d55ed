import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';

interface RowInsert {
  readonly name: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** Everything that one referral through the API wrote, as inserts of one row each, in an order that keys allow. */
export type ReferralRows = readonly RowInsert[];

/** Where each table keeps what belongs to a case; `$1` is the case. */
const TABLES: readonly (readonly [schema: string, table: string, where: string])[] = [
  ...['person', 'report', 'incident', 'referral', 'case_file', 'safe_contact_card', 'contact_route'].map(
    (table) =>
      ['app', table, 'person_id = (select person_id from app.case_file where case_id = $1)'] as const,
  ),
  ['vault', 'person_record', 'person_id = (select person_id from app.case_file where case_id = $1)'],
  ['app', 'deadline', 'case_id = $1'],
  ['app', 'deadline_version', 'deadline_id in (select deadline_id from app.deadline where case_id = $1)'],
  ['app', 'journal', 'case_id = $1'],
  [
    'app',
    'idempotency_key',
    `response_body ->> 'referralId' = (select referral_id::text from app.case_file where case_id = $1)`,
  ],
];

export async function rowsOfCase(client: Client, caseId: string): Promise<ReferralRows> {
  const inserts: RowInsert[] = [];
  for (const [schema, table, where] of TABLES) {
    const columns = await columnsOf(client, schema, table);
    const list = columns.map(({ name }) => `"${name}"`).join(', ');
    const found = await client.query<Record<string, unknown>>(
      `select ${list} from ${schema}.${table} where ${where}`,
      [caseId],
    );
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    for (const row of found.rows) {
      const values = columns.map(({ name, json }) => (json ? JSON.stringify(row[name]) : row[name]));
      const text = `insert into ${schema}.${table} (${list}) values (${places})`;
      inserts.push({ name: `bench_${table}`, text, columns: columns.map(({ name }) => name), values });
    }
  }
  return inserts;
}

async function columnsOf(client: Client, schema: string, table: string) {
  const { rows } = await client.query<{ name: string; json: boolean }>(
    `select column_name as name, data_type in ('json', 'jsonb') as json from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER'
       and (column_default is null or column_default not like '%pg_current_xact_id%')
     order by ordinal_position`,
    [schema, table],
  );
  return rows;
}

/** Columns of which two referrals never hold the same value. */
const FRESH_TEXT: Readonly<Record<string, () => string>> = {
  reference: () => `WM-${randomBytes(4).toString('hex')}`,
  key: () => randomUUID(),
};

const OWN_IDS = [
  'person_id',
  'report_id',
  'incident_id',
  'referral_id',
  'case_id',
  'route_id',
  'deadline_id',
];

/** The same rows for another referral that is like the first one but in its ids. */
export function anotherOf(rows: ReferralRows): ReferralRows {
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { columns, values } of rows) {
    for (const [index, column] of columns.entries()) {
      const value = String(values[index]);
      if (OWN_IDS.includes(column) && !ids.has(value)) ids.set(value, randomUUID());
      const fresh = FRESH_TEXT[column];
      if (fresh !== undefined && !texts.has(value)) texts.set(value, fresh());
    }
  }
  const renamed = (value: unknown) =>
    typeof value === 'string' ? (texts.get(value) ?? withOtherIds(value, ids)) : value;
  return rows.map((row) => ({ ...row, values: row.values.map(renamed) }));
}

function withOtherIds(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? id);
}

/** One transaction of single statements, as a program without this service would write it. */
export async function write(client: Client, rows: ReferralRows): Promise<void> {
  await client.query('begin');
  for (const { name, text, values } of rows) await client.query({ name, text, values: [...values] });
  await client.query('commit');
}
