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

  async promiseAgain({ caseId, closedAt }: Parameters<CallBackStore['promiseAgain']>[0]): Promise<void> {
    const closed = { caseId, ended: 'case-closed' as const, endedAt: closedAt };
    await this.manager.update(CallBackRow, closed, { ended: null, endedAt: null, endedByAttempt: null });
  }
}
