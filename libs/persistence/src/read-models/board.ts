import {
  roundStanding,
  type CaseId,
  type Confirmation,
  type ContactRecheckId,
  type ContactState,
  type DeadlineState,
  type Instant,
  type OpeningHours,
  type RoundStanding,
  type Rung,
  type UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';
import { GIVEN, pageParameters, pageStatement, type BoardQuery } from './board-views';

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
  /** When to act by; once every clock is met, when the next step is due. */
  readonly actByAt: Instant;
  readonly actBySafe: boolean;
  readonly round: RoundStanding;
  /** How many attempts the policy that the case began under asks for. */
  readonly mostAttempts: number | null;
  readonly windows: OpeningHours | null;
  /** Whether some number may be called at all. */
  readonly callable: boolean;
  readonly voicemailAllowed: boolean;
  readonly activeRoutes: number;
  /** Whether every number that may be called was last asked about too long ago. */
  readonly recheckDue: boolean;
  readonly limbs: readonly BoardLimb[];
  /** Who said "I am calling", and since when by the service's clock. */
  readonly claim: { readonly userId: UserId; readonly since: Instant } | null;
  /** An offer that nobody has answered; `to` null is the team. */
  readonly offer: { readonly to: UserId | null } | null;
  readonly callBackAt: Instant | null;
  readonly waitsForPolice: boolean;
  /** What happened to the suspect makes it urgent to ask whether contact is still safe: since when, and by when. */
  readonly recheck: {
    readonly id: ContactRecheckId;
    readonly openedAt: Instant;
    readonly dueAt: Instant;
  } | null;
  readonly revision: number;
}

const DETAILS = `
  select c.case_id, c.reference, c.danger, c.contact_state, c.owner_user_id, page.place_at, c.act_by_safe,
    attempts.list as attempts, c.call_hours is not null as callable, c.revision, card.windows, routes.voicemail, routes.active, routes.recheck,
    limbs.list, claim.user_id as claimed_by,
    app.service_now() - (now() - claim.claimed_at) as claimed_since,
    offer.case_id is not null as offered, offer.to_user_id as offered_to, back.at as call_back_at,
    exists (select 1 from app.police_task t where t.case_id = c.case_id and t.state = 'open') as police,
    again.recheck_id, again.opened_at as recheck_opened_at, again.due_at as recheck_due_at,
    (select (body ->> 'attempts')::integer from app.attempt_policy_version
     where effective_from <= c.opened_at order by effective_from desc, version desc limit 1) as most
  from page
  join app.case_file c on c.case_id = page.case_id
  left join lateral (
    select windows from app.safe_contact_card s where s.person_id = c.person_id order by version desc limit 1
  ) card on true
  left join lateral (
    select bool_or(r.permissions ->> 'voicemail' = 'yes') as voicemail,
      count(*) filter (where r.state = 'active')::integer as active,
      bool_and(app.service_now() > r.checked_at + make_interval(hours => r.recheck_days * 24))
        filter (where r.state = 'active' and r.permissions ->> 'call' = 'yes') as recheck
    from app.contact_route r where r.person_id = c.person_id
  ) routes on true
  left join lateral (
    select json_agg(json_build_object('limb', d.limb, 'binding', d.binding, 'state', d.state,
      'dueAt', d.due_at) order by d.due_at) as list
    from app.deadline d where d.case_id = c.case_id
  ) limbs on true
  left join lateral (
    select json_agg(json_build_object('rung', a.rung, 'confirmation', a.confirmation,
      'happenedAt', a.happened_at) order by a.happened_at, a.recorded_at) as list
    from app.contact_attempt a where a.case_id = c.case_id
  ) attempts on true
  left join app.case_claim claim on claim.case_id = c.case_id and claim.until_at > now()
  left join app.handover offer on offer.case_id = c.case_id and offer.state = 'offered'
  left join app.call_back back on back.case_id = c.case_id and back.ended is null
  left join app.contact_recheck again on again.case_id = c.case_id and again.state = 'open'
  order by page.danger desc, page.place_at, page.case_id`;

/** Danger first, then the last safe instant before the earliest unmet limb (DESIGN §11). */
export async function boardPage(
  manager: EntityManager,
  query: BoardQuery,
  now: Instant,
): Promise<readonly BoardRow[]> {
  const rows = await manager.query<RawRow[]>(`with ${GIVEN}, page as (${pageStatement(query)}) ${DETAILS}`, [
    ...pageParameters(query, now),
  ]);
  return rows.map(fromRaw);
}

interface RawRow {
  readonly case_id: CaseId;
  readonly reference: string;
  readonly danger: boolean;
  readonly contact_state: ContactState;
  readonly owner_user_id: UserId | null;
  readonly place_at: Date;
  readonly act_by_safe: boolean;
  readonly attempts:
    { readonly rung: Rung; readonly confirmation: Confirmation; readonly happenedAt: string }[] | null;
  readonly most: number | null;
  readonly callable: boolean;
  readonly revision: number;
  readonly windows: OpeningHours | null;
  readonly voicemail: boolean | null;
  readonly active: number;
  readonly recheck: boolean | null;
  readonly list: (Omit<BoardLimb, 'dueAt'> & { readonly dueAt: string })[] | null;
  readonly claimed_by: UserId | null;
  readonly claimed_since: Date | null;
  readonly offered: boolean;
  readonly offered_to: UserId | null;
  readonly call_back_at: Date | null;
  readonly police: boolean;
  readonly recheck_id: ContactRecheckId | null;
  readonly recheck_opened_at: Date | null;
  readonly recheck_due_at: Date | null;
}

function fromRaw(raw: RawRow): BoardRow {
  return {
    caseId: raw.case_id,
    reference: raw.reference,
    danger: raw.danger,
    contactState: raw.contact_state,
    ownerUserId: raw.owner_user_id,
    actByAt: instantOf(raw.place_at),
    actBySafe: raw.act_by_safe,
    round: roundStanding((raw.attempts ?? []).map(attemptOf)),
    mostAttempts: raw.most,
    windows: raw.windows,
    callable: raw.callable,
    voicemailAllowed: raw.voicemail ?? false,
    activeRoutes: raw.active,
    recheckDue: raw.recheck ?? false,
    limbs: (raw.list ?? []).map((limb) => ({ ...limb, dueAt: instantOf(new Date(limb.dueAt)) })),
    claim: claimOf(raw),
    offer: raw.offered ? { to: raw.offered_to } : null,
    callBackAt: maybeInstantOf(raw.call_back_at),
    waitsForPolice: raw.police,
    recheck: recheckOf(raw),
    revision: raw.revision,
  };
}

function attemptOf({ happenedAt, ...attempt }: NonNullable<RawRow['attempts']>[number]) {
  return { ...attempt, happenedAt: instantOf(new Date(happenedAt)) };
}

function claimOf({ claimed_by: userId, claimed_since: since }: RawRow): BoardRow['claim'] {
  return userId === null || since === null ? null : { userId, since: instantOf(since) };
}

function recheckOf({
  recheck_id: id,
  recheck_opened_at: openedAt,
  recheck_due_at: dueAt,
}: RawRow): BoardRow['recheck'] {
  return id === null || openedAt === null || dueAt === null
    ? null
    : { id, openedAt: instantOf(openedAt), dueAt: instantOf(dueAt) };
}
