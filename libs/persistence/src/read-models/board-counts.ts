import { calendarOf, isOpen, type Instant, type OpeningHours, type UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, maybeInstantOf } from '../columns';
import type { BoardView } from './board-views';

export interface BoardCounts {
  /** How many cases each view shows now: exact, and only cases that the reader may see. */
  readonly views: Readonly<Record<BoardView, number>>;
  /** Of what arrived since the desk shut, how many are past the limit that counts every hour, nights included. */
  readonly sinceClosingPassed: number;
  /** By when the first of the people must be asked again whether contact is safe; null when nobody must. */
  readonly firstRecheckDueAt: Instant | null;
  /** Offers that wait for the reader's answer; a duty lead answers for the team too. */
  readonly offersToYou: number;
  /** Keys of the patterns of hours in which calling is safe at this instant. */
  readonly openHours: readonly string[];
}

/** The kept counts leave walled cases out; those that the reader may see are counted afresh, through an index of them. */
const TALLY = `
  select facet, value, sum(n)::integer as n from (
    select facet, value, n from app.board_tally where handling_agency_id = (select app.claim_agency())
    union all
    select f.facet, f.value, 1 from app.case_file c cross join lateral app.board_facets(c) f
    where c.walled and c.handling_agency_id = (select app.claim_agency())
      and c.act_by_at is not null and c.closed_at is null
  ) counted group by facet, value`;

/**
 * Sums of the kept differences, and ranges of indexes for what changes with the clock alone: due since midnight,
 * arrived since closing. Nothing here reads every open case.
 */
const COUNTS = `
  with tally as materialized (${TALLY}),
    every_hour as materialized (
      select distinct l ->> 'id' as limb from app.policy_version p, jsonb_array_elements(p.body -> 'limbs') l
      where l ->> 'kind' = 'elapsed'
    ),
    rechecks as materialized (
      select k.due_at from app.contact_recheck k cross join lateral (
        select 1 from app.case_file c where c.case_id = k.case_id and c.closed_at is null offset 0
      ) open_case
      where k.handling_agency_id = (select app.claim_agency()) and k.state = 'open'
    )
  select
    (select coalesce(sum(n), 0)::integer from tally where facet = 'all') as "all",
    (select coalesce(sum(n), 0)::integer from tally where facet = 'unassigned') as unassigned,
    (select coalesce(sum(n), 0)::integer from tally where facet = 'due' and value < $3)
      + (select count(*)::integer from app.case_file c
         where c.handling_agency_id = (select app.claim_agency()) and c.act_by_at is not null
           and c.closed_at is null and c.next_due_at >= $3::date::timestamp at time zone 'UTC'
           and c.next_due_at < $2) as overdue,
    (select coalesce(json_object_agg(value, n) filter (where n > 0), '{}') from tally where facet = 'hours') as hours,
    (select count(*)::integer from app.case_file c
     where c.owner_user_id = $1 and c.act_by_at is not null and c.closed_at is null) as mine,
    (select count(*)::integer from rechecks) as rechecks,
    (select min(due_at) from rechecks) as "firstRecheck",
    (select count(*)::integer from app.call_back b
     where b.handling_agency_id = (select app.claim_agency()) and b.ended is null) as "callBacks",
    (select count(distinct t.case_id)::integer from app.police_task t
     where t.handling_agency_id = (select app.claim_agency()) and t.state = 'open') as police,
    (select count(*)::integer from app.case_file c
     where c.handling_agency_id = (select app.claim_agency()) and c.act_by_at is not null
       and c.closed_at is null and c.opened_at >= $4) as "sinceClosing",
    (select count(distinct c.case_id)::integer from app.case_file c
     join app.deadline d on d.case_id = c.case_id and d.limb = any(array(select limb from every_hour)) and d.due_at < $2
       and d.state in ('running', 'breached')
     where c.handling_agency_id = (select app.claim_agency()) and c.act_by_at is not null
       and c.closed_at is null and c.opened_at >= $4 and c.next_due_at < $2) as passed,
    (select count(*)::integer from app.handover h
     where h.handling_agency_id = (select app.claim_agency()) and h.state = 'offered'
       and (h.to_user_id = $1 or (h.to_user_id is null and app.claim_role() = 'duty-lead'))) as offers`;

interface RawCounts extends Readonly<
  Record<
    | 'all'
    | 'unassigned'
    | 'overdue'
    | 'mine'
    | 'rechecks'
    | 'callBacks'
    | 'police'
    | 'sinceClosing'
    | 'passed'
    | 'offers',
    number
  >
> {
  readonly hours: Readonly<Record<string, number>>;
  readonly firstRecheck: Date | null;
}

/** Patterns of hours are only ever added, so a process reads each of them once. */
export class CallHours {
  private readonly known = new Map<string, OpeningHours>();

  /** Which of these patterns are open at `now`, by the same calendars as every other rule. */
  async openNow(manager: EntityManager, keys: readonly string[], now: Instant): Promise<readonly string[]> {
    const missing = keys.filter((key) => key !== ANY_TIME && !this.known.has(key));
    if (missing.length > 0) await this.read(manager, missing);
    return keys.filter((key) => key === ANY_TIME || openAt(this.known.get(key), now));
  }

  private async read(manager: EntityManager, keys: readonly string[]): Promise<void> {
    const rows = await manager.query<{ hours_key: string; hours: OpeningHours }[]>(
      'select hours_key, hours from app.safe_hours where hours_key = any($1::text[])',
      [keys],
    );
    for (const { hours_key: key, hours } of rows) this.known.set(key, hours);
  }
}

const ANY_TIME = 'any';

function openAt(hours: OpeningHours | undefined, now: Instant): boolean {
  if (hours === undefined) return false;
  const built = calendarOf(hours);
  return built.kind === 'built' && isOpen(built.calendar, now);
}

export async function boardCounts(
  manager: EntityManager,
  { userId, since, callHours }: { userId: UserId; since: Instant | null; callHours: CallHours },
  now: Instant,
): Promise<BoardCounts> {
  const today = new Date(now).toISOString().slice(0, 10);
  const [row] = await manager.query<RawCounts[]>(COUNTS, [
    userId,
    dateOf(now),
    today,
    since === null ? null : dateOf(since),
  ]);
  if (!row) throw new Error('the database counted nothing');
  const openHours = await callHours.openNow(manager, Object.keys(row.hours), now);
  const { all, mine, unassigned, overdue, rechecks, callBacks, police, sinceClosing, passed, offers } = row;
  return {
    views: {
      all,
      mine,
      unassigned,
      'window-open': openHours.reduce((sum, key) => sum + (row.hours[key] ?? 0), 0),
      overdue,
      rechecks,
      'call-backs': callBacks,
      police,
      'since-closing': sinceClosing,
    },
    sinceClosingPassed: passed,
    firstRecheckDueAt: maybeInstantOf(row.firstRecheck),
    offersToYou: offers,
    openHours,
  };
}

/** How many people who wait for a call each pattern of hours belongs to. */
export async function callableByHours(manager: EntityManager): Promise<Readonly<Record<string, number>>> {
  const rows = await manager.query<{ value: string; n: number }[]>(
    `select value, n from (${TALLY}) tally where facet = 'hours' and n > 0`,
  );
  return Object.fromEntries(rows.map(({ value, n }) => [value, n]));
}
