import type { AgencyId, Instant, ServiceRequest, ServiceRequestId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { RECEIVED, receivedFrom, receivedOf, type RawReceived, type ReceivedRequest } from './received-row';

export async function receivedRequest(
  manager: EntityManager,
  requestId: ServiceRequestId,
): Promise<ReceivedRequest | null> {
  const [row] = await manager.query<RawReceived[]>(
    `select ${RECEIVED} ${receivedFrom('app.service_request')} where r.request_id = $1`,
    [requestId],
  );
  return row ? receivedOf(row) : null;
}

export type InboxTab = 'new' | 'accepted' | 'declined';

/** Where a page of an inbox or a caseload ends: the next one begins after it. */
export interface RequestCursor {
  readonly rank: number;
  readonly at: Instant;
  readonly id: ServiceRequestId;
}

export interface RequestPage {
  readonly requests: readonly ReceivedRequest[];
  readonly next: RequestCursor | null;
}

interface List {
  readonly where: string;
  readonly order: string;
  /** What comes after the last line shown; the numbers of the parameters follow those of the list. */
  readonly after: (first: number) => string;
  readonly ends: (row: RawReceived) => Date | null;
}

const newest = (column: string): Pick<List, 'order' | 'after'> => ({
  order: `r.${column} desc, r.request_id desc`,
  after: (n) => `(r.${column}, r.request_id) < ($${n}::timestamptz, $${n + 1}::uuid)`,
});

const DECIDED = { ...newest('decided_at'), ends: (row: RawReceived) => row.decided_at };
/**
 * In the order of the first asking, of whichever service. The place of a page is an id alone: a time would tell whoever
 * reads the address that somebody else was asked before. Where that request is gone, the list begins anew.
 */
const ASKED: Omit<List, 'where'> = {
  order: 'r.first_asked_at, r.request_id',
  after: (n) => `$${n}::timestamptz is not null and (r.first_asked_at, r.request_id) > (coalesce((
    select p.first_asked_at from app.service_request p where p.request_id = $${n + 1}::uuid
  ), '-infinity'), $${n + 1}::uuid)`,
  ends: () => new Date(0),
};

const INBOX: Readonly<Record<InboxTab, List>> = {
  new: {
    where: `r.state in ('sent', 'acknowledged')`,
    order: 'r.band_rank, r.due_at, r.request_id',
    after: (n) =>
      `(r.band_rank, r.due_at, r.request_id) > ($${n + 2}::integer, $${n}::timestamptz, $${n + 1}::uuid)`,
    ends: (row) => row.due_at,
  },
  accepted: { where: `r.state in ('waiting', 'allocated', 'active')`, ...DECIDED },
  declined: { where: `r.state in ('declined', 'redirected') and r.sent_at is not null`, ...DECIDED },
};

/** One page of what was sent to an agency. What was taken back is told by `withdrawnNotices` alone. */
export function providerInbox(
  manager: EntityManager,
  asked: {
    readonly agencyId: AgencyId;
    readonly tab: InboxTab;
    readonly limit: number;
    readonly after?: RequestCursor | null;
  },
): Promise<RequestPage> {
  return pageOf(manager, { list: INBOX[asked.tab], asked });
}

export type CaseloadTab = 'my' | 'all' | 'unassigned' | 'closed';

const CASELOAD: Readonly<Record<CaseloadTab, List>> = {
  my: { where: `r.state in ('allocated', 'active') and r.allocated_to = $3::uuid`, ...ASKED },
  all: { where: `r.state in ('waiting', 'allocated', 'active')`, ...ASKED },
  unassigned: { where: `r.state in ('waiting', 'allocated', 'active') and r.allocated_to is null`, ...ASKED },
  closed: { where: `r.state in ('ended', 'not-wanted') and r.sent_at is not null`, ...DECIDED },
};

/** One page of what an agency answers for, those first who were first to ask, whoever was asked first. */
export function providerCaseload(
  manager: EntityManager,
  asked: {
    readonly agencyId: AgencyId;
    readonly userId: UserId;
    readonly tab: CaseloadTab;
    readonly limit: number;
    readonly after?: RequestCursor | null;
  },
): Promise<RequestPage> {
  const own = asked.tab === 'my' ? [asked.userId] : [];
  return pageOf(manager, { list: CASELOAD[asked.tab], asked, own });
}

async function pageOf(
  manager: EntityManager,
  {
    list,
    asked: { agencyId, limit, after = null },
    own = [],
  }: {
    readonly list: List;
    readonly asked: {
      readonly agencyId: AgencyId;
      readonly limit: number;
      readonly after?: RequestCursor | null;
    };
    readonly own?: readonly unknown[];
  },
): Promise<RequestPage> {
  const begins = after === null ? '' : `and ${list.after(3 + own.length)}`;
  const ranked = list === INBOX.new && after !== null ? [after.rank] : [];
  const rows = await manager.query<RawReceived[]>(
    // The page is cut off by its index before anything is joined, so that no other row's minimum is asked for.
    `select ${RECEIVED} ${receivedFrom(`(
       select r.* from app.service_request r
       where r.agency_id = $1 and ${list.where} ${begins} order by ${list.order} limit $2
     )`)} order by ${list.order}`,
    [agencyId, limit + 1, ...own, ...(after === null ? [] : [dateOf(after.at), after.id]), ...ranked],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const ends = last === undefined ? null : list.ends(last);
  const next =
    last === undefined || ends === null ? null : { rank: last.band_rank, at: instantOf(ends), id: last.id };
  return { requests: shown.map(receivedOf), next };
}

/** That a request was taken back, and nothing of it besides. */
export interface WithdrawnNotice {
  readonly noticeId: string;
  readonly reference: string;
  readonly kind: ServiceRequest['kind'];
  readonly withdrawnAt: Instant;
}

const TOLD_FOR_DAYS = 30;

export async function withdrawnNotices(
  manager: EntityManager,
  { agencyId, limit }: { readonly agencyId: AgencyId; readonly limit: number },
): Promise<readonly WithdrawnNotice[]> {
  const rows = await manager.query<
    { notice_id: string; reference: string; support_kind: ServiceRequest['kind']; raised_at: Date }[]
  >(
    `select notice_id, reference, support_kind, raised_at from app.service_request_notice
     where agency_id = $1 and kind = 'withdrawn'
       and raised_at > app.service_now() - make_interval(days => ${String(TOLD_FOR_DAYS)})
     order by raised_at desc, notice_id limit $2`,
    [agencyId, limit],
  );
  return rows.map((row) => ({
    noticeId: row.notice_id,
    reference: row.reference,
    kind: row.support_kind,
    withdrawnAt: instantOf(row.raised_at),
  }));
}

/** A list longer than this is counted no further: whether somebody may see each row is asked row by row. */
export const MOST_COUNTED = 200;

/** How many wait for the agency's answer, up to `MOST_COUNTED`; what has no ground is not counted. */
export async function countReceived(
  manager: EntityManager,
  { agencyId }: { readonly agencyId: AgencyId },
): Promise<number> {
  const [row] = await manager.query<{ fresh: number }[]>(
    `select count(*)::integer as fresh from (
       select 1 from app.service_request r
       where r.agency_id = $1 and r.state in ('sent', 'acknowledged') limit $2
     ) counted`,
    [agencyId, MOST_COUNTED],
  );
  return row?.fresh ?? 0;
}
