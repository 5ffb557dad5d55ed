import type { SafeContactStore, SealedRecord } from '#libs/casework';
import {
  HOUR,
  type Instant,
  type PersonId,
  type Route,
  type RouteId,
  type RouteState,
  type SafeContactCard,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { cardBody } from './card-body';

const INSERT_VERSION = `
  insert into app.safe_contact_card (person_id, version, windows, said_windows, never, exceptions, caller_id,
    wording, third_party_relation, third_party_knows, police_check, police_check_after_days, police_check_via,
    stopped, changed, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

export class PostgresSafeContactStore implements SafeContactStore {
  constructor(private readonly manager: EntityManager) {}

  async cardOf(personId: PersonId): Promise<SafeContactCard> {
    const [card] = await this.manager.query<{ body: SafeContactCard }[]>(cardBody('$1'), [personId]);
    if (!card) throw new Error('every person has a safe-contact card');
    return card.body;
  }

  async changeRoute({
    routeId,
    state,
    at,
  }: {
    routeId: RouteId;
    state: RouteState;
    at: Instant;
  }): Promise<void> {
    await this.manager.query('update app.contact_route set state = $2, checked_at = $3 where route_id = $1', [
      routeId,
      state,
      dateOf(at),
    ]);
  }

  identitiesOf(personIds: readonly PersonId[]): Promise<readonly SealedRecord[]> {
    return this.manager.query<SealedRecord[]>(
      `select record_id as "recordId", kind, sealed from vault.person_record
       where kind = 'identity' and record_id = any($1::uuid[]) and person_id = record_id`,
      [personIds],
    );
  }

  async othersMayAnswer(routeId: RouteId): Promise<boolean> {
    const [row] = await this.manager.query<{ others_may_answer: boolean }[]>(
      'select others_may_answer from app.contact_route where route_id = $1',
      [routeId],
    );
    return row?.others_may_answer ?? false;
  }

  async setOthersMayAnswer({ routeId, may }: { routeId: RouteId; may: boolean }): Promise<void> {
    await this.manager.query('update app.contact_route set others_may_answer = $2 where route_id = $1', [
      routeId,
      may,
    ]);
  }

  async replaceWords({
    recordId,
    kind,
    personId,
    sealed,
    at,
  }: Parameters<SafeContactStore['replaceWords']>[0]): Promise<void> {
    await this.manager.query(
      `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at) values ($1, $2, $3, $4, $5)
       on conflict (record_id, kind) do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at`,
      [recordId, kind, personId, sealed, dateOf(at)],
    );
  }

  sealedOf(personId: PersonId, recordIds: readonly string[]): Promise<readonly SealedRecord[]> {
    return this.manager.query<SealedRecord[]>(
      `select record_id as "recordId", kind, sealed from vault.person_record
       where person_id = $1 and record_id = any($2::uuid[])`,
      [personId, recordIds],
    );
  }

  async addRoute({ personId, route, at }: { personId: PersonId; route: Route; at: Instant }): Promise<void> {
    await this.manager.query(
      `insert into app.contact_route
         (route_id, person_id, kind, permissions, state, rank, checked_at, purpose, seen_by)
       select $1, $2, $3, $4, $5, coalesce(max(r.rank), 0) + 1, $6, $7, $8
       from app.contact_route r where r.person_id = $2`,
      [
        route.id,
        personId,
        route.kind,
        JSON.stringify(route.permissions),
        route.state,
        dateOf(at),
        route.purpose,
        route.seenBy,
      ],
    );
  }

  async permitRoutes({ routes, at }: { routes: readonly Route[]; at: Instant }): Promise<void> {
    for (const { id, permissions, state, recheckAskedAt } of routes) {
      await this.manager.query(
        `update app.contact_route set permissions = $2, state = $3, checked_at = $4,
           recheck_asked_at = case when $5::boolean then recheck_asked_at end
         where route_id = $1`,
        [id, JSON.stringify(permissions), state, dateOf(at), (recheckAskedAt ?? null) !== null],
      );
    }
  }

  async saveVersion({
    personId,
    card,
    part,
    at,
  }: Parameters<SafeContactStore['saveVersion']>[0]): Promise<void> {
    await this.manager.query(INSERT_VERSION, [
      personId,
      card.version,
      jsonOf(card.windows),
      jsonOf(card.saidWindows),
      jsonOf(card.never),
      JSON.stringify(card.exceptions),
      card.callerId,
      card.wording,
      card.thirdParty?.relation ?? null,
      card.thirdParty?.knows ?? null,
      card.lostContact.policeCheck,
      card.lostContact.afterDays,
      card.lostContact.via,
      card.stopped,
      part,
      dateOf(at),
    ]);
  }

  async saveRoute({ id, permissions, seenBy, checkedAt, recheckAfter }: Route): Promise<void> {
    await this.manager.query(
      `update app.contact_route set permissions = $2, seen_by = $3, checked_at = $4, recheck_days = $5,
         recheck_asked_at = null
       where route_id = $1`,
      [id, JSON.stringify(permissions), seenBy, dateOf(checkedAt), daysBetween(checkedAt, recheckAfter)],
    );
  }

  async addSealed(added: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void> {
    const { personId, record, at } = added;
    await this.manager.query(
      `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
       values ($1, $2, $3, $4, $5) on conflict (record_id, kind) do nothing`,
      [record.recordId, record.kind, personId, record.sealed, dateOf(at)],
    );
  }
}

function jsonOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function daysBetween(from: Instant, to: Instant): number {
  return Math.round((to - from) / (24 * HOUR));
}
