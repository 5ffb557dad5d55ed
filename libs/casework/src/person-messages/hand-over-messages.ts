import {
  afterHandOver,
  decideHandOver,
  type HandOverAnswer,
  type MessageEnd,
  type PersonMessage,
  type PersonTemplate,
} from '#libs/domain';
import type {
  Ids,
  PersonTransport,
  SealedRecord,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { messageEvent } from './message-events';
import { openSafetyReview } from './open-safety-review';

const ACTOR = { kind: 'service', process: 'mail' } as const;

export interface HandedOver {
  /** How many were claimed: as many as asked for means that there may be more. */
  readonly claimed: number;
  /** Messages that ended badly, by id, for the log. */
  readonly failed: readonly { readonly messageId: string; readonly reason: MessageEnd }[];
}

/**
 * Hands messages over, each at most once. A claim is committed before an address is opened; then, under the lock that
 * every change of a card takes, the gate is asked again and the transport is called before the lock is given back. So
 * a change that has committed is never overtaken, and one that comes now waits until the message is gone (P5).
 */
export class HandOverMessages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly transport: PersonTransport,
    private readonly parts: { readonly ids: Ids; readonly timezone: string },
  ) {}

  async execute({ limit }: { readonly limit: number }): Promise<HandedOver> {
    const lost = await this.unitOfWork.run(ACTOR, (tx) => this.giveUpLost(tx));
    const claimed = await this.unitOfWork.run(ACTOR, (tx) => this.claim(tx, limit));
    const after: PersonMessage[] = [...lost];
    for (const message of claimed) {
      const done = await this.handOver(message);
      if (done !== null) after.push(done);
    }
    const failed = after.filter(({ state }) => state === 'failed');
    for (const message of failed) {
      await this.unitOfWork.run(ACTOR, (tx) => openSafetyReview(tx, { ids: this.parts.ids, message }));
    }
    return {
      claimed: claimed.length,
      failed: failed.flatMap(({ id, reason }) => (reason === null ? [] : [{ messageId: id, reason }])),
    };
  }

  /** Opening an address is told before it is done (P8). */
  private async claim(tx: Transaction, limit: number): Promise<readonly PersonMessage[]> {
    const claimed = await tx.personMessages.claimDue({ limit });
    await tx.journal.append(claimed.map((message) => messageEvent(message, { type: 'taken', at: tx.now })));
    return claimed;
  }

  /** The process that had these died in between: they may have left, so they never leave again. */
  private async giveUpLost(tx: Transaction): Promise<readonly PersonMessage[]> {
    const lost = await tx.personMessages.lostClaims();
    const ended: PersonMessage[] = [];
    for (const message of lost)
      ended.push(await end(tx, message, { state: 'failed', reason: 'outcome-unknown' }));
    return ended;
  }

  private async handOver(claimed: PersonMessage): Promise<PersonMessage | null> {
    const subject = await this.vault.of(claimed.personId);
    const sealer = subject.kind === 'open' ? subject.vault : null;
    let answer: HandOverAnswer | null = null;
    return this.unitOfWork.run(ACTOR, async (tx) => {
      await tx.personMessages.lockCard(claimed.personId);
      const message = await tx.personMessages.lock(claimed.id);
      if (message?.state !== 'queued') return null;
      if (answer !== null) return this.settle(tx, { message, answer });
      const ready = await this.ready(tx, { message, sealer });
      if (ready.kind === 'done') return ready.message;
      const { to, template } = ready;
      const { id: messageId, channel, aboutAt } = message;
      answer = await this.transport.handOver({ messageId, channel, to, template, aboutAt });
      return this.settle(tx, { message, answer });
    });
  }

  private async ready(
    tx: Transaction,
    { message, sealer }: { message: PersonMessage; sealer: SubjectVault | null },
  ): Promise<Ready> {
    const { routeId, personId, templateId: id, templateVersion: version, channel } = message;
    const withheld = async (reason: MessageEnd): Promise<Ready> => ({
      kind: 'done',
      message: await end(tx, message, { state: 'withheld', reason }),
    });
    if (!this.transport.channels.includes(channel)) return withheld('channel-off');
    const caseFile = await tx.cases.find(message.caseId);
    const decision = decideHandOver({
      message,
      card: await tx.safeContact.cardOf(personId),
      caseOpen: caseFile?.closedAt === null,
      timezone: this.parts.timezone,
      now: tx.now,
    });
    if (decision.kind === 'withhold') return withheld(decision.reason);
    if (decision.kind === 'wait') {
      const waiting: PersonMessage = { ...message, nextTryAt: decision.until };
      await tx.personMessages.save(waiting);
      return { kind: 'done', message: waiting };
    }
    const template = await tx.personMessages.templateVersion({ id, version });
    const to = sealer && addressIn(sealer, await tx.safeContact.sealedOf(personId, [routeId]));
    if (template === null || to === null) return withheld('unreadable');
    return { kind: 'ready', to, template };
  }

  private async settle(
    tx: Transaction,
    { message, answer }: { message: PersonMessage; answer: HandOverAnswer },
  ): Promise<PersonMessage> {
    const tries = message.tries + 1;
    const after = afterHandOver({ answer, tries, now: tx.now });
    if (after.kind === 'failed')
      return end(tx, { ...message, tries }, { state: 'failed', reason: after.reason });
    if (after.kind === 'try-again') {
      const again: PersonMessage = { ...message, tries, nextTryAt: after.at };
      await tx.personMessages.save(again);
      return again;
    }
    const gone: PersonMessage = {
      ...message,
      tries,
      state: 'handed-over',
      nextTryAt: null,
      handedOverAt: tx.now,
    };
    await tx.personMessages.save(gone);
    await tx.journal.append([messageEvent(gone, { type: 'handed-over', at: tx.now })]);
    return gone;
  }
}

type Ready =
  | { readonly kind: 'ready'; readonly to: string; readonly template: PersonTemplate }
  | { readonly kind: 'done'; readonly message: PersonMessage };

async function end(
  tx: Transaction,
  message: PersonMessage,
  { state, reason }: { state: 'withheld' | 'failed'; reason: MessageEnd },
): Promise<PersonMessage> {
  const ended: PersonMessage = { ...message, state, reason, nextTryAt: null };
  await tx.personMessages.save(ended);
  await tx.journal.append([messageEvent(ended, { type: state, at: tx.now, reason })]);
  return ended;
}

function addressIn(sealer: SubjectVault, records: readonly SealedRecord[]): string | null {
  const record = records.find(({ kind }) => kind === 'contact-route');
  if (record === undefined) return null;
  return sealer.open({ recordId: record.recordId, kind: 'contact-route' }, record.sealed)?.value ?? null;
}
