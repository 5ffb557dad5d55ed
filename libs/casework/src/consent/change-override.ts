import {
  decideOverride,
  endOverride,
  mayDo,
  reviewOverride,
  type CaseId,
  type ConsentOverride,
  type OverrideDecideRefusal,
  type OverrideId,
  type OverrideReviewRefusal,
  type ReviewFinding,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { loseGround } from '../shares/lose-ground';
import { overrideEvent } from './override-events';
import { reviewDue } from './review-due';

export interface OverrideChange {
  readonly overrideId: OverrideId;
  /** The revision the second person read. */
  readonly revision: number;
  readonly change:
    | { readonly kind: 'confirm' }
    | { readonly kind: 'decline' }
    | { readonly kind: 'end' }
    | { readonly kind: 'review'; readonly finding: ReviewFinding; readonly personTold: boolean };
}

export type ChangeOverrideOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId; readonly overrideId: OverrideId }
  | NotFound
  | Stale
  | Refused<OverrideDecideRefusal | OverrideReviewRefusal | 'not-in-force' | 'calendar-ends'>;

type Changed =
  | { readonly kind: 'to'; readonly override: ConsentOverride; readonly type: string }
  | Extract<ChangeOverrideOutcome, { kind: 'refused' }>;

/** A second person lets an override stand or not; anybody who may decide ends it early or reviews it afterwards. */
export class ChangeOverride {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    change: OverrideChange,
    repeatable: Repeatable,
  ): Promise<Once<ChangeOverrideOutcome>> {
    return this.unitOfWork.once<ChangeOverrideOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, change),
    );
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { overrideId, revision, change }: OverrideChange,
  ): Promise<ChangeOverrideOutcome> {
    if (!mayDo(actor, 'decide-override')) return NOT_FOUND;
    const found = await tx.overrides.find(overrideId);
    const caseFile = found === null ? null : await lockCaseFor(tx, 'decide-override', found.caseId);
    const override = caseFile === null ? null : await tx.overrides.lock(overrideId);
    if (override === null) return NOT_FOUND;
    if (override.revision !== revision) return { kind: 'stale', revision: override.revision };
    const changed = await this.changed(tx, { actor, override, change });
    if (changed.kind === 'refused') return changed;
    await tx.overrides.save(changed.override);
    await tx.journal.append([overrideEvent(changed.override, changed.type, tx.now)]);
    if (change.kind === 'end')
      await loseGround(tx, { personId: override.personId, closing: 'override-ended' });
    return { kind: 'changed', caseId: override.caseId, overrideId };
  }

  private async changed(
    tx: Transaction,
    {
      actor,
      override,
      change,
    }: { actor: StaffActor; override: ConsentOverride; change: OverrideChange['change'] },
  ): Promise<Changed> {
    const { now } = tx;
    const by = actor.userId;
    switch (change.kind) {
      case 'confirm':
      case 'decline': {
        const confirm = change.kind === 'confirm';
        const reviewDueAt = await reviewDue(tx);
        if (reviewDueAt === null) return refuse('calendar-ends');
        const decided = decideOverride(override, { by, confirm, now, reviewDueAt });
        if (decided.kind === 'refused') return decided;
        const type = confirm ? 'override.confirmed' : 'override.declined';
        return { kind: 'to', override: decided.override, type };
      }
      case 'end': {
        const ended = endOverride(override, now);
        return ended === override
          ? refuse('not-in-force')
          : { kind: 'to', override: ended, type: 'override.ended' };
      }
      case 'review': {
        const { finding, personTold } = change;
        const reviewed = reviewOverride(override, { by, finding, personTold, now });
        if (reviewed.kind === 'refused') return reviewed;
        return { kind: 'to', override: reviewed.override, type: 'override.reviewed' };
      }
    }
  }
}
