import type { CheckId, ExhaustedRecord, ExhaustedStore } from '#libs/casework';
import type { AgencyId, CaseId, ExhaustedBasis, Instant, UserId, WelfareCheck } from '#libs/domain';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { CheckRow } from '../checks';
import { AT } from '../columns';

@Entity({ schema: 'app', name: 'exhausted_contact' })
export class ExhaustedRow implements ExhaustedRecord {
  @PrimaryColumn('uuid') checkId: CheckId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') basis: ExhaustedBasis;
  @Column('integer') attempts: number;
  @Column('integer') policyVersion: number;
  @Column('text') welfareCheck: WelfareCheck;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
}

export class PostgresExhaustedStore implements ExhaustedStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: ExhaustedRecord): Promise<void> {
    await this.manager.insert(ExhaustedRow, record);
  }

  waits(caseId: CaseId): Promise<boolean> {
    return this.manager.exists(CheckRow, { where: { caseId, kind: 'exhausted', state: 'waiting' } });
  }
}
