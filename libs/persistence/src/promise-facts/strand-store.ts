import type { CaseId, StrandFact } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import type { Side } from './figure-build';

/** The strands of these cases, on one side. */
export function strandFacts(
  manager: EntityManager,
  { side, caseIds }: { readonly side: Side; readonly caseIds: readonly CaseId[] },
): Promise<StrandFact[]> {
  return manager.query<StrandFact[]>(
    `select fact_id as id, kind, case_id as "caseId", month_on::text as "monthOn", value, state, evidence
     from report.strand_fact where side = $1 and case_id = any($2::uuid[])`,
    [side, caseIds],
  );
}

export async function saveStrandFacts(
  manager: EntityManager,
  side: Side,
  strands: readonly StrandFact[],
): Promise<void> {
  if (strands.length === 0) return;
  const rows = strands.map(({ id, caseId, monthOn, ...rest }) => ({
    fact_id: id,
    case_id: caseId,
    month_on: monthOn,
    ...rest,
  }));
  await manager.query(SAVE, [side, JSON.stringify(rows)]);
}

const SAVE = `
  insert into report.strand_fact (side, kind, fact_id, case_id, month_on, value, state, evidence)
  select $1, x.* from jsonb_to_recordset($2::jsonb)
    as x(kind text, fact_id uuid, case_id uuid, month_on date, value text, state text, evidence jsonb)
  on conflict (side, kind, fact_id) do update set month_on = excluded.month_on, value = excluded.value,
    state = excluded.state, evidence = excluded.evidence`;
