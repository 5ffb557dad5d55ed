import type { CaseId, ContactState, DeadlineState, Instant, OpeningHours, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface BoardLimb {
  readonly limb: string;
  readonly binding: boolean;
  readonly state: DeadlineState;
  readonly dueAt: Instant;
}

/** One case on the contact board: codes and times only, so a list of cases names nobody. */
export interface BoardRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly danger: boolean;
  readonly contactState: ContactState;
  readonly ownerUserId: UserId | null;
  readonly actByAt: Instant;
  readonly actBySafe: boolean;
  readonly attempts: number;
  readonly windows: OpeningHours | null;
  readonly voicemailAllowed: boolean;
  readonly activeRoutes: number;
  readonly limbs: readonly BoardLimb[];
}

/** Where a page of the board ends; the next page starts after it. */
export interface BoardCursor {
  readonly danger: boolean;
  readonly actByAt: Instant;
  readonly caseId: CaseId;
}

export interface BoardQuery {
  readonly after: BoardCursor | null;
  readonly limit: number;
  readonly view: 'all' | 'mine' | 'unassigned' | 'overdue';
  readonly userId: UserId;
}

const VIEWS: Readonly<Record<BoardQuery['view'], string>> = {
  all: 'true',
  mine: 'c.owner_user_id = $5',
  unassigned: 'c.owner_user_id is null',
  overdue: 'c.next_due_at < $6',
};

/** Danger first, then the last safe instant before the earliest unmet limb (DESIGN §11). */
export async function boardPage(
  manager: EntityManager,
  { after, limit, view, userId }: BoardQuery,
  now: Instant,
): Promise<readonly BoardRow[]> {
  const rows = await manager.query<RawRow[]>(
    `select c.case_id, c.reference, c.danger, c.contact_state, c.owner_user_id, c.act_by_at, c.act_by_safe,
       c.attempts, card.windows, routes.voicemail, routes.active, limbs.list
     from app.case_file c
     left join lateral (
       select windows from app.safe_contact_card s where s.person_id = c.person_id order by version desc limit 1
     ) card on true
     left join lateral (
       select bool_or(r.permissions ->> 'voicemail' = 'yes') as voicemail,
         count(*) filter (where r.state = 'active')::integer as active
       from app.contact_route r where r.person_id = c.person_id
     ) routes on true
     left join lateral (
       select json_agg(json_build_object('limb', d.limb, 'binding', d.binding, 'state', d.state,
         'dueAt', d.due_at) order by d.due_at) as list
       from app.deadline d where d.case_id = c.case_id
     ) limbs on true
     where c.act_by_at is not null and c.closed_at is null and ${VIEWS[view]}
       and ($2::uuid is null or (not c.danger, c.act_by_at, c.case_id) > (not $3::boolean, $4::timestamptz, $2::uuid))
       and ($5::uuid is not null and $6::timestamptz is not null)
     order by c.danger desc, c.act_by_at, c.case_id limit $1`,
    [
      limit,
      after?.caseId ?? null,
      after?.danger ?? null,
      after === null ? null : new Date(after.actByAt),
      userId,
      new Date(now),
    ],
  );
  return rows.map(fromRaw);
}

export interface BoardCounts {
  readonly all: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly overdue: number;
}

export async function boardCounts(
  manager: EntityManager,
  userId: UserId,
  now: Instant,
): Promise<BoardCounts> {
  const [row] = await manager.query<BoardCounts[]>(
    `select count(*)::integer as "all",
       count(*) filter (where owner_user_id = $1)::integer as mine,
       count(*) filter (where owner_user_id is null)::integer as unassigned,
       count(*) filter (where next_due_at < $2)::integer as overdue
     from app.case_file where act_by_at is not null and closed_at is null`,
    [userId, new Date(now)],
  );
  return row ?? { all: 0, mine: 0, unassigned: 0, overdue: 0 };
}

interface RawRow {
  readonly case_id: CaseId;
  readonly reference: string;
  readonly danger: boolean;
  readonly contact_state: ContactState;
  readonly owner_user_id: UserId | null;
  readonly act_by_at: Date;
  readonly act_by_safe: boolean;
  readonly attempts: number;
  readonly windows: OpeningHours | null;
  readonly voicemail: boolean | null;
  readonly active: number;
  readonly list: (Omit<BoardLimb, 'dueAt'> & { readonly dueAt: string })[];
}

function fromRaw(raw: RawRow): BoardRow {
  return {
    caseId: raw.case_id,
    reference: raw.reference,
    danger: raw.danger,
    contactState: raw.contact_state,
    ownerUserId: raw.owner_user_id,
    actByAt: instantOf(raw.act_by_at),
    actBySafe: raw.act_by_safe,
    attempts: raw.attempts,
    windows: raw.windows,
    voicemailAllowed: raw.voicemail ?? false,
    activeRoutes: raw.active,
    limbs: raw.list.map((limb) => ({ ...limb, dueAt: instantOf(new Date(limb.dueAt)) })),
  };
}
