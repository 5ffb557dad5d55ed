import {
  event,
  mayDo,
  type HoldId,
  type HoldReason,
  type LegalHold,
  type RecordStanding,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';

export interface SetHoldInput {
  readonly reference: string;
  readonly reason: HoldReason;
  /** Which court, which number; sealed with the person's own key. */
  readonly note: string;
  /** The first day it no longer stands; null until somebody lifts it. */
  readonly untilOn: string | null;
}

export type SetHoldOutcome =
  | { readonly kind: 'held'; readonly holdId: HoldId }
  | NotFound
  | Refused<'until-has-passed' | 'already-erased' | 'unreadable'>;

/** Stops every erasure of one person's record, whatever the schedule says and whoever approved it. */
export class SetHold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: SetHoldInput,
    repeatable: Repeatable,
  ): Promise<Once<SetHoldOutcome>> {
    const found = await this.unitOfWork.run(actor, (tx) => standingFor(tx, actor, input.reference));
    const subject = found === null ? null : await this.vault.of(found.personId);
    return this.unitOfWork.once<SetHoldOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'held' },
      async (tx) => {
        const standing = await standingFor(tx, actor, input.reference);
        if (standing === null) return NOT_FOUND;
        if (standing.erasure === 'done' || standing.erasure === 'underway') return refuse('already-erased');
        if (input.untilOn !== null && Date.parse(input.untilOn) <= tx.now) return refuse('until-has-passed');
        if (subject?.kind !== 'open') return refuse('unreadable');
        return this.hold(tx, actor, { ...input, standing, vault: subject.vault });
      },
    );
  }

  private async hold(
    tx: Transaction,
    actor: StaffActor,
    {
      standing,
      reason,
      note,
      untilOn,
      vault,
    }: SetHoldInput & { standing: RecordStanding; vault: SubjectVault },
  ): Promise<SetHoldOutcome> {
    const { personId, caseId, reference, handlingAgencyId } = standing;
    const hold: LegalHold = {
      id: this.ids.next<HoldId>(),
      personId,
      caseId,
      reference,
      handlingAgencyId,
      reason,
      setBy: actor.userId,
      setAt: tx.now,
      untilOn,
      liftedBy: null,
      liftedAt: null,
      liftReason: null,
      requestId: null,
      revision: 1,
    };
    await tx.holds.insert(hold);
    const place = { recordId: hold.id, kind: 'legal-hold-note' } as const;
    const sealed = vault.seal(place, { text: note });
    await tx.safeContact.addSealed({ personId, record: { ...place, sealed }, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'legal-hold', id: hold.id },
        type: 'legal-hold.set',
        happenedAt: tx.now,
        reason,
        payload: { untilOn },
      }),
    ]);
    return { kind: 'held', holdId: hold.id };
  }
}

async function standingFor(tx: Transaction, actor: StaffActor, reference: string) {
  return mayDo(actor, 'hold-record') ? tx.retention.standingOf(reference) : null;
}
