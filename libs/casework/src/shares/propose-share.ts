import {
  DATA_CLASSES,
  type AgencyId,
  type CaseId,
  type DataClass,
  type Share,
  type ShareId,
  type SharePurpose,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { sarcIsClosed } from '../safeguarding/sarc-is-closed';
import { shareEvent } from './share-event';

export interface ProposeShareInput {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly purpose: SharePurpose;
  readonly dataClasses: readonly DataClass[];
}

export type ProposeShareOutcome =
  | { readonly kind: 'proposed'; readonly caseId: CaseId; readonly shareId: ShareId }
  | NotFound
  | Refused<'unknown-recipient' | 'nothing-chosen' | 'shared-already' | 'case-closed' | 'sarc-closed-by-age'>;

/** Says what an agency would be shown. Nothing is shown to anybody until it is opened, and then only with a ground. */
export class ProposeShare {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: ProposeShareInput,
    repeatable: Repeatable,
  ): Promise<Once<ProposeShareOutcome>> {
    return this.unitOfWork.once<ProposeShareOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'proposed' },
      (tx) => this.propose(tx, actor, input),
    );
  }

  private async propose(
    tx: Transaction,
    actor: StaffActor,
    { caseId, agencyId, purpose, dataClasses }: ProposeShareInput,
  ): Promise<ProposeShareOutcome> {
    const caseFile = await lockCaseFor(tx, 'propose-share', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (!(await tx.shares.isProvider(agencyId))) return refuse('unknown-recipient');
    if (dataClasses.length === 0) return refuse('nothing-chosen');
    if (await sarcIsClosed(tx, { agencyId, personId: caseFile.personId }))
      return refuse('sarc-closed-by-age');
    const share: Share = {
      id: this.ids.next<ShareId>(),
      caseId: caseFile.id,
      personId: caseFile.personId,
      handlingAgencyId: caseFile.handlingAgencyId,
      reference: caseFile.reference,
      agencyId,
      purpose,
      dataClasses: DATA_CLASSES.filter((dataClass) => dataClasses.includes(dataClass)),
      state: 'proposed',
      proposedBy: actor.userId,
      proposedAt: tx.now,
      openedBy: null,
      openedAt: null,
      closedAt: null,
      closing: null,
      revision: 1,
    };
    if (!(await tx.shares.propose(share))) return refuse('shared-already');
    await tx.journal.append([shareEvent(share, 'share.proposed', tx.now)]);
    return { kind: 'proposed', caseId, shareId: share.id };
  }
}
