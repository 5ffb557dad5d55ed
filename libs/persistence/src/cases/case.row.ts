import type { CaseRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  ContactState,
  Instant,
  PersonId,
  ReferralId,
  TeamId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'case_file' })
export class CaseRow implements CaseRecord {
  @PrimaryColumn({ type: 'uuid', name: 'case_id' }) id: CaseId;
  @Column('uuid') referralId: ReferralId;
  @Column('uuid') personId: PersonId;
  @Column('text') reference: string;
  @Column('text') contactState: ContactState;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') ownerTeamId: TeamId;
  @Column(MAYBE_UUID) ownerUserId: UserId | null;
  @Column('boolean') danger: boolean;
  @Column(MAYBE_AT) actByAt: Instant | null;
  @Column('boolean') actBySafe: boolean;
  @Column(MAYBE_AT) nextDueAt: Instant | null;
  @Column('integer') attempts: number;
  @Column(AT) openedAt: Instant;
  @Column(MAYBE_AT) closedAt: Instant | null;
  @Column('integer') revision: number;
}
