import { isDeepStrictEqual } from 'node:util';
import {
  effectOf,
  EFFECT_LEAD,
  event,
  isoOf,
  mayDo,
  plus,
  proposingOf,
  type ChangeKindCode,
  type ChangeReason,
  type Instant,
  type ProposalId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { changeKindOf } from './change-kinds';

export interface ChangeInput {
  readonly kind: ChangeKindCode;
  readonly subject: string;
  readonly basedOnVersion: number;
  readonly body: object;
  /** Null: as soon as a second person has approved it. */
  readonly effectiveFrom: Instant | null;
  readonly reason: ChangeReason;
}

export type ProposeRefusal =
  'newer-version' | 'already-waiting' | 'unchanged' | 'too-soon' | 'before-the-last-version';

export interface Impossible {
  readonly kind: 'impossible';
  readonly faults: readonly string[];
}

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly proposalId: ProposalId }
  | NotFound
  | Impossible
  | Refused<ProposeRefusal>;

/** Puts a change before a second person. Nothing is in force until they approve it. */
export class ProposeChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: ChangeInput, repeatable: Repeatable): Promise<Once<ProposeOutcome>> {
    return this.unitOfWork.once<ProposeOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'proposed' },
      (tx) => this.propose(tx, actor, input),
    );
  }

  /** The same checks, for a preview: nothing is written. */
  check(
    actor: StaffActor,
    input: ChangeInput,
  ): Promise<NotFound | Impossible | Refused<ProposeRefusal> | null> {
    return this.unitOfWork.run(actor, async (tx) => {
      const checked = await checkChange(tx, input);
      return mayDo(actor, proposingOf(input.kind).propose) ? checked : NOT_FOUND;
    });
  }

  private async propose(tx: Transaction, actor: StaffActor, input: ChangeInput): Promise<ProposeOutcome> {
    if (!mayDo(actor, proposingOf(input.kind).propose)) return NOT_FOUND;
    const wrong = await checkChange(tx, input);
    if (wrong !== null) return wrong;
    const proposalId = this.ids.next<ProposalId>();
    await tx.proposals.insert({
      ...input,
      id: proposalId,
      state: 'proposed',
      proposedBy: actor.userId,
      proposedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      revision: 1,
    });
    await tx.journal.append([
      event({
        subject: { kind: 'proposal', id: proposalId },
        type: 'proposal.made',
        happenedAt: tx.now,
        reason: input.reason,
        payload: {
          kind: input.kind,
          subject: input.subject,
          version: input.basedOnVersion + 1,
          effectiveFrom: input.effectiveFrom === null ? null : isoOf(input.effectiveFrom),
        },
      }),
    ]);
    return { kind: 'proposed', proposalId };
  }
}

async function checkChange(
  tx: Transaction,
  input: ChangeInput,
): Promise<NotFound | Impossible | Refused<ProposeRefusal> | null> {
  const { kind: code, subject, basedOnVersion, body, effectiveFrom } = input;
  const kind = changeKindOf(code);
  const { waiting } = await tx.proposals.lockSubject({ kind: code, subject });
  const newest = await kind.newest(tx, subject);
  if (newest === null) return NOT_FOUND;
  if (newest.version !== basedOnVersion) return refuse('newer-version');
  if (waiting) return refuse('already-waiting');
  if (effectiveFrom !== null && effectOf({ wanted: effectiveFrom, now: tx.now }).kind === 'refused') {
    return refuse('too-soon');
  }
  const from = effectiveFrom ?? plus(tx.now, EFFECT_LEAD);
  if (from <= newest.effectiveFrom) return refuse('before-the-last-version');
  const faults = await kind.faults(tx, { subject, basedOnVersion, body, from });
  if (faults.length > 0) return { kind: 'impossible', faults };
  return sameBut(body, newest.body) ? refuse('unchanged') : null;
}

/** Whether a body says nothing new: its version number apart. */
function sameBut(next: object, newest: object): boolean {
  const bare = (body: object) => ({ ...body, version: null, change: null, addedHolidays: null });
  return isDeepStrictEqual(bare(next), bare(newest));
}
