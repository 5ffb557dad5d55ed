import {
  plainFacts,
  mayDo,
  sectionTitle,
  stepRequest,
  thingInWords,
  type InformationRequest,
  type InformationRequestId,
  type PersonId,
  type RequestActRefusal,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  Once,
  PackItem,
  Repeatable,
  SealedRecord,
  SubjectId,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { lockRequest, saveActed } from './change-request';
import { accessesOf, itemsIn, keysFor, opened, type FoundItem } from './collect-pack';
import { dateRules } from './date-rules';

export type BeginReviewOutcome =
  | { readonly kind: 'begun'; readonly items: number; readonly toReview: number }
  | NotFound
  | Stale
  | Refused<RequestActRefusal | 'person-unknown'>;

/** Gathers every row about the person and puts aside, one by one, what may tell about somebody else. */
export class BeginReview {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: { readonly requestId: InformationRequestId; readonly revision: number },
    repeatable: Repeatable,
  ): Promise<Once<BeginReviewOutcome>> {
    return this.unitOfWork.once<BeginReviewOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'begun' },
      (tx) => this.begin(tx, actor, input),
    );
  }

  private async begin(
    tx: Transaction,
    actor: StaffActor,
    input: { requestId: InformationRequestId; revision: number },
  ): Promise<BeginReviewOutcome> {
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const locked = await lockRequest(tx, input);
    if (locked.kind !== 'locked') return locked;
    const before = locked.request;
    if (before.kind !== 'subject-access') return refuse('not-for-this-kind');
    if (before.personId === null) return refuse('person-unknown');
    const items = itemsIn(await tx.informationRequests.rowsAbout(before.id));
    const aside = items.filter(({ review }) => review);
    const rules = await dateRules(tx);
    const result = stepRequest(before, {
      event: 'begin-review',
      type: 'collected',
      at: { ...rules, now: tx.now },
      payload: { rows: items.length, toReview: aside.length },
    });
    if (result.kind === 'refused') return result;
    await putAside(tx, { requestId: before.id, personId: before.personId, aside });
    await saveActed(tx, { before, result, rules });
    return { kind: 'begun', items: items.length, toReview: aside.length };
  }
}

/** Items that were put aside before keep what was decided about them. */
export async function putAside(
  tx: Transaction,
  options: {
    requestId: InformationRequestId;
    personId: NonNullable<InformationRequest['personId']>;
    aside: readonly FoundItem[];
  },
): Promise<void> {
  const { requestId, personId, aside } = options;
  await tx.informationRequests.addItems(
    aside.map(({ key, sealedKind, personId: of }) => ({
      requestId,
      key,
      sealedKind,
      personId: of ?? personId,
    })),
  );
}

export interface ReviewedItem {
  readonly item: PackItem;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  /** Null unless it was reworded. */
  readonly words: string | null;
}

export type PackReview =
  | {
      readonly kind: 'review';
      readonly request: InformationRequest;
      readonly items: readonly ReviewedItem[];
    }
  | NotFound;

/** Shows what was put aside, opened. The access rows are committed first (P8). */
export class ReviewPack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, requestId: InformationRequestId): Promise<PackReview> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'keep-data-requests')) return null;
      const request = await tx.informationRequests.find(requestId);
      if (request?.state !== 'review' || request.personId === null) return null;
      const rows = itemsIn(await tx.informationRequests.rowsAbout(requestId));
      const aside = await tx.informationRequests.itemsOf(requestId);
      const shown = rows.filter(({ key }) => aside.some((item) => item.key === key));
      await tx.accessLog.record(accessesOf(shown, request.reference));
      const sealed = await tx.safeContact.sealedOf(request.personId, wordsIds(aside));
      const { timezone } = await dateRules(tx);
      return { request, personId: request.personId, aside, shown, sealed, timezone };
    });
    if (found === null) return NOT_FOUND;
    const { request, personId, aside, shown, sealed, timezone } = found;
    const keys = await keysFor(this.vault, shown, personId);
    const words = wordsOf(keys, { personId, items: aside, sealed });
    const items = aside.flatMap((item): readonly ReviewedItem[] => {
      const row = shown.find(({ key }) => key === item.key);
      if (row === undefined) return [];
      const clear = opened(row, keys);
      const title = item.sealedKind === null ? sectionTitle(row.source) : titled(item.sealedKind);
      const facts = clear === null ? [] : plainFacts(clear, timezone, { verbatim: item.sealedKind !== null });
      return [{ item, title, facts, words: words.get(item.key) ?? null }];
    });
    return { kind: 'review', request, items };
  }
}

function titled(kind: string): string {
  const text = thingInWords(kind);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What was written in place of reworded items, by item. */
export function wordsOf(
  keys: ReadonlyMap<SubjectId, SubjectVault>,
  {
    personId,
    items,
    sealed,
  }: { personId: PersonId; items: readonly PackItem[]; sealed: readonly SealedRecord[] },
): ReadonlyMap<string, string> {
  const sealer = keys.get(personId);
  if (sealer === undefined) return new Map();
  return new Map(
    items.flatMap(({ key, wordsId }) => {
      const record = sealed.find(({ recordId }) => recordId === wordsId);
      if (record === undefined || wordsId === null) return [];
      const text = sealer.open({ recordId: wordsId, kind: 'pack-words' }, record.sealed)?.text;
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

export function wordsIds(items: readonly PackItem[]): readonly string[] {
  return items.flatMap(({ decision, wordsId }) =>
    decision === 'redact' && wordsId !== null ? [wordsId] : [],
  );
}
