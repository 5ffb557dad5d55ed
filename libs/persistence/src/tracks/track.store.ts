import type { TrackGround, TrackPlace, TrackStore } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  ContactRecheck,
  ContactRecheckId,
  Instant,
  Milestone,
  MilestoneId,
  OfficerTerm,
  PersonId,
  PositionEntry,
  ReferralId,
  TeamId,
  Track,
  TrackId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { ContactRecheckRow } from './contact-recheck.row';
import { MilestoneRow } from './milestone.row';
import { TrackOfficerRow } from './track-officer.row';
import { TrackPositionRow } from './track-position.row';
import { TrackRow } from './track.row';

const LOCK = { mode: 'pessimistic_write' } as const;

export class PostgresTrackStore implements TrackStore {
  constructor(private readonly manager: EntityManager) {}

  async groundOf(place: TrackPlace): Promise<TrackGround | null> {
    const ids = place.kind === 'case' ? [place.caseId, null] : [null, place.referralId];
    const [row] = await this.manager.query<RawGround[]>('select * from app.track_ground($1, $2)', ids);
    if (!row) return null;
    return {
      caseId: row.case_id,
      personId: row.person_id,
      referralId: row.referral_id,
      reference: row.reference,
      handlingAgencyId: row.handling_agency_id,
      policeAgencyId: row.police_agency_id,
      policeTeamId: row.police_team_id,
      closed: row.closed,
      nextNumber: row.next_number,
    };
  }

  at(place: TrackPlace): Promise<readonly Track[]> {
    return tracksAt(this.manager, place);
  }

  find(id: TrackId): Promise<Track | null> {
    return this.manager.findOne(TrackRow, { where: { id } });
  }

  lock(id: TrackId): Promise<Track | null> {
    return this.manager.findOne(TrackRow, { where: { id }, lock: LOCK });
  }

  async insert(track: Track): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(TrackRow)
      .values({ ...track })
      .orIgnore()
      .returning('track_id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  milestonesOf(trackId: TrackId): Promise<readonly Milestone[]> {
    return this.manager.find(MilestoneRow, { where: { trackId }, order: { happenedAt: 'ASC', id: 'ASC' } });
  }

  findMilestone(id: MilestoneId): Promise<Milestone | null> {
    return this.manager.findOne(MilestoneRow, { where: { id } });
  }

  async insertMilestone(track: Track, { issues, ...milestone }: Milestone): Promise<void> {
    await this.manager.insert(MilestoneRow, { ...ofCase(track), ...milestone, issues: [...issues] });
  }

  async endMilestone({ id, state, endedReason, endedAt }: Milestone): Promise<void> {
    await this.manager.update(MilestoneRow, { id }, { state, endedReason, endedAt });
  }

  async counterpartOf(id: MilestoneId): Promise<MilestoneId | null> {
    const [row] = await this.manager.query<{ other: MilestoneId | null }[]>(
      'select app.counterpart_of($1) as other',
      [id],
    );
    return row?.other ?? null;
  }

  positionsOf(trackId: TrackId): Promise<readonly PositionEntry[]> {
    return this.manager.find(TrackPositionRow, { where: { trackId }, order: { saidAt: 'ASC', id: 'ASC' } });
  }

  async insertPosition(track: Track, entry: PositionEntry): Promise<void> {
    await this.manager.insert(TrackPositionRow, { ...ofCase(track), ...entry });
  }

  async endPosition({ id, state, endedAt }: PositionEntry): Promise<void> {
    await this.manager.update(TrackPositionRow, { id }, { state, endedAt });
  }

  officersOf(trackId: TrackId): Promise<readonly OfficerTerm[]> {
    return this.manager.find(TrackOfficerRow, { where: { trackId }, order: { from: 'ASC', id: 'ASC' } });
  }

  async insertOfficer(track: Track, term: OfficerTerm): Promise<void> {
    await this.manager.insert(TrackOfficerRow, { ...ofCase(track), ...term });
  }

  async askContactAgain(asked: {
    readonly id: ContactRecheckId;
    readonly milestoneId: MilestoneId;
    readonly dueAt: Instant;
  }): Promise<boolean> {
    const [row] = await this.manager.query<{ opened: boolean }[]>(
      'select app.ask_contact_again($1, $2, $3) as opened',
      [asked.id, asked.milestoneId, dateOf(asked.dueAt)],
    );
    return row?.opened ?? false;
  }

  openRecheckOf(caseId: CaseId): Promise<ContactRecheck | null> {
    return openRecheckOf(this.manager, caseId);
  }

  findRecheck(id: ContactRecheckId): Promise<ContactRecheck | null> {
    return this.manager.findOne(ContactRecheckRow, { where: { id } });
  }

  lockRecheck(id: ContactRecheckId): Promise<ContactRecheck | null> {
    return this.manager.findOne(ContactRecheckRow, { where: { id }, lock: LOCK });
  }

  async saveRecheck({ id, state, settledBy, settledAt, reason, revision }: ContactRecheck): Promise<void> {
    const change = { state, settledBy, settledAt, reason, revision: revision + 1 };
    await this.manager.update(ContactRecheckRow, { id }, change);
  }

  async unmarkRoutes(personId: PersonId): Promise<void> {
    await this.manager.query(
      'update app.contact_route set recheck_asked_at = null where person_id = $1 and recheck_asked_at is not null',
      [personId],
    );
  }
}

/** Tracks of a case or referral by their number, as far as the reader may see them. */
export function tracksAt(manager: EntityManager, place: TrackPlace): Promise<readonly Track[]> {
  const where = place.kind === 'case' ? { caseId: place.caseId } : { referralId: place.referralId };
  return manager.find(TrackRow, { where, order: { number: 'ASC' } });
}

/** The urgent question of a case that nobody has answered yet. */
export function openRecheckOf(manager: EntityManager, caseId: CaseId): Promise<ContactRecheck | null> {
  return manager.findOne(ContactRecheckRow, { where: { caseId, state: 'open' } });
}

function ofCase({ caseId, personId, handlingAgencyId }: Track) {
  return { caseId, personId, handlingAgencyId };
}

interface RawGround {
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly referral_id: ReferralId;
  readonly reference: string;
  readonly handling_agency_id: AgencyId;
  readonly police_agency_id: AgencyId | null;
  readonly police_team_id: TeamId | null;
  readonly closed: boolean;
  readonly next_number: number;
}
