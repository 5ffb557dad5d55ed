import {
  isoOf,
  mayContact,
  mayDo,
  PERSON_TEMPLATE_IDS,
  planMessage,
  type CaseId,
  type ContactRefusal,
  type Instant,
  type MessageChannel,
  type MessageKind,
  type MessagePlanRefusal,
  type PersonMessage,
  type PersonMessageId,
  type PersonTemplate,
  type RouteId,
  type SafeContactCard,
  type StaffActor,
} from '#libs/domain';
import { careCaseOf, type CareCase } from '../care/care-case';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { messageEvent } from './message-events';

export interface QueueMessageInput {
  readonly caseId: CaseId;
  readonly routeId: RouteId;
  readonly channel: MessageChannel;
  readonly kind: MessageKind;
  /** The instant that the message names. */
  readonly aboutAt: Instant;
}

export type QueueMessageOutcome =
  | { readonly kind: 'queued'; readonly caseId: CaseId; readonly messageId: PersonMessageId }
  | NotFound
  | Refused<MessagePlanRefusal | ContactRefusal | 'case-closed' | 'no-template'>;

/**
 * A responder asks for one approved text to go to one route that the person said is safe for it. The hour may be a
 * wrong one: the message then waits for a safe one. Whether it leaves is asked again when it would (P5).
 */
export class QueueMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: QueueMessageInput,
    repeatable: Repeatable,
  ): Promise<Once<QueueMessageOutcome>> {
    return this.unitOfWork.once<QueueMessageOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'queued' },
      (tx) => this.queue(tx, actor, input),
    );
  }

  private async queue(
    tx: Transaction,
    actor: StaffActor,
    input: QueueMessageInput,
  ): Promise<QueueMessageOutcome> {
    const caseFile = await caseToWriteTo(tx, actor, input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closed) return refuse('case-closed');
    const plan = planMessage({ aboutAt: input.aboutAt, now: tx.now });
    if (plan.kind === 'refused') return plan;
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const gate = mayContact({ card, routeId: input.routeId, channel: input.channel, now: tx.now });
    if (gate.kind === 'may-not' && gate.reason !== 'outside-safe-times') {
      return gate.reason === 'unknown-route' ? NOT_FOUND : refuse(gate.reason);
    }
    const template = await templateOf(tx, card);
    if (template === null) return refuse('no-template');
    const { routeId, channel, kind, aboutAt } = input;
    const message: PersonMessage = {
      id: this.ids.next<PersonMessageId>(),
      caseId: caseFile.id,
      personId: caseFile.personId,
      handlingAgencyId: caseFile.handlingAgencyId,
      routeId,
      channel,
      kind,
      templateId: template.id,
      templateVersion: template.version,
      aboutAt,
      state: 'queued',
      reason: null,
      tries: 0,
      nextTryAt: tx.now,
      queuedBy: actor.userId,
      queuedAt: tx.now,
      handedOverAt: null,
    };
    await tx.personMessages.insert(message);
    const told = messageEvent(message, { type: 'queued', at: tx.now });
    await tx.journal.append([{ ...told, payload: { ...told.payload, aboutAt: isoOf(aboutAt) } }]);
    return { kind: 'queued', caseId: caseFile.id, messageId: message.id };
  }
}

/** A service writes only where safe contact is shared with it; of what, and by which route, row-level security says. */
async function caseToWriteTo(
  tx: Transaction,
  actor: StaffActor,
  id: CaseId,
): Promise<Pick<CareCase, 'id' | 'personId' | 'handlingAgencyId' | 'closed'> | null> {
  if (mayDo(actor, 'keep-shared-care')) {
    const shared = await tx.shares.workedOn(id);
    return shared?.classes.includes('safe-contact') ? { ...shared, closed: false } : null;
  }
  const caseFile = await lockCaseFor(tx, 'send-message', id);
  return caseFile && careCaseOf(caseFile);
}

/** The text that the person chose, in its version in force. */
async function templateOf(tx: Transaction, { wording }: SafeContactCard): Promise<PersonTemplate | null> {
  const id = PERSON_TEMPLATE_IDS.find((known) => known === wording);
  return id === undefined ? null : tx.personMessages.templateInForce(id);
}
