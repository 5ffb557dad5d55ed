import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changedByDesk, codesOf, keptByDesk, ofCase } from './case-tables';

/**
 * Appointments of a case: where, from when until when, and what came of each. A move is a new row that names the one
 * it stands in the place of. Where exactly is sealed.
 */
export class KeepAppointments1790000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(`
      ${keptByDesk({ table: 'appointment', author: 'booked_by' })}
      ${changedByDesk('appointment', ['state', 'reason', 'settled_by', 'settled_at', 'revision'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.appointment');
  }
}

const PLACES = [
  'at-our-centre',
  'at-another-service',
  'at-home',
  'by-phone',
  'by-video',
  'at-court',
  'at-police-station',
  'somewhere-else',
];
const REASONS = [
  'person-asked',
  'not-safe-then',
  'person-not-ready',
  'we-could-not',
  'place-not-free',
  'did-not-meet',
];

const TABLE = `
  create table app.appointment (
    appointment_id uuid primary key,
    place text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    state text not null default 'booked',
    reason text,
    moved_from uuid,
    booked_by uuid not null,
    booked_at timestamptz not null,
    settled_by uuid,
    settled_at timestamptz,
    revision integer not null default 1,${ofCase('appointment')},
    constraint appointment_booked_by foreign key (booked_by) references app.staff_user,
    constraint appointment_settled_by foreign key (settled_by) references app.staff_user,
    constraint appointment_moved_from foreign key (moved_from) references app.appointment,
    constraint appointment_moved_once unique (moved_from),
    constraint appointment_place_known check (place in (${codesOf(PLACES)})),
    constraint appointment_state_known check (
      state in ('booked', 'confirmed', 'attended', 'not-attended', 'moved', 'cancelled')
    ),
    constraint appointment_reason_known check (reason in (${codesOf(REASONS)})),
    constraint appointment_reason_where_asked check (
      (state in ('not-attended', 'moved', 'cancelled')) = (reason is not null)
    ),
    constraint appointment_settled_whole check (
      (state in ('attended', 'not-attended', 'moved', 'cancelled')) = (settled_at is not null)
    ),
    constraint appointment_booked_ahead check (starts_at > booked_at),
    constraint appointment_takes_time check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours')
  );
  create index appointment_ahead on app.appointment (handling_agency_id, starts_at)
    where state in ('booked', 'confirmed');
`;
