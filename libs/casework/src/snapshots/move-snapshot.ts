import {
  commonMonthLinks,
  mayDo,
  moveSnapshot,
  publishedSnapshot,
  restated,
  restatementLinks,
  snapshotName,
  snapshotQuarter,
  type MoveRefusal,
  type SendBackReason,
  type Snapshot,
  type SnapshotId,
  type SnapshotMove,
  type StaffActor,
} from '#libs/domain';
import type { Disclosure } from '../disclosure';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { AttackFinding, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import type { KeptReport } from './protect-quarter';
import { movedEvent } from './snapshot-events';

export interface SnapshotMoveInput {
  readonly id: SnapshotId;
  readonly revision: number;
  readonly move: SnapshotMove;
  /** Of what is sent back. */
  readonly because?: SendBackReason | null;
}

/** Somebody could be found in it: it is not signed off. */
export interface Leaking {
  readonly kind: 'leaks';
  readonly found: readonly AttackFinding[];
}

export type MoveSnapshotOutcome =
  { readonly kind: 'moved'; readonly snapshot: Snapshot } | NotFound | Stale | Leaking | Refused<MoveRefusal>;

const MOVED = {
  propose: 'proposed',
  'send-back': 'sent-back',
  'sign-off': 'signed-off',
  discard: 'discarded',
} as const;

/** What is about to be published beside what is published of months in common, as anybody reads them. */
interface Publication {
  readonly restates: SnapshotId | null;
  readonly next: KeptReport;
  /** What it restates is the first of them. */
  readonly beside: readonly KeptReport[];
}

/** Proposes, signs off, sends back or discards a quarter that was counted; signing off publishes it for good. */
export class MoveSnapshot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disclosure: Disclosure,
    private readonly timezone: string,
  ) {}

  async execute(
    actor: StaffActor,
    input: SnapshotMoveInput,
    repeatable: Repeatable,
  ): Promise<Once<MoveSnapshotOutcome>> {
    const publication = input.move === 'sign-off' ? await this.publicationOf(actor, input.id) : null;
    // Tried before the transaction of the signing off begins: it may take seconds, and the tables never change.
    const found = publication === null ? [] : await this.tried(publication);
    return this.unitOfWork.once<MoveSnapshotOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'moved' },
      async (tx) => {
        const moved = await this.move(tx, actor, input);
        if (moved.kind !== 'moved') return moved.outcome;
        const { snapshot, before } = moved;
        if (input.move === 'sign-off') {
          if (publication === null || publication.restates !== (before?.id ?? null))
            return { kind: 'stale', revision: input.revision };
          if (found.length > 0) return { kind: 'leaks', found };
          if (before !== null) await restate(tx, before);
        }
        await tx.snapshots.save(snapshot);
        await tx.journal.append([movedEvent(snapshot, MOVED[input.move], tx.now)]);
        return { kind: 'moved', snapshot };
      },
    );
  }

  private async move(
    tx: Transaction,
    actor: StaffActor,
    { id, revision, move, because = null }: SnapshotMoveInput,
  ): Promise<
    | { readonly kind: 'moved'; readonly snapshot: Snapshot; readonly before: Snapshot | null }
    | { readonly kind: 'not-moved'; readonly outcome: MoveSnapshotOutcome }
  > {
    const not = (outcome: MoveSnapshotOutcome) => ({ kind: 'not-moved', outcome }) as const;
    const found = mayDo(actor, 'see-snapshots') ? await tx.snapshots.find(id) : null;
    const ofQuarter = found === null ? [] : await tx.snapshots.lockQuarter(found.quarter);
    const snapshot = ofQuarter.find((one) => one.id === id);
    if (snapshot === undefined) return not(NOT_FOUND);
    if (snapshot.revision !== revision) return not({ kind: 'stale', revision: snapshot.revision });
    const moved = moveSnapshot(actor, { snapshot, move, because, now: tx.now });
    if (moved.kind === 'refused') return not(moved);
    return { ...moved, before: publishedOf(ofQuarter) };
  }

  /** Null where the actor signs nothing off, or it is not there. */
  private publicationOf(actor: StaffActor, id: SnapshotId): Promise<Publication | null> {
    return this.unitOfWork.run(actor, async (tx) => {
      const snapshot = mayDo(actor, 'sign-snapshots') ? await tx.snapshots.find(id) : null;
      if (snapshot === null) return null;
      const before = publishedOf(await tx.snapshots.lockQuarter(snapshot.quarter));
      const read = async ({ id: of, quarter, version }: Snapshot): Promise<KeptReport> => ({
        quarter,
        version,
        tables: await tx.snapshots.tablesOf(of),
      });
      const quarter = snapshotQuarter(snapshot.quarter, this.timezone);
      const others = quarter === null ? [] : await tx.snapshots.publishedBeside(quarter);
      const ordered = others.toSorted(
        (one, other) => Number(other.id === before?.id) - Number(one.id === before?.id),
      );
      const beside: KeptReport[] = [];
      for (const one of ordered) beside.push(await read(one));
      return { restates: before?.id ?? null, next: await read(snapshot), beside };
    });
  }

  private tried({ next, beside, restates }: Publication): Promise<readonly AttackFinding[]> {
    const { rule, attacker } = this.disclosure;
    const named = [next, ...beside].map((report) => ({ ...report, name: snapshotName(report) }));
    const published = named.map(({ tables, name }) => publishedSnapshot(tables, { name, rule }));
    const [own, before] = published;
    const restatement =
      restates === null || own === undefined || before === undefined ? [] : restatementLinks(before, own);
    return attacker.attack({
      rule,
      tables: published.flatMap(({ tables }) => tables),
      links: [...published.flatMap(({ links }) => links), ...restatement, ...commonMonthLinks(named)],
    });
  }
}

function publishedOf(ofQuarter: readonly Snapshot[]): Snapshot | null {
  return ofQuarter.find(({ state }) => state === 'signed-off') ?? null;
}

async function restate(tx: Transaction, before: Snapshot): Promise<void> {
  await tx.snapshots.save(restated(before));
  await tx.journal.append([movedEvent(before, 'restated', tx.now)]);
}
