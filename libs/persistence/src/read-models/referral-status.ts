import type { AgencyId, Feedback, Instant, ReferralId, ReferralState, Source, TeamId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';

/** All that a referrer ever sees of what they sent (P7): no case, no attempt, no outcome. */
export interface ReferralStatus {
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly source: Source;
  /**
   * Where the referral stands. That it was handed to another body, or that another referral tells of the same report,
   * is not told: it would say what was found out.
   */
  readonly state: ReferralState;
  readonly feedback: Feedback;
  readonly submittedAt: Instant;
  readonly callFromAt: Instant | null;
  readonly referringAgencyId: AgencyId;
  readonly referringTeamId: TeamId | null;
  readonly handlingAgencyId: AgencyId;
  /** Moves on with the record and with the start of its clock: what a correction must be based on. */
  readonly revision: number;
  readonly limbs: readonly ReferralLimb[];
}

export interface ReferralLimb {
  readonly limb: string;
  readonly binding: boolean;
  readonly dueAt: Instant;
  readonly startedAt: Instant;
}

export interface ReferralCursor {
  readonly submittedAt: Instant;
  readonly referralId: ReferralId;
}

const SELECT = `
  select r.referral_id, r.reference, r.source, r.feedback, r.submitted_at,
    case when r.state in ('out-of-scope', 'redirected', 'linked-duplicate') then 'accepted-for-triage' else r.state end as state,
    r.call_from_at, r.referring_agency_id, r.referring_team_id, r.handling_agency_id, r.revision + limbs.version - 1 as revision, limbs.list
  from app.referral r
  left join lateral (
    select json_agg(json_build_object('limb', d.limb, 'binding', d.binding, 'dueAt', d.due_at,
      'startedAt', (v.inputs ->> 'startedAt')::bigint) order by d.due_at) as list, max(d.version) as version
    from app.deadline d join app.deadline_version v on v.deadline_id = d.deadline_id and v.version = d.version
    where d.referral_id = r.referral_id
  ) limbs on true`;

export async function referralStatus(manager: EntityManager, id: ReferralId): Promise<ReferralStatus | null> {
  const [row] = await manager.query<RawStatus[]>(`${SELECT} where r.referral_id = $1`, [id]);
  return row ? fromRaw(row) : null;
}

/** The team's referrals, newest first. Row-level security keeps every other team's out. */
export async function referralStatuses(
  manager: EntityManager,
  { after, limit }: { after: ReferralCursor | null; limit: number },
): Promise<readonly ReferralStatus[]> {
  const rows = await manager.query<RawStatus[]>(
    `${SELECT}
     where $2::uuid is null or (r.submitted_at, r.referral_id) < ($3::timestamptz, $2::uuid)
     order by r.submitted_at desc, r.referral_id desc limit $1`,
    [limit, after?.referralId ?? null, after === null ? null : new Date(after.submittedAt)],
  );
  return rows.map(fromRaw);
}

interface RawStatus {
  readonly referral_id: ReferralId;
  readonly reference: string;
  readonly source: Source;
  readonly state: ReferralState;
  readonly feedback: Feedback;
  readonly submitted_at: Date;
  readonly call_from_at: Date | null;
  readonly referring_agency_id: AgencyId;
  readonly referring_team_id: TeamId | null;
  readonly handling_agency_id: AgencyId;
  readonly revision: number;
  readonly list: { limb: string; binding: boolean; dueAt: string; startedAt: number }[];
}

function fromRaw(raw: RawStatus): ReferralStatus {
  return {
    referralId: raw.referral_id,
    reference: raw.reference,
    source: raw.source,
    state: raw.state,
    feedback: raw.feedback,
    submittedAt: instantOf(raw.submitted_at),
    callFromAt: maybeInstantOf(raw.call_from_at),
    referringAgencyId: raw.referring_agency_id,
    referringTeamId: raw.referring_team_id,
    handlingAgencyId: raw.handling_agency_id,
    revision: raw.revision,
    limbs: raw.list.map(({ limb, binding, dueAt, startedAt }) => ({
      limb,
      binding,
      dueAt: instantOf(new Date(dueAt)),
      startedAt: startedAt as Instant,
    })),
  };
}
