import type { Instant } from '#libs/domain';
import type { DataSource } from 'typeorm';

/** One limb of the promise in one month, counted so that the parts sum to the whole (DESIGN §10). */
export interface LimbFigure {
  readonly limb: string;
  readonly binding: boolean;
  /** Police referrals whose report was made in the month. */
  readonly referrals: number;
  /** Not yet decided: not met, and the due instant has not passed. Left out of the denominator. */
  readonly stillOpen: number;
  /** Cancelled before they were decided. Left out of the denominator. */
  readonly cancelled: number;
  /** Of `cancelled`: another body had taken the person on before the clock was decided. */
  readonly cancelledByRedirect: number;
  /** The person died before the limb was decided. */
  readonly cancelledByDeath: number;
  /** Told of by another referral too, whose case goes on and counts. */
  readonly cancelledAsDuplicate: number;
  readonly met: number;
  readonly missed: number;
  /** Of `met`: rest on a late entry that a second person confirmed. */
  readonly metByConfirmedLateEntry: number;
  /** Of `met`: rest on a corrected start. */
  readonly metByCorrectedStart: number;
  /** Of `missed`: in time by the adjusted instant, because of a listed exception. Beside the figure, never in it. */
  readonly missedButInAdjustedTime: number;
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
}

export interface PromiseFigure {
  /** First day of the month, YYYY-MM-DD. */
  readonly monthOn: string;
  readonly asAt: Instant;
  readonly limbs: readonly LimbFigure[];
}

const COUNT = `
  select month_on::text as "monthOn", limb, bool_or(binding) as binding, count(*)::integer as referrals,
    count(*) filter (where not decided and not cancelled)::integer as "stillOpen",
    count(*) filter (where cancelled and not decided)::integer as cancelled,
    count(*) filter (where cancelled and not decided and cancelled_because = 'redirected')::integer
      as "cancelledByRedirect",
    count(*) filter (where cancelled and not decided and cancelled_because = 'died')::integer
      as "cancelledByDeath",
    count(*) filter (where cancelled and not decided and cancelled_because = 'duplicate')::integer
      as "cancelledAsDuplicate",
    count(*) filter (where met)::integer as met,
    count(*) filter (where decided and not met)::integer as missed,
    count(*) filter (where met and basis = 'late-entry-confirmed')::integer as "metByConfirmedLateEntry",
    count(*) filter (where met and basis = 'corrected-start')::integer as "metByCorrectedStart",
    count(*) filter (where decided and not met and (
      case when met_at is not null then met_at <= adjusted_due_at else $2 <= adjusted_due_at end
    ))::integer as "missedButInAdjustedTime",
    array_agg(distinct policy_id || ' v' || policy_version) as "policyVersions",
    array_agg(distinct calendar_id || ' v' || calendar_version) as "calendarVersions"
  from (
    select *, coalesce(basis in ('on-time', 'late-entry-confirmed', 'corrected-start'), false) as met,
      not cancelled and (coalesce(basis is not null, false) or due_at < $2) as decided
    from report.promise_fact where month_on between $1::date and $3::date and source = 'police'
  ) fact
  group by month_on, limb order by month_on desc, bool_or(binding) desc, limb`;

/** The county's month. A breach is arithmetic here: it counts from its due instant, whether or not anyone noticed. */
export async function promiseFigure(reports: DataSource, monthOn: string): Promise<PromiseFigure> {
  const { asAt, months } = await promiseFigures(reports, { from: monthOn, to: monthOn });
  return { monthOn, asAt, limbs: months[0]?.limbs ?? [] };
}

/** Months, both included, that have anything to count, newest first, all as at one instant. */
export async function promiseFigures(
  reports: DataSource,
  { from, to }: { from: string; to: string },
): Promise<{ readonly asAt: Instant; readonly months: readonly Omit<PromiseFigure, 'asAt'>[] }> {
  const [clock] = await reports.query<{ now: Date }[]>('select app.service_now() as now');
  if (!clock) throw new Error('the database told no time');
  const rows = await reports.query<(LimbFigure & { monthOn: string })[]>(COUNT, [from, clock.now, to]);
  const counted = [...new Set(rows.map(({ monthOn }) => monthOn))];
  return {
    asAt: clock.now.getTime() as Instant,
    months: counted.map((monthOn) => ({
      monthOn,
      limbs: rows.filter((row) => row.monthOn === monthOn).map(({ monthOn: _month, ...limb }) => limb),
    })),
  };
}

/** Months for which there is anything to count, newest first. */
export async function promiseMonths(reports: DataSource): Promise<readonly string[]> {
  const rows = await reports.query<{ month: string }[]>(
    `select distinct to_char(month_on, 'YYYY-MM-DD') as month from report.promise_fact
     where source = 'police' order by 1 desc`,
  );
  return rows.map(({ month }) => month);
}
