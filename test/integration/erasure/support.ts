import {
  CarryOutErasures,
  DecideErasure,
  ProposeErasure,
  StopContact,
  type DecideErasureOutcome,
  type ErasureDecision,
  type OutsideLedger,
} from '#libs/casework';
import type { CaseId, ErasureId } from '#libs/domain';
import { NO_OUTSIDE_LEDGER } from '#libs/persistence';
import { onlyOnce, type TestInstance } from '../../support/instance';

/** What two people and the worker do, in a line each. */
export class ErasureActs {
  constructor(private readonly instance: () => TestInstance) {}

  /** Ends the case, so that nothing but a decision stands between the record and its erasure. */
  async end(caseId: CaseId): Promise<void> {
    const { webWork, ids, persona, admin } = this.instance();
    const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      caseId,
    ]);
    const input = { caseId, revision: row?.revision ?? 0, cause: 'died' as const };
    const once = await new StopContact(webWork, ids).execute(persona('lead'), input, onlyOnce());
    if (once.kind !== 'done' || once.result.kind !== 'stopped') throw new Error(JSON.stringify(once));
  }

  async propose(reference: string, by = 'dpo') {
    const { webWork, ids, persona } = this.instance();
    const once = await new ProposeErasure(webWork, ids).execute(persona(by), { reference }, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async decide(
    erasureId: ErasureId,
    decision: ErasureDecision['decision'],
    by = 'manager',
  ): Promise<DecideErasureOutcome> {
    const { webWork, persona, admin } = this.instance();
    const [row] = await admin<{ revision: number }>(
      'select revision from app.erasure where erasure_id = $1',
      [erasureId],
    );
    const input = { erasureId, decision, revision: row?.revision ?? 0 };
    const once = await new DecideErasure(webWork).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async approved(reference: string): Promise<ErasureId> {
    const proposed = await this.propose(reference);
    if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
    const decided = await this.decide(proposed.erasureId, { kind: 'approve' });
    if (decided.kind !== 'decided') throw new Error(JSON.stringify(decided));
    return proposed.erasureId;
  }

  carryOut(ledger: OutsideLedger = NO_OUTSIDE_LEDGER): Promise<number> {
    const { workerWork, vault } = this.instance();
    return new CarryOutErasures(workerWork, vault, ledger).execute({ limit: 10 });
  }
}
