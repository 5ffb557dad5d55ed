import type { CaseId, Lowering, StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { lowerFlag } from './lower-flag';

export interface LowerDomesticAbuseInput {
  readonly caseId: CaseId;
  /** Of the flag, as it was seen. */
  readonly revision: number;
  readonly lowering: Lowering;
}

export type LowerDomesticAbuseOutcome =
  { readonly kind: 'lowered' } | NotFound | Stale | Refused<'not-flagged'>;

/** Somebody says why the flag does not stand any more; that it stood, and who said so, stays in the record. */
export class LowerDomesticAbuse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { caseId, revision, lowering }: LowerDomesticAbuseInput,
    repeatable: Repeatable,
  ): Promise<Once<LowerDomesticAbuseOutcome>> {
    return this.unitOfWork.once<LowerDomesticAbuseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'lowered' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'flag-domestic-abuse', caseId);
        if (caseFile === null) return NOT_FOUND;
        const flag = await tx.support.lockStandingFlag(caseId);
        if (flag === null) return refuse('not-flagged');
        if (flag.revision !== revision) return { kind: 'stale', revision: flag.revision };
        await lowerFlag(tx, flag, { lowering, by: actor.userId });
        return { kind: 'lowered' };
      },
    );
  }
}
