import type { TestInstance } from '../../../support/instance';

/** What looking, signing in and being counted as a visitor write, and the clock that tests move. */
const WRITTEN_BY_LOOKING = ['app.access_log', 'app.web_session', 'app.instance', 'app.worker_heartbeat'];

/** Signing in notes its day in an account; what an account may do has a revision. */
function writerOf(table: string): string {
  return table === 'app.staff_user' ? 'revision' : 'xmin::text::bigint';
}

/**
 * A fingerprint of each table: how many rows it has, and the sum of the transactions that wrote them, so that a row that
 * was changed shows as well as one that was added.
 */
export async function fingerprintOf(instance: TestInstance): Promise<() => Promise<string>> {
  const tables = await instance.admin<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       and n.nspname not like 'pg\\_%' and n.nspname not like 'bullmq%' order by 1`,
  );
  const kept = tables.map(({ name }) => name).filter((name) => !WRITTEN_BY_LOOKING.includes(name));
  const sql = kept
    .map(
      (name) => `select '${name}' as name, count(*) as rows, sum(${writerOf(name)}) as writers from ${name}`,
    )
    .join(' union all ');
  return async () => JSON.stringify(await instance.admin(sql));
}

/** Which tables differ between two fingerprints. */
export function changedTables(before: string, after: string): readonly string[] {
  const rowsOf = (text: string) =>
    new Map(
      (JSON.parse(text) as { name: string; rows: string; writers: string }[]).map(
        ({ name, rows, writers }) => [name, `${rows}/${writers}`],
      ),
    );
  const first = rowsOf(before);
  return [...rowsOf(after)].filter(([name, rows]) => first.get(name) !== rows).map(([name]) => name);
}

/** Remembers how the tables were, so that one look serves as the end of one check and the beginning of the next. */
export class TableWatch {
  private constructor(
    private readonly look: () => Promise<string>,
    private last: string,
  ) {}

  static async over(instance: TestInstance): Promise<TableWatch> {
    const look = await fingerprintOf(instance);
    return new TableWatch(look, await look());
  }

  async lookAgain(): Promise<void> {
    this.last = await this.look();
  }

  /** Which tables changed since the last look, which this is now. */
  async changed(): Promise<readonly string[]> {
    const before = this.last;
    await this.lookAgain();
    return changedTables(before, this.last);
  }
}
