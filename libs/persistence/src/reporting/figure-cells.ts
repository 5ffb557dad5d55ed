import {
  CellTally,
  contributionsOf,
  COUNTY_STEP,
  PART_STEP,
  spreadOf,
  type CaseId,
  type Cell,
  type CellKey,
  type FactRecord,
  type Instant,
  type RollupDimension,
  type RollupMeasure,
  type Spread,
  type SpreadBucket,
} from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import { factRecords, figureBuild, turnedRecord, type Side } from '../promise-facts';

/** Which cells: whole months, both included, first days `YYYY-MM-DD`. */
export interface CellQuery {
  readonly measures: readonly RollupMeasure[];
  readonly dimension: RollupDimension;
  readonly from: string;
  readonly to: string;
}

/** Cells exactly as at one instant: clocks that ran out a moment ago count as missed, whoever noticed. */
export interface CellsAsAt {
  readonly asAt: Instant;
  readonly cells: readonly Cell[];
}

/** How long something took, for one value of a dimension over the whole period asked for. */
export interface ValueSpread extends Spread {
  readonly value: string;
  readonly buckets: readonly SpreadBucket[];
}

export interface SpreadsAsAt {
  readonly asAt: Instant;
  /** To how much numbers are exact: minutes for measures in minutes, 60 beyond two days; 1 for measures in days. */
  readonly step: number;
  /** By value; a value of which nobody was measured is not in it. */
  readonly spreads: readonly ValueSpread[];
}

export interface SpreadQuery extends Omit<CellQuery, 'measures'> {
  readonly measure: RollupMeasure;
}

/** Counts by month. For a longer period add up: a referral is in one month alone. */
export function figureCells(reports: DataSource, query: CellQuery): Promise<CellsAsAt> {
  return figureCellsTogether(reports, [query]);
}

/** Several cuts as at one instant, so that what they share is the same number in each. */
export function figureCellsTogether(reports: DataSource, queries: readonly CellQuery[]): Promise<CellsAsAt> {
  return reports.transaction('REPEATABLE READ', async (manager) => {
    const { asAt, side, turning } = await standOf(manager);
    const records = turning.length === 0 ? null : await factRecords(manager, { side, caseIds: turning });
    const all: Cell[] = [];
    for (const query of queries) {
      const { measures, dimension, from, to } = query;
      const cells = await manager.query<Cell[]>(CELLS, [side, measures, dimension, from, to]);
      all.push(...(records === null ? cells : asTurned(cells, { records, query, asAt })));
    }
    return { asAt, cells: all };
  });
}

/**
 * Medians and 90th percentiles of one measure over the whole period, for each value of a dimension. Time alone changes
 * none of them, so what is kept is what stands.
 */
export function figureSpreads(reports: DataSource, query: SpreadQuery): Promise<SpreadsAsAt> {
  const { measure, dimension, from, to } = query;
  return reports.transaction('REPEATABLE READ', async (manager) => {
    const { asAt, side } = await standOf(manager);
    const rows = await manager.query<{ value: string; minutes: number; count: number }[]>(SPREADS, [
      side,
      measure,
      dimension,
      from,
      to,
    ]);
    const inMinutes = measure.endsWith('-minutes');
    return {
      asAt,
      step: inMinutes && dimension !== 'county' ? PART_STEP : COUNTY_STEP,
      spreads: [...new Set(rows.map(({ value }) => value))].map((value) => {
        const buckets = rows
          .filter((row) => row.value === value)
          .map(({ minutes, count }) => ({ minutes, count }));
        return { value, buckets, ...spreadOf(buckets) };
      }),
    };
  });
}

/** The months of which anything is counted for police referrals, newest first. */
export async function figureMonths(reports: DataSource): Promise<readonly string[]> {
  const { live } = await figureBuild(reports);
  const rows = await reports.query<{ month: string }[]>(
    `select distinct to_char(month_on, 'YYYY-MM-DD') as month from report.rollup
     where side = $1 and measure = 'promise' and dimension = 'county' order by 1 desc`,
    [live],
  );
  return rows.map(({ month }) => month);
}

interface Stand {
  readonly asAt: Instant;
  readonly side: Side;
  /** Cases with a clock that has run out since it was last counted. */
  readonly turning: readonly CaseId[];
}

async function standOf(manager: EntityManager): Promise<Stand> {
  const [row] = await manager.query<{ now: Date; side: Side; turning: CaseId[] | null }[]>(
    `select app.service_now() as now, b.live_side as side,
       (select array_agg(distinct case_id) from report.promise_fact
        where side = b.live_side and turns_at < app.service_now()) as turning
     from report.figure_build b`,
  );
  if (!row) throw new Error('the figures have no side that is read');
  return { asAt: instantOf(row.now), side: row.side, turning: row.turning ?? [] };
}

const CELLS = `
  select measure, dimension, value, month_on::text as "monthOn", limb, bucket, count::float8 as count
  from report.rollup
  where side = $1 and measure = any($2) and dimension = $3 and month_on between $4::date and $5::date`;

const SPREADS = `
  select value, bucket::integer as minutes, sum(count)::float8 as count from report.rollup
  where side = $1 and measure = $2 and dimension = $3 and month_on between $4::date and $5::date
  group by value, bucket order by value, bucket::integer`;

function asTurned(
  cells: readonly Cell[],
  { records, query, asAt }: { records: ReadonlyMap<CaseId, FactRecord>; query: CellQuery; asAt: Instant },
): readonly Cell[] {
  const { measures, dimension, from, to } = query;
  const asked = (key: CellKey) =>
    measures.some((one) => one === key.measure) &&
    key.dimension === dimension &&
    key.monthOn >= from &&
    key.monthOn <= to;
  const tally = new CellTally();
  for (const { count, ...key } of cells) tally.addCount(key, count);
  for (const record of records.values()) {
    tally.add(contributionsOf(record).filter(asked), -1);
    tally.add(contributionsOf(turnedRecord(record, asAt)).filter(asked), 1);
  }
  return tally.cells();
}
