import {
  factsOf,
  type AgeBand,
  type AgencyId,
  type Agreement,
  type AttemptFact,
  type CaseId,
  type ContactState,
  type Danger,
  type DeadlineState,
  type Facts,
  type Instant,
  type LanguageNeed,
  type OffenceGroup,
  type RecordRelation,
  type ReferralId,
  type Relationship,
  type SafeContactCard,
  type SuspectAccess,
  type TeamId,
  type UserId,
  type WhenBand,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';
import { cardBody } from '../safe-contact/card-body';

/** What was said of the incident and the person when they were referred, in codes. */
export interface IntakeCodes {
  readonly district: string | null;
  readonly agreement: Agreement;
  readonly dangers: readonly Danger[];
  /** As it was said at the report, and as it stands now. */
  readonly ageBand: AgeBand;
  readonly ageNow: AgeBand;
  readonly languageNeed: LanguageNeed;
  readonly offenceGroup: OffenceGroup;
  readonly whenBand: WhenBand;
  readonly relationship: Relationship;
  readonly suspectAccess: readonly SuspectAccess[];
}

export interface SummaryLimb {
  readonly limb: string;
  readonly binding: boolean;
  readonly state: DeadlineState;
  readonly dueAt: Instant;
  readonly adjustedDueAt: Instant | null;
  readonly metAt: Instant | null;
}

/** One case in codes and times: all that may be shown without opening the vault. */
export interface CaseSummary {
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly contactState: ContactState;
  readonly danger: boolean;
  readonly ownerTeamId: TeamId;
  readonly ownerUserId: UserId | null;
  readonly actByAt: Instant | null;
  readonly actBySafe: boolean;
  readonly nextDueAt: Instant | null;
  readonly attempts: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly revision: number;
  readonly relation: RecordRelation;
  readonly intake: IntakeCodes;
  readonly card: SafeContactCard;
  readonly limbs: readonly SummaryLimb[];
  /** When each rung that is reported was first reached; attempted and contacted stay apart. */
  readonly facts: Facts;
}

const SELECT = `
  select c.case_id, c.referral_id, c.reference, c.contact_state, c.danger, c.owner_team_id, c.owner_user_id,
    c.act_by_at, c.act_by_safe, c.next_due_at, c.attempts, c.opened_at, c.closed_at, c.revision,
    c.handling_agency_id, r.referring_agency_id, r.referring_team_id,
    json_build_object('district', r.district, 'agreement', r.agreement, 'dangers', r.dangers,
      'ageBand', p.age_band, 'ageNow', coalesce(p.age_now, p.age_band), 'languageNeed', p.language_need, 'offenceGroup', i.offence_group,
      'whenBand', i.when_band, 'relationship', i.relationship, 'suspectAccess', i.suspect_access) as intake,
    card.body as card, limbs.list, tries.list as tries
  from app.case_file c
  join app.referral r on r.referral_id = c.referral_id
  join app.person p on p.person_id = c.person_id
  join app.incident i on i.report_id = r.report_id
  join lateral (
    ${cardBody('c.person_id')}
  ) card on true
  left join lateral (
    select json_agg(json_build_object('limb', d.limb, 'binding', d.binding, 'state', d.state, 'dueAt', d.due_at,
      'adjustedDueAt', d.adjusted_due_at, 'metAt', d.met_at) order by d.due_at) as list
    from app.deadline d where d.case_id = c.case_id
  ) limbs on true
  left join lateral (
    select json_agg(json_build_object('id', a.attempt_id, 'rung', a.rung, 'happenedAt', a.happened_at,
      'recordedAt', a.recorded_at, 'confirmation', a.confirmation)) as list
    from app.contact_attempt a where a.case_id = c.case_id
  ) tries on true
  where c.case_id = $1`;

/** Null when there is no such case or row-level security hides it: the two are one answer (P7). */
export async function caseSummary(manager: EntityManager, id: CaseId): Promise<CaseSummary | null> {
  const [row] = await manager.query<RawSummary[]>(SELECT, [id]);
  return row ? fromRaw(row) : null;
}

interface RawSummary {
  readonly case_id: CaseId;
  readonly referral_id: ReferralId;
  readonly reference: string;
  readonly contact_state: ContactState;
  readonly danger: boolean;
  readonly owner_team_id: TeamId;
  readonly owner_user_id: UserId | null;
  readonly act_by_at: Date | null;
  readonly act_by_safe: boolean;
  readonly next_due_at: Date | null;
  readonly attempts: number;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly revision: number;
  readonly handling_agency_id: AgencyId;
  readonly referring_agency_id: AgencyId;
  readonly referring_team_id: TeamId | null;
  readonly intake: IntakeCodes;
  readonly card: SafeContactCard;
  readonly list: readonly RawLimb[];
  readonly tries: readonly RawTry[] | null;
}

type RawTry = Omit<AttemptFact, 'happenedAt' | 'recordedAt'> &
  Readonly<Record<'happenedAt' | 'recordedAt', string>>;

interface RawLimb extends Pick<SummaryLimb, 'limb' | 'binding' | 'state'> {
  readonly dueAt: string;
  readonly adjustedDueAt: string | null;
  readonly metAt: string | null;
}

/** Times inside JSON carry an offset and microseconds, which `Date` reads. */
function fromRaw(raw: RawSummary): CaseSummary {
  return {
    caseId: raw.case_id,
    referralId: raw.referral_id,
    reference: raw.reference,
    contactState: raw.contact_state,
    danger: raw.danger,
    ownerTeamId: raw.owner_team_id,
    ownerUserId: raw.owner_user_id,
    actByAt: maybeInstantOf(raw.act_by_at),
    actBySafe: raw.act_by_safe,
    nextDueAt: maybeInstantOf(raw.next_due_at),
    attempts: raw.attempts,
    openedAt: instantOf(raw.opened_at),
    closedAt: maybeInstantOf(raw.closed_at),
    revision: raw.revision,
    relation: {
      handlingAgencyId: raw.handling_agency_id,
      referringAgencyId: raw.referring_agency_id,
      referringTeamId: raw.referring_team_id,
    },
    intake: raw.intake,
    card: raw.card,
    limbs: raw.list.map((limb) => ({
      ...limb,
      dueAt: instantOf(limb.dueAt),
      adjustedDueAt: maybeInstantOf(limb.adjustedDueAt),
      metAt: maybeInstantOf(limb.metAt),
    })),
    facts: factsOf((raw.tries ?? []).map(attemptOf)),
  };
}

function attemptOf(raw: RawTry): AttemptFact {
  return { ...raw, happenedAt: instantOf(raw.happenedAt), recordedAt: instantOf(raw.recordedAt) };
}
