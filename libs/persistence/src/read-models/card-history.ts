import type { CaseId, Channel, Instant, Permission, RouteId, RouteState, SeenBy, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** One version of a card or of a route on it, in codes: who wrote it, when, and what it said. */
export type CardVersionLine =
  | {
      readonly of: 'card';
      readonly version: number;
      /** Which part of the card was said anew. */
      readonly part: string;
      readonly by: UserId | null;
      readonly at: Instant;
    }
  | {
      readonly of: 'route';
      readonly version: number;
      readonly routeId: RouteId;
      readonly state: RouteState;
      readonly permissions: Readonly<Record<Channel, Permission>>;
      readonly seenBy: readonly SeenBy[];
      readonly by: UserId | null;
      readonly at: Instant;
    };

const VERSIONS = `
  select 'card' as of, s.version, s.changed as part, null::uuid as route_id, null as state, null::jsonb as permissions,
    null::text[] as seen_by, s.recorded_by as by, s.recorded_at as at
  from app.safe_contact_card s join app.case_file c using (person_id) where c.case_id = $1
  union all
  select 'route', v.version, null, v.route_id, v.state, v.permissions, v.seen_by, v.changed_by, v.changed_at
  from app.contact_route_version v join app.case_file c using (person_id) where c.case_id = $1
  order by at desc, of, version desc`;

/** Every version that the card of this case's person ever had, the newest first. Nothing of it names anybody. */
export async function cardHistory(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly CardVersionLine[]> {
  const rows = await manager.query<RawVersion[]>(VERSIONS, [caseId]);
  return rows.map(({ of, version, part, route_id, state, permissions, seen_by, by, at }) =>
    of === 'card'
      ? { of, version, part, by, at: instantOf(at) }
      : { of, version, routeId: route_id, state, permissions, seenBy: seen_by, by, at: instantOf(at) },
  );
}

/** The short form of each text that may be sent to a person, in the version in force, for the choice of one. */
export async function personTexts(
  manager: EntityManager,
  { ids, now }: { ids: readonly string[]; now: Instant },
): Promise<readonly { readonly id: string; readonly phone: string }[]> {
  return manager.query<{ id: string; phone: string }[]>(
    `select distinct on (template_id) template_id as id, body ->> 'phone' as phone
     from app.message_template_version where template_id = any($1::text[]) and effective_from <= $2
     order by template_id, version desc`,
    [ids, dateOf(now)],
  );
}

type RawVersion = { readonly version: number; readonly by: UserId | null; readonly at: Date } & (
  | {
      readonly of: 'card';
      readonly part: string;
      readonly route_id: null;
      readonly state: null;
      readonly permissions: null;
      readonly seen_by: null;
    }
  | {
      readonly of: 'route';
      readonly part: null;
      readonly route_id: RouteId;
      readonly state: RouteState;
      readonly permissions: Readonly<Record<Channel, Permission>>;
      readonly seen_by: readonly SeenBy[];
    }
);
