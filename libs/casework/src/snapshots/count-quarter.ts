import {
  countedFacts,
  mayCountQuarter,
  mayDo,
  ruleName,
  snapshotQuarter,
  tablesOfQuarter,
  yearOfQuarter,
  type CountRefusal,
  type QuarterFacts,
  type RestatementReason,
  type Snapshot,
  type SnapshotId,
  type SnapshotQuarter,
  type StaffActor,
} from '#libs/domain';
import type { Disclosure } from '../disclosure';
import { NOT_FOUND, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, QuarterCounter, Repeatable, Transaction, UnitOfWork } from '../ports';
import { protectQuarter, type KeptReport } from './protect-quarter';
import { countedEvent } from './snapshot-events';

export interface CountQuarterInput {
  /** The first month of the quarter, `YYYY-MM`. */
  readonly month: string;
  /** Why what is published of it is counted again; null the first time. */
  readonly reason: RestatementReason | null;
}

export type CountQuarterOutcome =
  { readonly kind: 'counted'; readonly snapshot: Snapshot } | NotFound | Refused<CountRefusal>;

export interface CountingAround {
  readonly counter: QuarterCounter;
  readonly timezone: string;
  readonly disclosure: Disclosure;
  readonly supportName: QuarterFacts['supportName'];
}

/** Counts a quarter that is over: its tables are kept as they are from here on, and wait to be proposed and signed off. */
export class CountQuarter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly around: CountingAround,
  ) {}

  execute(
    actor: StaffActor,
    input: CountQuarterInput,
    repeatable: Repeatable,
  ): Promise<Once<CountQuarterOutcome>> {
    return this.unitOfWork.once<CountQuarterOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'counted' },
      (tx) => this.count(tx, actor, input),
    );
  }

  private async count(
    tx: Transaction,
    actor: StaffActor,
    { month, reason }: CountQuarterInput,
  ): Promise<CountQuarterOutcome> {
    if (!mayDo(actor, 'keep-snapshots')) return NOT_FOUND;
    const quarter = snapshotQuarter(month, this.around.timezone);
    const earlier = quarter === null ? [] : await tx.snapshots.lockQuarter(quarter.month);
    const published = earlier.find(({ state }) => state === 'signed-off');
    const may = mayCountQuarter({
      quarter,
      open: earlier.some(({ state }) => state === 'draft' || state === 'proposed'),
      published: published !== undefined,
      reason,
      now: tx.now,
    });
    if (may.kind === 'refused') return may;
    const snapshot: Snapshot = {
      id: this.ids.next<SnapshotId>(),
      quarter: may.quarter.month,
      version: earlier.length + 1,
      state: 'draft',
      countedAt: tx.now,
      countedBy: actor.userId,
      restates: published?.id ?? null,
      reason,
      ...UNTOUCHED,
    };
    await this.keep(tx, snapshot, may.quarter);
    return { kind: 'counted', snapshot };
  }

  private async keep(tx: Transaction, snapshot: Snapshot, quarter: SnapshotQuarter): Promise<void> {
    const { supportName, counter, disclosure } = this.around;
    const promise = await counter.promiseOf(quarter);
    const cells = await counter.cellsOf(yearOfQuarter(quarter));
    const names = await tx.snapshots.namesOf(cells.map(({ value }) => value));
    const counted = countedFacts({ quarter, promise, cells, names, supportName });
    const beside = await publishedBeside(tx, quarter);
    const { tables: published, leftOut } = await protectQuarter(disclosure, {
      of: snapshot,
      facts: counted,
      beside,
    });
    const facts = await tx.snapshots.factsOf(quarter);
    const tables = tablesOfQuarter(
      { quarter, promise, supportName, leftOut, ...facts },
      { counted, published },
    );
    const { policyVersions, calendarVersions } = promise;
    const disclosureRule = ruleName(disclosure.rule);
    const hashes = await tx.snapshots.add(snapshot, {
      tables,
      policyVersions,
      calendarVersions,
      disclosureRule,
    });
    await tx.journal.append([countedEvent(snapshot, hashes)]);
  }
}

async function publishedBeside(tx: Transaction, quarter: SnapshotQuarter): Promise<readonly KeptReport[]> {
  const reports: KeptReport[] = [];
  for (const { id, quarter: of, version } of await tx.snapshots.publishedBeside(quarter))
    reports.push({ quarter: of, version, tables: await tx.snapshots.tablesOf(id) });
  return reports;
}

const UNTOUCHED = {
  proposedBy: null,
  proposedAt: null,
  sentBackBecause: null,
  signedOffBy: null,
  signedOffAt: null,
  revision: 1,
} as const;
