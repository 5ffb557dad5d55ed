import type { CallBackRecord, CallBackStore } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { CallBackRow } from './call-back.row';

export class PostgresCallBackStore implements CallBackStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: CallBackRecord): Promise<void> {
    await this.manager.insert(CallBackRow, { ...record, flags: [...record.flags] });
  }

  openOf(caseId: CaseId): Promise<CallBackRecord | null> {
    return this.manager.findOne(CallBackRow, { where: { caseId, ended: IsNull() } });
  }

  async end({ id, ended, endedAt, byAttempt }: Parameters<CallBackStore['end']>[0]): Promise<void> {
    await this.manager.update(CallBackRow, { id }, { ended, endedAt, endedByAttempt: byAttempt });
  }
}
