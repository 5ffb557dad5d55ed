import type { DataSource } from 'typeorm';

const OURS = `(select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')`;
const sorted = (acl: string) => `(select array_agg(a::text order by a::text) from unnest(${acl}) a)`;

const QUESTIONS = {
  schemas: `select nspname as name, ${sorted('nspacl')} as grants from pg_namespace where oid in ${OURS} order by 1`,
  relations: `select oid::regclass::text as name, relkind, relrowsecurity, relforcerowsecurity,
      relowner::regrole::text as owner, ${sorted('relacl')} as grants
    from pg_class where relnamespace in ${OURS} order by 1`,
  columns: `select a.attrelid::regclass::text as relation, a.attname as name,
      row_number() over (partition by a.attrelid order by a.attnum)::integer as place,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, a.attidentity, a.attgenerated,
      pg_get_expr(d.adbin, d.adrelid) as default, ${sorted('a.attacl')} as grants
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relnamespace in ${OURS} order by 1, 3`,
  constraints: `select conrelid::regclass::text as relation, conname, convalidated, pg_get_constraintdef(oid) as rule
    from pg_constraint where connamespace in ${OURS} order by 1, 2`,
  indexes: `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as rule
    from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace in ${OURS} order by 1`,
  policies: 'select * from pg_policies order by schemaname, tablename, policyname',
  functions: `select oid::regprocedure::text as name, pg_get_functiondef(oid) as body, proowner::regrole::text as owner,
      ${sorted('proacl')} as grants
    from pg_proc where pronamespace in ${OURS} and prokind <> 'a' order by 1`,
  triggers: `select tgrelid::regclass::text as relation, tgname, tgenabled, pg_get_triggerdef(oid) as rule
    from pg_trigger where not tgisinternal order by 1, 2`,
};

/** All that a database is made of but its rows, in an order of its own, so that two of them can be compared. */
export async function schemaOf(source: DataSource): Promise<Record<string, unknown>> {
  const schema: Record<string, unknown> = {};
  for (const [part, question] of Object.entries(QUESTIONS)) schema[part] = await source.query(question);
  return schema;
}
