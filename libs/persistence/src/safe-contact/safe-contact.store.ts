import type { SafeContactStore, SealedRecord } from '#libs/casework';
import type {
  Instant,
  OpeningHours,
  PersonId,
  Route,
  RouteId,
  RouteState,
  SafeContactCard,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';

export class PostgresSafeContactStore implements SafeContactStore {
  constructor(private readonly manager: EntityManager) {}

  async cardOf(personId: PersonId): Promise<SafeContactCard> {
    const [card] = await this.manager.query<
      { version: number; windows: OpeningHours | null; stopped: boolean; routes: Route[] }[]
    >(
      `select c.version, c.windows, c.stopped, coalesce((
         select json_agg(json_build_object('id', r.route_id, 'kind', r.kind, 'permissions', r.permissions,
           'state', r.state) order by r.rank)
         from app.contact_route r where r.person_id = c.person_id), '[]') as routes
       from app.safe_contact_card c where c.person_id = $1 order by c.version desc limit 1`,
      [personId],
    );
    if (!card) throw new Error('every person has a safe-contact card');
    return card;
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

  sealedOf(personId: PersonId, recordIds: readonly string[]): Promise<readonly SealedRecord[]> {
    return this.manager.query<SealedRecord[]>(
      `select record_id as "recordId", kind, sealed from vault.person_record
       where person_id = $1 and record_id = any($2::uuid[])`,
      [personId, recordIds],
    );
  }
}
