import type { BookingRecord, InterpreterStore } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  InterpreterGender,
  Language,
  LanguageNeed,
  PersonId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { AT, MAYBE_AT } from '../columns';

@Entity({ schema: 'app', name: 'interpreter_booking' })
export class BookingRow implements BookingRecord {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' }) id: string;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') language: Language;
  @Column('text') gender: InterpreterGender;
  @Column('boolean') outsideCommunity: boolean;
  @Column('text') outcome: BookingRecord['outcome'];
  @Column(MAYBE_AT) forAt: Instant | null;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
}

export class PostgresInterpreterStore implements InterpreterStore {
  constructor(private readonly manager: EntityManager) {}

  async needOf(personId: PersonId): Promise<LanguageNeed> {
    const [row] = await this.manager.query<{ language_need: LanguageNeed }[]>(
      'select language_need from app.person where person_id = $1',
      [personId],
    );
    if (!row) throw new Error('every case has a person');
    return row.language_need;
  }

  async insert(record: BookingRecord): Promise<void> {
    await this.manager.insert(BookingRow, record);
  }

  ofCase(caseId: CaseId): Promise<readonly BookingRecord[]> {
    return this.manager.find(BookingRow, { where: { caseId }, order: { recordedAt: 'ASC' } });
  }
}
