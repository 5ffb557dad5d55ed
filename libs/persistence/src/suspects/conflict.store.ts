import type { ConflictRecord, ConflictStore } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  ConflictId,
  ConflictKeyKind,
  ConflictState,
  Instant,
  PersonId,
  SuspectId,
  UserId,
  Wall,
} from '#libs/domain';
import { Column, Entity, IsNull, Not, PrimaryColumn, type EntityManager } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';
import { rowOf, WallRow } from '../walls';

@Entity({ schema: 'wall', name: 'conflict' })
export class ConflictRow implements ConflictRecord {
  @PrimaryColumn({ type: 'uuid', name: 'conflict_id' }) id: ConflictId;
  @Column('uuid') suspectId: SuspectId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') otherPersonId: PersonId;
  @Column('uuid') otherCaseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column({ type: 'text', array: true }) shared: ConflictKeyKind[];
  @Column('text') state: ConflictState;
  @Column(AT) foundAt: Instant;
  @Column(MAYBE_AT) nextDueAt: Instant | null;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column('integer') revision: number;
}

const MOST = 100;

export class PostgresConflictStore implements ConflictStore {
  constructor(private readonly manager: EntityManager) {}

  async hold(record: ConflictRecord): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(ConflictRow)
      .values({ ...record, shared: [...record.shared] })
      .orIgnore()
      .returning('conflict_id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  find(id: ConflictId): Promise<ConflictRecord | null> {
    return this.manager.findOne(ConflictRow, { where: { id } });
  }

  lock(id: ConflictId): Promise<ConflictRecord | null> {
    return this.manager.findOne(ConflictRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save({ id, state, nextDueAt, decidedBy, decidedAt, revision }: ConflictRecord): Promise<void> {
    await this.manager.update(
      ConflictRow,
      { id },
      { state, nextDueAt, decidedBy, decidedAt, revision: revision + 1 },
    );
  }

  waiting(): Promise<readonly ConflictRecord[]> {
    return this.manager.find(ConflictRow, {
      where: { nextDueAt: Not(IsNull()) },
      order: { nextDueAt: 'ASC', id: 'ASC' },
      take: MOST,
    });
  }

  async keepApart(wall: Wall): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(WallRow)
      .values({ ...rowOf(wall) })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
}
