import { stepRequest, type InformationRequestId, type ServiceActor } from '#libs/domain';
import { saveActed } from '../data-protection/change-request';
import { dateRules } from '../data-protection/date-rules';
import type { Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * What came of an erasure answers the request that asked for it: done closes the request, and one that was not let go or
 * was taken back is the desk's again, with the clock as it was. A request that was answered is not found again.
 */
export async function answerErasureRequests(unitOfWork: UnitOfWork, limit: number): Promise<void> {
  await eachAlone(unitOfWork, {
    actor: TIMERS,
    kind: 'erasure-request',
    find: (tx) => tx.informationRequests.decidedByErasure({ limit }),
    work: answer,
  });
}

async function answer(tx: Transaction, id: InformationRequestId): Promise<void> {
  const before = await tx.informationRequests.lock(id);
  const end = await tx.informationRequests.endOfErasure(id);
  if (before?.state !== 'proposed' || end === null) return;
  const rules = await dateRules(tx);
  const at = { ...rules, now: tx.now };
  const result =
    end.state === 'done'
      ? stepRequest(
          { ...before, settlement: 'erased' },
          { event: 'settle', type: 'settled', at, reason: 'erased' },
        )
      : stepRequest(before, {
          event: 'keep',
          type: 'erasure-not-done',
          at,
          reason: end.reason ?? end.state,
        });
  if (result.kind === 'refused')
    throw new Error(`the answer to a request for erasure was refused: ${result.reason}`);
  await saveActed(tx, { before, result, rules });
}
