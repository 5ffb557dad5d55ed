import {
  itemFault,
  mayDo,
  type InformationRequestId,
  type ItemDecision,
  type ItemFault,
  type StaffActor,
  type WithholdReason,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';

export interface DecideItemInput {
  readonly requestId: InformationRequestId;
  readonly key: string;
  readonly revision: number;
  readonly decision: ItemDecision;
  readonly reason: WithholdReason | null;
  /** What stands in its place, when it is reworded. */
  readonly words: string;
}

export type DecideItemOutcome =
  | { readonly kind: 'decided'; readonly left: number }
  | NotFound
  | Stale
  | Refused<ItemFault | 'unreadable' | 'moved-on'>;

/** Item by item: into the pack as it is, in other words, or left out, with the reason. */
export class DecidePackItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: DecideItemInput,
    repeatable: Repeatable,
  ): Promise<Once<DecideItemOutcome>> {
    const request = await this.unitOfWork.run(actor, (tx) =>
      mayDo(actor, 'keep-data-requests')
        ? tx.informationRequests.find(input.requestId)
        : Promise.resolve(null),
    );
    const subject = request?.personId ? await this.vault.of(request.personId) : null;
    const sealer = subject?.kind === 'open' ? subject.vault : null;
    return this.unitOfWork.once<DecideItemOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => this.decide(tx, { actor, input, sealer }),
    );
  }

  private async decide(
    tx: Transaction,
    { actor, input, sealer }: { actor: StaffActor; input: DecideItemInput; sealer: SubjectVault | null },
  ): Promise<DecideItemOutcome> {
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const { requestId, key, decision } = input;
    const request = await tx.informationRequests.lock(requestId);
    const item = request === null ? null : await tx.informationRequests.lockItem(requestId, key);
    if (request === null || request.personId === null || item === null) return NOT_FOUND;
    if (request.state !== 'review') return refuse('moved-on');
    if (item.revision !== input.revision) return { kind: 'stale', revision: item.revision };
    const fault = itemFault(input);
    if (fault !== null) return refuse(fault);
    if (sealer === null) return refuse('unreadable');
    const wordsId = decision === 'redact' ? this.ids.next() : null;
    if (wordsId !== null) {
      const place = { recordId: wordsId, kind: 'pack-words' } as const;
      const record = { ...place, sealed: sealer.seal(place, { text: input.words.trim() }) };
      await tx.safeContact.addSealed({ personId: request.personId, record, at: tx.now });
    }
    const reason = decision === 'include' ? null : input.reason;
    const decided = { decision, reason, wordsId, decidedBy: actor.userId, decidedAt: tx.now };
    await tx.informationRequests.saveItem({ ...item, ...decided });
    const items = await tx.informationRequests.itemsOf(requestId);
    return { kind: 'decided', left: items.filter((other) => other.decision === null).length };
  }
}
