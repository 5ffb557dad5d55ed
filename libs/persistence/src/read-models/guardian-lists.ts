import type {
  BreachId,
  BreachRecord,
  BreakGlass,
  BreakGlassId,
  Erasure,
  ErasureId,
  HoldId,
  InformationRequest,
  InformationRequestId,
  Instant,
  LegalHold,
  RequestKind,
} from '#libs/domain';
import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { dateOf } from '../columns';
import { BreachRow, InformationRequestRow } from '../data-protection';
import { ErasureRow } from '../erasure';
import { HoldRow } from '../retention';
import { BreakGlassRow } from '../walls';

/** Where a page of a register ends: an instant of its last row, and its id. */
export interface RegisterPlace<Id extends string> {
  readonly at: Instant;
  readonly id: Id;
}

interface Paged<Id extends string> {
  readonly live: boolean;
  readonly after: RegisterPlace<Id> | null;
  readonly limit: number;
}

/** Live requests by what is due first, or closed ones, the last closed first. */
export function informationRequests(
  manager: EntityManager,
  { kind, ...page }: Paged<InformationRequestId> & { readonly kind: RequestKind | null },
): Promise<readonly InformationRequest[]> {
  const query = register(manager, InformationRequestRow, {
    ...page,
    where: `r.closedAt is ${page.live ? '' : 'not '}null`,
    by: page.live ? 'nextDueAt' : 'closedAt',
  });
  return (kind === null ? query : query.andWhere('r.kind = :kind', { kind })).getMany();
}

/** Breaches that are open, by when the regulator is told, or closed ones. */
export function breaches(manager: EntityManager, page: Paged<BreachId>): Promise<readonly BreachRecord[]> {
  return register(manager, BreachRow, {
    ...page,
    where: `r.closedAt is ${page.live ? '' : 'not '}null`,
    by: page.live ? 'regulatorDueAt' : 'closedAt',
  }).getMany();
}

/** Openings that wait for a review, the first due first, or reviewed ones. */
export function emergencyOpeningsPage(
  manager: EntityManager,
  page: Paged<BreakGlassId>,
): Promise<readonly BreakGlass[]> {
  return register(manager, BreakGlassRow, {
    ...page,
    where: `r.review is ${page.live ? '' : 'not '}null`,
    by: page.live ? 'reviewDueAt' : 'reviewedAt',
  }).getMany();
}

/** Holds that stand, or that were lifted, the latest first. */
export function legalHolds(manager: EntityManager, page: Paged<HoldId>): Promise<readonly LegalHold[]> {
  return register(manager, HoldRow, {
    ...page,
    live: false,
    where: `r.liftedAt is ${page.live ? '' : 'not '}null`,
    by: page.live ? 'setAt' : 'liftedAt',
  }).getMany();
}

const LIVE_ERASURES = "('suggested', 'proposed', 'approved', 'underway')";

/** Erasures that wait for somebody or something, in the order in which they came, or ended ones, the latest first. */
export function erasures(
  manager: EntityManager,
  { live, after, limit }: { live: boolean; after: ErasureId | null; limit: number },
): Promise<readonly Erasure[]> {
  const query = manager
    .createQueryBuilder(ErasureRow, 'r')
    .where(`r.state ${live ? '' : 'not '}in ${LIVE_ERASURES}`)
    .orderBy('r.id', live ? 'ASC' : 'DESC')
    .limit(limit);
  if (after !== null) query.andWhere(`r.id ${live ? '>' : '<'} :after`, { after });
  return query.getMany();
}

/** Rows by an instant and an id: the first first while they are live, the last first afterwards. */
function register<Row extends ObjectLiteral>(
  manager: EntityManager,
  row: EntityTarget<Row>,
  options: Paged<string> & { readonly where: string; readonly by: string },
): SelectQueryBuilder<Row> {
  const { live, after, limit, where, by } = options;
  const [order, sign] = live ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
  const query = manager.createQueryBuilder(row, 'r').where(where).orderBy(`r.${by}`, order);
  query.addOrderBy('r.id', order).limit(limit);
  return after === null
    ? query
    : query.andWhere(`(r.${by}, r.id) ${sign} (:at, :id)`, { at: dateOf(after.at), id: after.id });
}
