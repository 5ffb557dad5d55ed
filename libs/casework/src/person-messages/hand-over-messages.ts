import {
  afterHandOver,
  decideHandOver,
  type HandOverAnswer,
  type MessageEnd,
  type PersonMessage,
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
import { eachAlone, orSetAside } from '../set-aside/each-alone';
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

  /** One at a time: a fault, or the end of the process, leaves no other message in the air. */
  async execute({ limit }: { readonly limit: number }): Promise<HandedOver> {
    await this.giveUpLost(limit);
    let claimed = 0;
    for (; claimed < limit; claimed += 1) {
      const message = await this.unitOfWork.run(ACTOR, (tx) => this.claim(tx));
      if (message === null) break;
      const row = { actor: ACTOR, kind: 'message', id: message.id } as const;
      await orSetAside(this.unitOfWork, row, () => this.handOver(message));
    }
    return { claimed, failed: await this.openReviews(limit) };
  }

  /** Asked of the database and not remembered, so that no failure goes unreviewed when a process dies. */
  private async openReviews(limit: number): Promise<HandedOver['failed']> {
    const { ids } = this.parts;
    const failed: { messageId: string; reason: MessageEnd }[] = [];
    await eachAlone(this.unitOfWork, {
      actor: ACTOR,
      kind: 'failed-message',
      find: (tx) => tx.personMessages.failedWithoutReview({ limit }),
      work: async (tx, id) => {
        const message = await tx.personMessages.find(id);
        if (message === null || message.reason === null) return;
        await openSafetyReview(tx, { ids, message });
        failed.push({ messageId: id, reason: message.reason });
      },
    });
    return failed;
  }

  /** Opening an address is told before it is done (P8). */
  private async claim(tx: Transaction): Promise<PersonMessage | null> {
    const [claimed] = await tx.personMessages.claimDue({ limit: 1 });
    if (claimed === undefined) return null;
    await tx.journal.append([messageEvent(claimed, { type: 'taken', at: tx.now })]);
    return claimed;
  }

  /** The process that had these died in between: they may have left, so they never leave again. */
  private async giveUpLost(limit: number): Promise<void> {
    await eachAlone(this.unitOfWork, {
      actor: ACTOR,
      kind: 'message',
      find: (tx) => tx.personMessages.lostClaims({ limit }),
      work: async (tx, id) => {
        const message = await tx.personMessages.lockLost(id);
        if (message !== null) await end(tx, message, { state: 'failed', reason: 'outcome-unknown' });
      },
    });
  }

  private async handOver(claimed: PersonMessage): Promise<void> {
    const subject = await this.vault.of(claimed.personId);
    const sealer = subject.kind === 'open' ? subject.vault : null;
    let answer: HandOverAnswer | null = null;
    await this.unitOfWork.run(ACTOR, async (tx) => {
      await tx.personMessages.lockCard(claimed.personId);
      const message = await tx.personMessages.lock(claimed.id);
      if (message?.state !== 'queued') return;
      // The work runs again after a serialization failure; the message must not.
      answer ??= await this.ask(tx, { message, sealer });
      if (answer !== null) await settle(tx, { message, answer });
    });
  }

  /** What the transport said; null when it was not asked, because nothing may leave now. */
  private async ask(
    tx: Transaction,
    { message, sealer }: { message: PersonMessage; sealer: SubjectVault | null },
  ): Promise<HandOverAnswer | null> {
    const { id: messageId, routeId, personId, templateId, templateVersion, channel, aboutAt } = message;
    const withhold = async (reason: MessageEnd): Promise<null> => {
      await end(tx, message, { state: 'withheld', reason });
      return null;
    };
    if (!this.transport.channels.includes(channel)) return withhold('channel-off');
    const ground = await tx.personMessages.groundOf(messageId);
    if (ground === false) return withhold('consent-withdrawn');
    const caseFile = await tx.cases.find(message.caseId);
    const decision = decideHandOver({
      message,
      card: await tx.safeContact.cardOf(personId),
      // Support that a service has begun goes on when the desk's has ended.
      caseOpen: caseFile?.closedAt === null || ground === true,
      timezone: this.parts.timezone,
      now: tx.now,
    });
    if (decision.kind === 'withhold') return withhold(decision.reason);
    if (decision.kind === 'wait') {
      await tx.personMessages.save({ ...message, nextTryAt: decision.until });
      return null;
    }
    const version = { id: templateId, version: templateVersion };
    const template = await tx.personMessages.templateVersion(version);
    const to = sealer && addressIn(sealer, await tx.safeContact.sealedOf(personId, [routeId]));
    if (template === null || to === null) return withhold('unreadable');
    return this.transport.handOver({ messageId, channel, to, template, aboutAt });
  }
}

async function settle(
  tx: Transaction,
  { message, answer }: { message: PersonMessage; answer: HandOverAnswer },
): Promise<void> {
  const tried: PersonMessage = { ...message, tries: message.tries + 1 };
  const after = afterHandOver({ answer, tries: tried.tries, now: tx.now });
  switch (after.kind) {
    case 'failed':
      return end(tx, tried, { state: 'failed', reason: after.reason });
    case 'try-again':
      return tx.personMessages.save({ ...tried, nextTryAt: after.at });
    case 'handed-over': {
      const gone: PersonMessage = { ...tried, state: 'handed-over', nextTryAt: null, handedOverAt: tx.now };
      await tx.personMessages.save(gone);
      await tx.journal.append([messageEvent(gone, { type: 'handed-over', at: tx.now })]);
    }
  }
}

async function end(
  tx: Transaction,
  message: PersonMessage,
  { state, reason }: { state: 'withheld' | 'failed'; reason: MessageEnd },
): Promise<void> {
  const ended: PersonMessage = { ...message, state, reason, nextTryAt: null };
  await tx.personMessages.save(ended);
  await tx.journal.append([messageEvent(ended, { type: state, at: tx.now, reason })]);
}

function addressIn(sealer: SubjectVault, records: readonly SealedRecord[]): string | null {
  const record = records.find(({ kind }) => kind === 'contact-route');
  if (record === undefined) return null;
  return sealer.open({ recordId: record.recordId, kind: 'contact-route' }, record.sealed)?.value ?? null;
}
