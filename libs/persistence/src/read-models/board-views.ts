import { NOT_CALLED_IN, type CaseId, type Instant, type UserId } from '#libs/domain';
import { dateOf } from '../columns';

/** The views of the contact board. `since-closing` is what arrived since the desk last shut. */
export const BOARD_VIEWS = [
  'all',
  'mine',
  'unassigned',
  'window-open',
  'overdue',
  'rechecks',
  'call-backs',
  'police',
  'since-closing',
] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** Where a page of the board ends; the next page starts after it. */
export interface BoardCursor {
  readonly danger: boolean;
  readonly actByAt: Instant;
  readonly caseId: CaseId;
}

export interface BoardQuery {
  readonly after: BoardCursor | null;
  readonly limit: number;
  readonly view: BoardView;
  readonly userId: UserId;
  /** Keys of the patterns of hours that are open now; only the view "window open" asks for them. */
  readonly openHours?: readonly string[];
  /** When the desk last shut; only the view of what arrived since asks for it. */
  readonly since?: Instant | null;
}

const NOT_CALLED = `('${NOT_CALLED_IN.join("', '")}')`;

/** Waiting for a first conversation: what the indexes of the board hold. */
const WAITING = 'c.act_by_at is not null and c.closed_at is null';
const OWN_AGENCY = 'c.handling_agency_id = (select app.claim_agency())';

const waiting = (where: string): string => `${WAITING} and ${where}`;

/** What a few cases wait for, whether or not their clocks are met; the case of each is looked up by its id. */
const WAITED_FOR = {
  rechecks: `select k.case_id from app.contact_recheck k where k.state = 'open' and k.handling_agency_id = `,
  'call-backs': 'select b.case_id from app.call_back b where b.ended is null and b.handling_agency_id = ',
  police: `select distinct t.case_id from app.police_task t where t.state = 'open' and t.handling_agency_id = `,
} as const;

type WaitedFor = keyof typeof WAITED_FOR;

const SOURCES: Readonly<Record<Exclude<BoardView, 'window-open' | WaitedFor>, string>> = {
  all: waiting('true'),
  mine: waiting('c.owner_user_id = $3'),
  unassigned: waiting('c.owner_user_id is null'),
  overdue: waiting('c.act_by_at < $4 and c.next_due_at < $4'),
  'since-closing': waiting('c.opened_at >= $5'),
};

/** Tells PostgreSQL the type of every parameter, whichever of them a view uses. */
export const GIVEN = `given as (
  select $1::integer, $2::text[], $3::uuid, $4::timestamptz, $5::timestamptz, $6::timestamptz, $7::uuid
)`;

/**
 * The statement that finds one page of a view: `case_id` and its place, in order. Danger and the rest are looked up
 * apart and each pattern of hours as well, so that every part is a range of an index that ends at the limit, however
 * deep the page lies and however many cases are open.
 * `$1` limit, `$2` open hours, `$3` reader, `$4` now, `$5` last closing, `$6` and `$7` the cursor.
 */
export function pageStatement({ view, after }: Pick<BoardQuery, 'view' | 'after'>): string {
  if (isWaitedFor(view)) return waitedForStatement(view, after);
  const parts = [true, false].flatMap((danger) => {
    if (danger && after !== null && !after.danger) return [];
    return [partStatement(view, { danger, bound: after !== null && after.danger === danger })];
  });
  return `select * from (${parts.join(' union all ')}) part order by danger desc, place_at, case_id limit $1`;
}

const isWaitedFor = (view: BoardView): view is WaitedFor => view in WAITED_FOR;

/** Cases whose clocks are met have no time to act by: they stand where what is due next puts them. */
function waitedForStatement(view: WaitedFor, after: BoardCursor | null): string {
  return `select found.case_id, found.danger, found.place_at
    from (${WAITED_FOR[view]} (select app.claim_agency())) waited
    cross join lateral (
      select c.case_id, c.danger, coalesce(c.act_by_at, c.next_due_at, c.opened_at) as place_at
      from app.case_file c where c.case_id = waited.case_id and c.closed_at is null offset 0
    ) found
    ${after === null ? '' : `where (not found.danger, found.place_at, found.case_id) > (${!after.danger}, $6::timestamptz, $7::uuid)`}
    order by found.danger desc, found.place_at, found.case_id limit $1`;
}

function partStatement(
  view: keyof typeof SOURCES | 'window-open',
  part: { danger: boolean; bound: boolean },
): string {
  if (view !== 'window-open') return selectPart(SOURCES[view], part);
  const where = waiting(`c.call_hours = pattern.key and c.contact_state not in ${NOT_CALLED}`);
  return `(select found.* from unnest($2::text[]) pattern(key) cross join lateral ${selectPart(where, part)} found)`;
}

function selectPart(where: string, { danger, bound }: { danger: boolean; bound: boolean }) {
  return `(select c.case_id, c.danger, c.act_by_at as place_at from app.case_file c
    where ${OWN_AGENCY} and c.danger = ${danger} and ${where}
      ${bound ? `and (c.act_by_at, c.case_id) > ($6::timestamptz, $7::uuid)` : ''}
    order by c.act_by_at, c.case_id limit $1)`;
}

export function pageParameters(query: BoardQuery, now: Instant): readonly unknown[] {
  const { limit, openHours = [], userId, since = null, after } = query;
  return [
    limit,
    openHours,
    userId,
    dateOf(now),
    since === null ? null : dateOf(since),
    after === null ? null : dateOf(after.actByAt),
    after?.caseId ?? null,
  ];
}
