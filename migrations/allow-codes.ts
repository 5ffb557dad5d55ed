/**
 * More codes in the list that a named check keeps, whatever stands in it by now: two migrations that each add a code
 * need not know of one another. Going down leaves the codes, for rows that carry them stay.
 */
export function allowCodes(list: {
  readonly table: string;
  readonly constraint: string;
  readonly column: string;
  readonly codes: readonly string[];
}): string {
  const { table, constraint, column, codes } = list;
  return `
    do $$ declare known text; begin
      select string_agg(distinct quote_literal(code), ', ') into known from (
        select m.found[1] as code from pg_constraint c,
          regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''', 'g') as m(found)
        where c.conname = '${constraint}' and c.conrelid = '${table}'::regclass
        union select unnest(array[${codes.map((code) => `'${code}'`).join(', ')}])
      ) listed;
      execute format('alter table ${table} drop constraint ${constraint},
        add constraint ${constraint} check (${column} in (%s))', known);
    end $$;`;
}

/** What the vault may seal of a person. */
export const allowSealed = (...codes: readonly string[]): string =>
  allowCodes({ table: 'vault.person_record', constraint: 'person_record_kind_known', column: 'kind', codes });

/** What an entry of the access log may say was seen. */
export const allowSeen = (...codes: readonly string[]): string =>
  allowCodes({ table: 'app.access_log', constraint: 'access_log_what_known', column: 'what', codes });
