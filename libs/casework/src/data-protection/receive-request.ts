import {
  mayDo,
  receiveRequest,
  spokenReference,
  type CaseId,
  type InformationRequest,
  type InformationRequestId,
  type Instant,
  type PersonId,
  type AskedVia,
  type RequestKind,
  type Requester,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { addClockVersion, dateRules } from './date-rules';
import { sealerOf, sealWords } from './seal-request';

export interface ReceiveRequestInput {
  readonly kind: RequestKind;
  /** The case that the request is about, as far as it is known. */
  readonly caseReference: string | null;
  readonly receivedAt: Instant;
  readonly receivedVia: AskedVia;
  readonly requester: Requester;
  readonly name: string | null;
  readonly replyTo: string | null;
  readonly words: string;
  /** Of a request by police or court: whether counselling records are asked for. */
  readonly counselling: boolean;
}

export type ReceiveRequestOutcome =
  | { readonly kind: 'received'; readonly requestId: InformationRequestId; readonly reference: string }
  | NotFound
  | Refused<'in-the-future' | 'no-such-case' | 'unreadable' | 'past-known-holidays'>;

interface About {
  readonly caseId: CaseId;
  readonly personId: PersonId;
}

/** Puts a request into the register: its clock runs from the day on which it came in, whoever it is about (P1). */
export class ReceiveRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: ReceiveRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<ReceiveRequestOutcome>> {
    const id = this.ids.next<InformationRequestId>();
    const about = await this.unitOfWork.run(actor, (tx) => personOf(tx, actor, input.caseReference));
    const may = mayDo(actor, 'keep-data-requests') && (input.caseReference === null || about !== null);
    const sealer = may
      ? await sealerOf(this.vault, { recordId: id, personId: about?.personId ?? null })
      : null;
    return this.unitOfWork.once<ReceiveRequestOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'received' },
      (tx) => this.receive(tx, { actor, input, id, about, sealer }),
    );
  }

  private async receive(
    tx: Transaction,
    options: {
      actor: StaffActor;
      input: ReceiveRequestInput;
      id: InformationRequestId;
      about: About | null;
      sealer: SubjectVault | null;
    },
  ): Promise<ReceiveRequestOutcome> {
    const { actor, input, id, about, sealer } = options;
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    if (input.receivedAt > tx.now) return refuse('in-the-future');
    if (input.caseReference !== null && about === null) return refuse('no-such-case');
    if (sealer === null) return refuse('unreadable');
    const rules = await dateRules(tx);
    const reference = spokenReference({ prefix: 'DP', random: this.ids.random(8) });
    const opened = newRequest(actor, { id, reference, input, about });
    const result = receiveRequest(opened, { ...rules, now: tx.now });
    if (result.kind === 'refused') return refuse('past-known-holidays');
    const { request, events } = result;
    await tx.informationRequests.insert(request);
    await addClockVersion(tx, { request, rules });
    const { name, replyTo, words } = input;
    await sealWords(tx, {
      sealer,
      recordId: id,
      personId: request.personId,
      words: { name, replyTo, words },
    });
    if (request.kind === 'victim-information') await addRelease(tx, { id, counselling: input.counselling });
    await tx.journal.append(events);
    return { kind: 'received', requestId: id, reference };
  }
}

async function personOf(tx: Transaction, actor: StaffActor, reference: string | null): Promise<About | null> {
  if (reference === null || !mayDo(actor, 'keep-data-requests')) return null;
  return tx.informationRequests.findPerson(reference);
}

function newRequest(
  actor: StaffActor,
  parts: { id: InformationRequestId; reference: string; input: ReceiveRequestInput; about: About | null },
): InformationRequest {
  const { id, reference, input, about } = parts;
  const { kind, receivedAt, receivedVia, requester } = input;
  return {
    id,
    reference,
    kind,
    state: 'received',
    handlingAgencyId: actor.agencyId,
    caseId: about?.caseId ?? null,
    personId: about?.personId ?? null,
    receivedAt,
    receivedVia,
    requester,
    ownerUserId: actor.userId,
    identityHow: null,
    identityAt: null,
    waits: [],
    extendedAt: null,
    extension: null,
    acknowledgedAt: null,
    nextDue: null,
    nextDueOn: null,
    nextDueAt: null,
    packRecordId: null,
    packHash: null,
    delivery: null,
    settlement: null,
    refusal: null,
    proposedBy: null,
    decidedBy: null,
    closedAt: null,
    revision: 1,
  };
}

async function addRelease(
  tx: Transaction,
  { id, counselling }: { id: InformationRequestId; counselling: boolean },
): Promise<void> {
  await tx.informationRequests.insertRelease({
    requestId: id,
    counselling,
    tests: [],
    seniorApproved: false,
    notification: null,
    notifiedAt: null,
    view: null,
    viewTakenBy: null,
    viewTakenAt: null,
    released: [],
    legalHold: true,
    revision: 1,
  });
}
