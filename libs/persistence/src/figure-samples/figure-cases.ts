import type { DrawnCases, FigureCases, SampledCase } from '#libs/casework';
import {
  DAY_GROUPS,
  isDayGroup,
  LIVE_TABLES,
  monthsOfSpan,
  type Instant,
  type RollupDimension,
  type SampledFigure,
} from '#libs/domain';
import type { DataSource } from 'typeorm';
import { dateOf } from '../columns';
import { figureBuild } from '../promise-facts';

/** Where a row of a table stands among the facts. */
const COLUMNS: Readonly<Partial<Record<RollupDimension, string>>> = {
  district: 'r.district',
  centre: 'r.centre',
  'offence-group': 'r.offence_group',
  source: 'p.source',
  weekday: 'r.weekday',
};

/**
 * Draws from the facts that figures are counted from, on the role that sees figures. The names of the cases come of a
 * secret that is made for this draw and kept nowhere.
 */
export class PostgresFigureCases implements FigureCases {
  constructor(private readonly reports: DataSource) {}

  async draw(
    figure: SampledFigure,
    { seed, size, now }: { readonly seed: string; readonly size: number; readonly now: Instant },
  ): Promise<DrawnCases> {
    const { live } = await figureBuild(this.reports);
    const { from, to, values, column } = placeOf(figure);
    const rows = await this.reports.query<(SampledCase & { population: number })[]>(drawing(column), [
      live,
      from,
      to,
      figure.limb,
      figure.part,
      dateOf(now),
      seed,
      size,
      values,
    ]);
    const population = rows[0]?.population ?? 0;
    return { population, cases: rows.map(({ population: _population, ...sampled }) => sampled) };
  }
}

function placeOf({ table, span, until, value }: SampledFigure) {
  const { from, to } = monthsOfSpan(span, until);
  if (value === null) return { from, to, values: [], column: null };
  if (table === 'promise-by-month') {
    return { from: `${value}-01`, to: `${value}-01`, values: [], column: null };
  }
  const values: readonly string[] = isDayGroup(value) ? DAY_GROUPS[value] : [value];
  return { from, to, values, column: COLUMNS[LIVE_TABLES[table].dimension] ?? null };
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const at = (column: string) => `to_char(${column} at time zone 'UTC', ${ISO})`;

/** The state is worked out again as it stands now: a clock that has just run out is a miss. */
const drawing = (column: string | null) => `
  with secret as materialized (select gen_random_uuid()::text as word),
  part as (
    select p.*, r.started_at, r.submitted_at, r.attempts, r.exceptions,
      case when p.state = 'open' and p.turns_at < $6 then 'missed' else p.state end as stands
    from report.promise_fact p join report.referral_fact r on r.side = p.side and r.case_id = p.case_id
    where p.side = $1 and p.month_on between $2::date and $3::date and p.limb = $4
      and ${column === null ? `p.source = 'police' and cardinality($9::text[]) = 0` : `${column} = any($9::text[])`}
      ${column === 'p.source' || column === null ? '' : `and p.source = 'police'`}
  )
  select count(*) over ()::integer as population,
    encode(substring(sha256(convert_to(s.word || p.referral_id::text, 'UTF8')) from 1 for 5), 'hex') as "case",
    p.limb, p.stands as state, ${at('p.started_at')} as "startedAt", ${at('p.submitted_at')} as "submittedAt",
    ${at('p.due_at')} as "dueAt", ${at('p.met_at')} as "metAt", p.basis, p.miss_reason as "missReason",
    p.cancelled_because as "cancelledBecause",
    coalesce((select jsonb_agg(jsonb_build_object('at', ${at('(a->>$q$at$q$)::timestamptz')}, 'outcome', a->>'outcome')
      order by a->>'at')
      from jsonb_array_elements(p.attempts) a where a->>'confirmation' <> 'declined'), '[]') as attempts,
    coalesce((select jsonb_agg(jsonb_build_object('from', ${at('(e->>$q$from$q$)::timestamptz')}, 'reason', e->>'reason')
      order by e->>'from') from jsonb_array_elements(p.exceptions) e), '[]') as exceptions
  from part p cross join secret s
  where p.stands = $5
  order by sha256(convert_to($7 || p.referral_id::text, 'UTF8')) limit $8`;
