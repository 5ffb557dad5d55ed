import {
  editTable,
  localDate,
  mayDo,
  type RoutingDraftId,
  type RoutingRule,
  type StaffActor,
  type TableEdit,
  type TableEdited,
  type WindowSource,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';

/** More than this, and nobody knows any more which is which. */
const MOST_DRAFTS = 10;

export type BeginDraftOutcome =
  { readonly kind: 'begun'; readonly draftId: RoutingDraftId } | NotFound | Refused<'too-many-drafts'>;

/** A copy of the newest table to work on, for its author alone. */
export class BeginRoutingDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, repeatable: Repeatable): Promise<Once<BeginDraftOutcome>> {
    return this.unitOfWork.once<BeginDraftOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'begun' },
      async (tx) => {
        if (!mayDo(actor, 'propose-change')) return NOT_FOUND;
        if ((await tx.routing.draftsOf(actor.userId)).length >= MOST_DRAFTS) return refuse('too-many-drafts');
        const { table } = await tx.routing.newestTable();
        const id = this.ids.next<RoutingDraftId>();
        await tx.routing.insertDraft({
          id,
          ownerUserId: actor.userId,
          basedOnVersion: table.version,
          table: { ...table, version: table.version + 1 },
          begunAt: tx.now,
          changedAt: tx.now,
          revision: 1,
        });
        return { kind: 'begun', draftId: id };
      },
    );
  }
}

type WindowEdit = Extract<TableEdit, { kind: 'window' }>;

/** A rule without its id is new, and is given one; a window is read on the day it is changed. */
export type DraftEdit =
  | Exclude<TableEdit, { readonly kind: 'add' | 'window' }>
  | { readonly kind: 'add'; readonly rule: Omit<RoutingRule, 'id'> }
  | (Omit<WindowEdit, 'source'> & { readonly source: Omit<WindowSource, 'readOn'> });

export interface ChangeDraftInput {
  readonly draftId: RoutingDraftId;
  /** The revision that the author read. */
  readonly revision: number;
  readonly edit: DraftEdit | { readonly kind: 'drop' };
}

export type ChangeDraftOutcome =
  | { readonly kind: 'changed' | 'dropped' }
  | NotFound
  | Stale
  | Refused<Extract<TableEdited, { kind: 'refused' }>['reason']>;

/** One change of a draft: a rule added, changed, moved or taken out, a window, or the whole draft thrown away. */
export class ChangeRoutingDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { draftId, revision, edit }: ChangeDraftInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeDraftOutcome>> {
    return this.unitOfWork.once<ChangeDraftOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' || kind === 'dropped' },
      async (tx) => {
        if (!mayDo(actor, 'propose-change')) return NOT_FOUND;
        const draft = await tx.routing.lockDraft(draftId);
        if (draft === null) return NOT_FOUND;
        if (draft.revision !== revision) return { kind: 'stale', revision: draft.revision };
        if (edit.kind === 'drop') {
          await tx.routing.removeDraft(draftId);
          return { kind: 'dropped' };
        }
        const readOn = localDate(tx.now, draft.table.timezone);
        const edited = editTable(draft.table, this.editOf(edit, readOn));
        if (edited.kind === 'refused') return edited;
        await tx.routing.saveDraft({ ...draft, table: edited.table, changedAt: tx.now });
        return { kind: 'changed' };
      },
    );
  }

  private editOf(edit: DraftEdit, readOn: string): TableEdit {
    if (edit.kind === 'window') return { ...edit, source: { ...edit.source, readOn } };
    if (edit.kind !== 'add') return edit;
    return { kind: 'add', rule: { ...edit.rule, id: `rule-${this.ids.next<RoutingDraftId>().slice(-8)}` } };
  }
}
