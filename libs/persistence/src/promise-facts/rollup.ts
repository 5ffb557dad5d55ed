import type { Cell } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import type { Side } from './figure-build';

/** Adds to the cells of one side, or takes from them where a count is below 0. What comes to nothing is taken out. */
export async function mergeCells(manager: EntityManager, side: Side, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const columns = [
    side,
    cells.map(({ measure }) => measure),
    cells.map(({ dimension }) => dimension),
    cells.map(({ monthOn }) => monthOn),
    cells.map(({ value }) => value),
    cells.map(({ limb }) => limb),
    cells.map(({ bucket }) => bucket),
    cells.map(({ count }) => count),
  ];
  const grown = columns.map((column, index) =>
    index === 0 ? column : (column as unknown[]).filter((_, row) => (cells[row]?.count ?? 0) > 0),
  );
  const shrunk = columns.map((column, index) =>
    index === 0 ? column : (column as unknown[]).filter((_, row) => (cells[row]?.count ?? 0) < 0),
  );
  await manager.query(GROW, grown);
  await manager.query(SHRINK, shrunk);
  await manager.query(CLEAR, shrunk.slice(0, 7));
}

const GROW = `
  insert into report.rollup as held (side, measure, dimension, month_on, value, limb, bucket, count)
  select $1, c.* from unnest($2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[], $8::bigint[])
    as c(measure, dimension, month_on, value, limb, bucket, count)
  on conflict (side, measure, dimension, month_on, value, limb, bucket)
    do update set count = held.count + excluded.count`;

const ON_KEY = `held.side = $1 and held.measure = c.measure and held.dimension = c.dimension
  and held.month_on = c.month_on and held.value = c.value and held.limb = c.limb and held.bucket = c.bucket`;

const SHRINK = `
  update report.rollup held set count = held.count + c.count
  from unnest($2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[], $8::bigint[])
    as c(measure, dimension, month_on, value, limb, bucket, count) where ${ON_KEY}`;

const CLEAR = `
  delete from report.rollup held
  using unnest($2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[])
    as c(measure, dimension, month_on, value, limb, bucket) where ${ON_KEY} and held.count = 0`;
