import type { DataSource, EntityManager } from 'typeorm';
import { maybeInstantOf } from '../columns';
import type { Instant } from '#libs/domain';

/** The figures are kept twice: one side is read, the other is where a rebuild is made beside it. */
export type Side = 'a' | 'b';

/** How far a rebuild has come; null when none is under way. */
export interface RebuildProgress {
  readonly begunAt: Instant;
  /** Rows of the journal read so far, and how many there were when it began. */
  readonly read: number;
  readonly all: number;
  /** Whole per cent, never 100 before it is done. */
  readonly percent: number;
}

export interface FigureBuild {
  readonly live: Side;
  readonly building: Side | null;
  readonly progress: RebuildProgress | null;
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** Which side is read, and how a rebuild is coming on. Any login that reads figures may ask. */
export async function figureBuild(
  reader: Pick<DataSource | EntityManager, 'query'>,
  lock: '' | 'for share' | 'for update' = '',
): Promise<FigureBuild> {
  const [row] = await reader.query<Raw[]>(
    `select live_side, building_side, rows_read::float8 as read, rows_all::float8 as "all", begun_at
     from report.figure_build ${lock}`,
  );
  if (!row) throw new Error('the figures have no side that is read');
  const { live_side: live, building_side: building, read, all } = row;
  const begunAt = maybeInstantOf(row.begun_at);
  const percent = all === 0 ? 0 : Math.min(99, Math.floor((100 * read) / all));
  const progress = building === null || begunAt === null ? null : { begunAt, read, all, percent };
  return { live, building, progress };
}

interface Raw {
  readonly live_side: Side;
  readonly building_side: Side | null;
  readonly read: number;
  readonly all: number;
  readonly begun_at: Date | null;
}
