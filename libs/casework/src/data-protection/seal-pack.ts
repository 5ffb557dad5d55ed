import {
  mayDo,
  stepRequest,
  type InformationRequest,
  type InformationRequestId,
  type PersonId,
  type RequestActRefusal,
  type StaffActor,
  type SubjectPack,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  Ids,
  Once,
  Repeatable,
  SubjectId,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { assemblePack, undecided } from './assemble-pack';
import { lockRequest, saveActed } from './change-request';
import { accessesOf, itemsIn } from './collect-pack';
import { dateRules } from './date-rules';
import { putAside, wordsIds, wordsOf } from './review-pack';

export type SealPackOutcome =
  | { readonly kind: 'sealed'; readonly packHash: string }
  | NotFound
  | Stale
  /** `undecided` also when rows came since the review began: they are put aside to be looked through. */
  | Refused<RequestActRefusal | 'undecided' | 'unreadable'>;

interface SealInput {
  readonly requestId: InformationRequestId;
  readonly revision: number;
}

/** Freezes the pack: sealed under the person's own key, its hash in the journal, its content nowhere else. */
export class SealPack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(actor: StaffActor, input: SealInput, repeatable: Repeatable): Promise<Once<SealPackOutcome>> {
    const people = await this.logged(actor, input.requestId);
    const keys = await this.vault.many(people);
    return this.unitOfWork.once<SealPackOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'sealed' },
      (tx) => this.seal(tx, { actor, input, keys }),
    );
  }

  /** Whose keys are needed; that their records are read is committed before any is opened (P8). */
  private logged(actor: StaffActor, requestId: InformationRequestId): Promise<readonly PersonId[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const request = mayDo(actor, 'keep-data-requests')
        ? await tx.informationRequests.find(requestId)
        : null;
      if (request?.state !== 'review') return [];
      const items = itemsIn(await tx.informationRequests.rowsAbout(requestId));
      await tx.accessLog.record(accessesOf(items, request.reference));
      return [...new Set(items.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
    });
  }

  private async seal(
    tx: Transaction,
    {
      actor,
      input,
      keys,
    }: { actor: StaffActor; input: SealInput; keys: ReadonlyMap<SubjectId, SubjectVault> },
  ): Promise<SealPackOutcome> {
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const locked = await lockRequest(tx, input);
    if (locked.kind !== 'locked') return locked;
    const { request: before } = locked;
    const { personId } = before;
    if (personId === null || before.state !== 'review') return refuse('moved-on');
    const sealer = keys.get(personId);
    if (sealer === undefined) return refuse('unreadable');
    const rules = await dateRules(tx);
    const found = await this.content(tx, { request: before, personId, keys, timezone: rules.timezone });
    if (found.kind === 'undecided') return refuse('undecided');
    const json = JSON.stringify(found.pack);
    const packHash = tx.informationRequests.hashOf(json);
    const place = { recordId: this.ids.next(), kind: 'subject-pack' } as const;
    const record = { ...place, sealed: sealer.seal(place, { json }) };
    await tx.safeContact.addSealed({ personId, record, at: tx.now });
    const result = stepRequest(
      { ...before, packRecordId: place.recordId, packHash },
      { event: 'seal-pack', type: 'pack-sealed', at: { ...rules, now: tx.now }, payload: { packHash } },
    );
    if (result.kind === 'refused') return result;
    await saveActed(tx, { before, result, rules });
    return { kind: 'sealed', packHash };
  }

  private async content(
    tx: Transaction,
    options: {
      request: InformationRequest;
      personId: PersonId;
      keys: ReadonlyMap<SubjectId, SubjectVault>;
      timezone: string;
    },
  ): Promise<{ kind: 'pack'; pack: SubjectPack } | { kind: 'undecided' }> {
    const { request, personId, keys, timezone } = options;
    const items = itemsIn(await tx.informationRequests.rowsAbout(request.id));
    const aside = items.filter(({ review }) => review);
    await putAside(tx, { requestId: request.id, personId, aside });
    const decided = await tx.informationRequests.itemsOf(request.id);
    if (undecided({ items, decided }) > 0) return { kind: 'undecided' };
    const sealed = await tx.safeContact.sealedOf(personId, wordsIds(decided));
    const words = wordsOf(keys, { personId, items: decided, sealed });
    const { reference } = request;
    return {
      kind: 'pack',
      pack: assemblePack({ reference, now: tx.now, timezone, items, decided, words, keys }),
    };
  }
}
