import {
  answerOffer,
  leaveStands,
  type AnswerRefusal,
  type Handover,
  type HandoverEvent,
  type HandoverId,
  type Leave,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { CaseRecord, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { closeOffer } from './move-ownership';

export interface OfferAnswered {
  readonly reference: string;
  readonly decision: 'answered' | AnswerRefusal;
}

export type AnswerHandoversOutcome =
  { readonly kind: 'answered'; readonly rows: readonly OfferAnswered[] } | NotFound | Refused<'no-offers'>;

interface AnswerInput {
  /** The offers that stood on the page, so that nobody accepts what they have not seen. */
  readonly handoverIds: readonly HandoverId[];
}

/** The one way in which ownership moves (P15): the receiver says yes. Each offer is decided on its own. */
export class AcceptHandover {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: AnswerInput, repeatable: Repeatable) {
    return answerEach(this.unitOfWork, { actor, input, repeatable, answer: 'accept' });
  }
}

/** The receiver says no, or whoever offered takes the offer back. The case stays where it was. */
export class CloseHandover {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { answer, ...input }: AnswerInput & { readonly answer: 'decline' | 'withdraw' },
    repeatable: Repeatable,
  ) {
    return answerEach(this.unitOfWork, { actor, input, repeatable, answer });
  }
}

function answerEach(
  unitOfWork: UnitOfWork,
  options: {
    readonly actor: StaffActor;
    readonly input: AnswerInput;
    readonly repeatable: Repeatable;
    readonly answer: HandoverEvent;
  },
): Promise<Once<AnswerHandoversOutcome>> {
  const { actor, input, repeatable, answer } = options;
  return unitOfWork.once<AnswerHandoversOutcome>(
    { actor, repeatable, keep: ({ kind }) => kind === 'answered' },
    async (tx) => {
      const handovers: Handover[] = [];
      for (const id of new Set(input.handoverIds)) {
        const handover = await tx.handovers.find(id);
        if (handover === null) return NOT_FOUND;
        handovers.push(handover);
      }
      if (handovers.length === 0) return refuse('no-offers');
      const leaves = await tx.leaves.hold(leavesOf(handovers));
      const found: { handover: Handover; caseFile: CaseRecord }[] = [];
      for (const handover of handovers.toSorted((a, b) => a.caseId.localeCompare(b.caseId))) {
        const caseFile = await lockCaseFor(tx, 'hand-over-cases', handover.caseId);
        if (caseFile === null) return NOT_FOUND;
        found.push({ handover, caseFile });
      }
      const rows: OfferAnswered[] = [];
      for (const { handover, caseFile } of found) {
        rows.push(await answerOne(tx, { actor, handover, caseFile, leaves, answer }));
      }
      return { kind: 'answered', rows };
    },
  );
}

function leavesOf(handovers: readonly Handover[]) {
  const ids = handovers.flatMap(({ leaveId }) => (leaveId === null ? [] : [leaveId]));
  return [...new Set(ids)];
}

async function answerOne(
  tx: Transaction,
  options: {
    readonly actor: StaffActor;
    readonly handover: Handover;
    readonly caseFile: CaseRecord;
    readonly leaves: readonly Leave[];
    readonly answer: HandoverEvent;
  },
): Promise<OfferAnswered> {
  const { actor, caseFile, leaves, answer } = options;
  const { reference } = caseFile;
  const open = await tx.handovers.lockOpenOf(caseFile.id);
  if (open === null || open.id !== options.handover.id) return { reference, decision: 'already-answered' };
  const stands = leaves.some((leave) => leave.id === open.leaveId && leaveStands(leave, tx.now));
  const answered = answerOffer(actor, { handover: open, owned: caseFile, answer, leaveStands: stands });
  if (answered.kind === 'refused') return { reference, decision: answered.reason };
  if (answer === 'accept') await tx.cases.save({ ...caseFile, ownerUserId: answered.ownerUserId });
  await closeOffer(tx, { handover: open, answer, by: actor.userId });
  return { reference, decision: 'answered' };
}
