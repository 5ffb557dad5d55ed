import type { CaseId, PersonMessageId, StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { cancelMessagesOf } from './cancel-messages-of';

export interface CancelMessageInput {
  readonly caseId: CaseId;
  readonly messageId: PersonMessageId;
}

export type CancelMessageOutcome =
  { readonly kind: 'cancelled'; readonly caseId: CaseId } | NotFound | Refused<'already-gone'>;

/** Takes back one message that has not left yet. */
export class CancelMessage {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { caseId, messageId }: CancelMessageInput,
    repeatable: Repeatable,
  ): Promise<Once<CancelMessageOutcome>> {
    return this.unitOfWork.once<CancelMessageOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'cancelled' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'send-message', caseId);
        if (caseFile === null) return NOT_FOUND;
        const { personId } = caseFile;
        const count = await cancelMessagesOf(tx, { personId, because: 'by-staff', messageId });
        return count === 0 ? refuse('already-gone') : { kind: 'cancelled', caseId };
      },
    );
  }
}
