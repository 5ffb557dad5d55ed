import { monthPlus, staffingCells, type Cell, type OpeningHours, type StaffingFact } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';
import { figureBuild } from '../promise-facts';
import type { CellQuery, CellsAsAt } from './figure-cells';

/**
 * The promise of these months replayed under every staffing pattern, exactly as at one instant. It is worked out from
 * the facts themselves each time, a row for each decided limb: month by month, so that none waits for a whole year of
 * them at once.
 */
export function replayedCells(
  reports: DataSource,
  { from, to }: Pick<CellQuery, 'from' | 'to'>,
): Promise<CellsAsAt> {
  return reports.transaction('REPEATABLE READ', async (manager) => {
    const { live } = await figureBuild(manager);
    const [stand] = await manager.query<{ now: Date }[]>('select app.service_now() as now');
    if (!stand) throw new Error('the database told no time');
    const calendars = await manager.query<{ calendar: string; hours: OpeningHours }[]>(CALENDARS);
    const hours = new Map(calendars.map((one) => [one.calendar, one.hours]));
    const cells: Cell[] = [];
    for (let month = from; month <= to; month = `${monthPlus(month.slice(0, 7), 1)}-01`) {
      const rows = await manager.query<Raw[]>(FACTS, [live, month]);
      cells.push(...staffingCells(rows.map((row) => factOf(row, hours))));
    }
    return { asAt: instantOf(stand.now), cells };
  });
}

type Moments = 'startedAt' | 'conversationAt' | 'attemptAt';

interface Raw
  extends Omit<StaffingFact, Moments | 'dueAt' | 'hours'>, Readonly<Record<Moments, Date | null>> {
  readonly dueAt: Date;
  readonly calendar: string;
}

function factOf({ calendar, ...row }: Raw, hours: ReadonlyMap<string, OpeningHours>): StaffingFact {
  return {
    ...row,
    startedAt: maybeInstantOf(row.startedAt),
    dueAt: instantOf(row.dueAt),
    conversationAt: maybeInstantOf(row.conversationAt),
    attemptAt: maybeInstantOf(row.attemptAt),
    hours: hours.get(calendar) ?? null,
  };
}

/** Limbs as they stand now, whoever noticed; those that stand alike to the instant together. */
const FACTS = `
  select f.month_on::text as "monthOn", f.limb, f.calendar_id || ' v' || f.calendar_version as calendar,
    case when f.state = 'open' and f.due_at < app.service_now() then 'missed' else f.state end as state,
    case when f.state = 'open' and f.due_at < app.service_now() and f.first_attempt = 'not-yet' then 'none'
      else f.first_attempt end as "firstAttempt",
    r.started_at as "startedAt", f.due_at as "dueAt", f.met_at as "conversationAt", r.attempt_at as "attemptAt",
    count(*)::integer as count
  from report.promise_fact f join report.referral_fact r on r.side = f.side and r.case_id = f.case_id
  where f.side = $1 and f.month_on = $2::date and f.source = 'police'
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;

const CALENDARS = `select calendar_id || ' v' || version as calendar, hours from app.calendar_version`;
