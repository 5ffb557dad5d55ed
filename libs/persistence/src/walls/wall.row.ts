import type { StandingWall } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  TeamId,
  UserId,
  Wall,
  WallBasis,
  WallId,
  WallKind,
  WallTarget,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, instantOf, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'case_wall' })
export class WallRow {
  @PrimaryColumn({ type: 'uuid', name: 'wall_id' }) id: WallId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') kind: WallKind;
  @Column(MAYBE_UUID) walledUserId: UserId | null;
  @Column(MAYBE_UUID) walledTeamId: TeamId | null;
  @Column(MAYBE_UUID) walledAgencyId: AgencyId | null;
  @Column(MAYBE_UUID) apartFromPersonId: PersonId | null;
  @Column(MAYBE_UUID) sparedUserId: UserId | null;
  @Column('boolean') sparesLeads: boolean;
  @Column('text') basis: WallBasis;
  @Column('uuid') setBy: UserId;
  @Column(AT) setAt: Instant;
  @Column(MAYBE_UUID) liftedBy: UserId | null;
  @Column(MAYBE_AT) liftedAt: Instant | null;
  @Column('integer') revision: number;
}

const NOBODY = { walledUserId: null, walledTeamId: null, walledAgencyId: null, apartFromPersonId: null };

export function rowOf({ target, ...wall }: Wall): WallRow {
  return { ...wall, ...NOBODY, ...columnOf(target) };
}

function columnOf(target: WallTarget): Partial<typeof NOBODY | WallRow> {
  switch (target.kind) {
    case 'user':
      return { walledUserId: target.userId };
    case 'team':
      return { walledTeamId: target.teamId };
    case 'agency':
      return { walledAgencyId: target.agencyId };
    case 'apart':
      return { apartFromPersonId: target.fromPersonId };
  }
}

export function wallOf(row: WallRow): Wall {
  const { walledUserId, walledTeamId, walledAgencyId, apartFromPersonId, ...wall } = row;
  return { ...wall, target: targetOf({ walledUserId, walledTeamId, walledAgencyId, apartFromPersonId }) };
}

function targetOf(
  row: Pick<WallRow, 'walledUserId' | 'walledTeamId' | 'walledAgencyId' | 'apartFromPersonId'>,
): WallTarget {
  if (row.walledUserId !== null) return { kind: 'user', userId: row.walledUserId };
  if (row.walledTeamId !== null) return { kind: 'team', teamId: row.walledTeamId };
  if (row.walledAgencyId !== null) return { kind: 'agency', agencyId: row.walledAgencyId };
  if (row.apartFromPersonId !== null) return { kind: 'apart', fromPersonId: row.apartFromPersonId };
  throw new Error('a wall stands before somebody');
}

/** As the database's function words a row: its columns, times as text. */
export interface RawWall {
  readonly wall_id: WallId;
  readonly person_id: PersonId;
  readonly case_id: CaseId;
  readonly handling_agency_id: AgencyId;
  readonly kind: WallKind;
  readonly walled_user_id: UserId | null;
  readonly walled_team_id: TeamId | null;
  readonly walled_agency_id: AgencyId | null;
  readonly apart_from_person_id: PersonId | null;
  readonly spared_user_id: UserId | null;
  readonly spares_leads: boolean;
  readonly basis: WallBasis;
  readonly set_by: UserId;
  readonly set_at: string;
  readonly revision: number;
  readonly workers: readonly UserId[];
}

export function standingWallOf(raw: RawWall): StandingWall {
  return {
    id: raw.wall_id,
    personId: raw.person_id,
    caseId: raw.case_id,
    handlingAgencyId: raw.handling_agency_id,
    kind: raw.kind,
    target: targetOf({
      walledUserId: raw.walled_user_id,
      walledTeamId: raw.walled_team_id,
      walledAgencyId: raw.walled_agency_id,
      apartFromPersonId: raw.apart_from_person_id,
    }),
    sparedUserId: raw.spared_user_id,
    sparesLeads: raw.spares_leads,
    basis: raw.basis,
    setBy: raw.set_by,
    setAt: instantOf(new Date(raw.set_at)),
    liftedBy: null,
    liftedAt: null,
    revision: raw.revision,
    workers: raw.workers,
  };
}
