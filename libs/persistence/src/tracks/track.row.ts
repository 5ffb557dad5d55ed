import type {
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  ReferralId,
  TeamId,
  Track,
  TrackId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'track' })
export class TrackRow implements Track {
  @PrimaryColumn({ type: 'uuid', name: 'track_id' }) id: TrackId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') referralId: ReferralId;
  @Column('text') reference: string;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) policeAgencyId: AgencyId | null;
  @Column(MAYBE_UUID) policeTeamId: TeamId | null;
  @Column('integer') number: number;
  @Column('uuid') openedBy: UserId;
  @Column(AT) openedAt: Instant;
}
