import type { AgencyId, Appointment, AppointmentId, CaseId, Instant, PersonId, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'appointment' })
export class AppointmentRow implements Appointment {
  @PrimaryColumn({ type: 'uuid', name: 'appointment_id' }) id: AppointmentId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) keptBy: AgencyId | null;
  @Column('text') place: Appointment['place'];
  @Column(AT) startsAt: Instant;
  @Column(AT) endsAt: Instant;
  @Column('text') state: Appointment['state'];
  @Column(MAYBE_TEXT) reason: Appointment['reason'];
  @Column(MAYBE_UUID) movedFrom: AppointmentId | null;
  @Column('uuid') bookedBy: UserId;
  @Column(AT) bookedAt: Instant;
  @Column(MAYBE_UUID) settledBy: UserId | null;
  @Column(MAYBE_AT) settledAt: Instant | null;
  @Column('integer') revision: number;
}
