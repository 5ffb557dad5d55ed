import type { ConflictRecord, ConflictStore } from '#libs/casework';
import type {
  AgencyId,
  AskAgainReason,
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
import { rowOf, wallOf, WallRow } from '../walls';

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
  @Column(MAYBE_UUID) askedAgainBy: UserId | null;
  @Column(MAYBE_AT) askedAgainAt: Instant | null;
  @Column({ type: 'text', nullable: true }) askedAgainBecause: AskAgainReason | null;
  @Column({ type: 'text', nullable: true }) decidedBefore: ConflictState | null;
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

  async save({ id, revision, ...record }: ConflictRecord): Promise<void> {
    const { state, nextDueAt, decidedBy, decidedAt } = record;
    const { askedAgainBy, askedAgainAt, askedAgainBecause, decidedBefore } = record;
    const asked = { askedAgainBy, askedAgainAt, askedAgainBecause, decidedBefore };
    await this.manager.update(
      ConflictRow,
      { id },
      { state, nextDueAt, decidedBy, decidedAt, ...asked, revision: revision + 1 },
    );
  }

  waiting(): Promise<readonly ConflictRecord[]> {
    return this.manager.find(ConflictRow, {
      where: { nextDueAt: Not(IsNull()) },
      order: { nextDueAt: 'ASC', id: 'ASC' },
      take: MOST,
    });
  }

  async atOneService(): Promise<readonly ConflictId[]> {
    const rows = await this.manager.query<{ id: ConflictId }[]>(
      'select app.conflicts_at_one_service() as id',
    );
    return rows.map(({ id }) => id);
  }

  decided(): Promise<readonly ConflictRecord[]> {
    return this.manager.find(ConflictRow, {
      where: { nextDueAt: IsNull() },
      order: { decidedAt: 'DESC', id: 'ASC' },
      take: MOST,
    });
  }

  async tell({ id, caseId, otherCaseId, handlingAgencyId }: ConflictRecord): Promise<void> {
    await this.manager.query('select app.tell_of_decision($1, $2, $3, $4)', [
      id,
      caseId,
      otherCaseId,
      handlingAgencyId,
    ]);
  }

  async tellOfPassed(): Promise<void> {
    await this.manager.query(
      `with passed as (
         update wall.conflict set told_for = next_due_at
         where next_due_at < app.service_now() and told_for is distinct from next_due_at
         returning conflict_id, case_id, other_case_id, handling_agency_id
       )
       select app.tell_of_decision(conflict_id, case_id, other_case_id, handling_agency_id) from passed`,
    );
  }

  async takeDown({ people, by, at }: Parameters<ConflictStore['takeDown']>[0]): Promise<readonly Wall[]> {
    const [one, other] = people;
    const standing = await this.manager.find(WallRow, {
      where: [
        { personId: one, apartFromPersonId: other, liftedAt: IsNull() },
        { personId: other, apartFromPersonId: one, liftedAt: IsNull() },
      ],
    });
    for (const { id, revision } of standing) {
      await this.manager.update(WallRow, { id }, { liftedBy: by, liftedAt: at, revision: revision + 1 });
    }
    return standing.map((row) => wallOf({ ...row, liftedBy: by, liftedAt: at }));
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
