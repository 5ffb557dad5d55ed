import type { CountedFigures, WaitingReleaseStore } from '#libs/casework';
import type { FiguresOf, Instant, ReleasedFigures, RuleVersion, ServiceId, SupportKind } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { countedOf, lengthsOf, type RawLengths } from './live-waiting';

export class PostgresWaitingReleaseStore implements WaitingReleaseStore {
  constructor(private readonly manager: EntityManager) {}

  async isReleased(asAt: Instant): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from app.waiting_release where as_at = $1', [
      dateOf(asAt),
    ]);
    return rows.length > 0;
  }

  async countedAt(asAt: Instant): Promise<readonly FiguresOf<CountedFigures>[]> {
    const rows = await this.manager.query<(RawLengths & { caseload: number })[]>(
      'select * from app.waiting_figures_at($1)',
      [dateOf(asAt)],
    );
    return rows.map(({ caseload, ...row }) => ({
      ...countedOf(row),
      figures: { ...lengthsOf(row), caseload },
    }));
  }

  async release(
    asAt: Instant,
    {
      lines,
      rule,
      now,
    }: {
      readonly lines: readonly FiguresOf<ReleasedFigures>[];
      readonly rule: RuleVersion;
      readonly now: Instant;
    },
  ): Promise<void> {
    const begun = await this.manager.query<unknown[]>(
      `insert into app.waiting_release (as_at, rule_id, rule_version, made_at) values ($1, $2, $3, $4)
       on conflict do nothing returning as_at`,
      [dateOf(asAt), rule.id, rule.version, dateOf(now)],
    );
    if (begun.length === 0) return;
    for (const { serviceId, kind, figures } of lines) {
      const { waiting, median, p90, longest, caseload } = figures;
      await this.manager.query(
        `insert into app.waiting_release_line
           (as_at, service_id, kind, waiting, median_weeks, p90_weeks, longest_weeks, caseload)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [dateOf(asAt), serviceId, kind, waiting, median, p90, longest, caseload],
      );
    }
  }
}

/** What was published of the lists as they stood at one instant. */
export interface WaitingRelease {
  readonly asAt: Instant;
  /** The disclosure rule that it was protected under. */
  readonly rule: RuleVersion;
  readonly lines: readonly FiguresOf<ReleasedFigures>[];
}

/** The newest figures that were published; null before the first. */
export async function newestWaitingRelease(manager: EntityManager): Promise<WaitingRelease | null> {
  const [newest = null] = await releases(manager, 1);
  return newest;
}

const MOST_RELEASES = 120;

/** What was published, newest first; the latest ten years of months. */
export function waitingReleases(manager: EntityManager): Promise<readonly WaitingRelease[]> {
  return releases(manager, MOST_RELEASES);
}

async function releases(manager: EntityManager, most: number): Promise<readonly WaitingRelease[]> {
  const made = await manager.query<{ as_at: Date; rule_id: string; rule_version: string }[]>(
    'select as_at, rule_id, rule_version from app.waiting_release order by as_at desc limit $1',
    [most],
  );
  const rows = await manager.query<RawLine[]>(
    `select as_at, service_id, kind, waiting, median_weeks, p90_weeks, longest_weeks, caseload
     from app.waiting_release_line where as_at = any($1) order by kind, service_id nulls last`,
    [made.map(({ as_at }) => as_at)],
  );
  return made.map(({ as_at, rule_id, rule_version }) => ({
    asAt: instantOf(as_at),
    rule: { id: rule_id, version: rule_version },
    lines: rows.filter((row) => row.as_at.getTime() === as_at.getTime()).map(lineOf),
  }));
}

function lineOf(row: RawLine): FiguresOf<ReleasedFigures> {
  const { waiting, median_weeks, p90_weeks, longest_weeks, caseload } = row;
  return {
    serviceId: row.service_id,
    kind: row.kind,
    figures: { waiting, median: median_weeks, p90: p90_weeks, longest: longest_weeks, caseload },
  };
}

interface RawLine {
  readonly as_at: Date;
  readonly service_id: ServiceId | null;
  readonly kind: SupportKind;
  readonly waiting: number | null;
  readonly median_weeks: number | null;
  readonly p90_weeks: number | null;
  readonly longest_weeks: number | null;
  readonly caseload: number | null;
}
