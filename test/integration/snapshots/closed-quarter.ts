import { HighsAttacker } from '#libs/attacker';
import {
  AnswerCodeEvents,
  CountQuarter,
  MoveSnapshot,
  ReleaseCodeFigures,
  ReleaseCoverage,
  ReleaseWaitingFigures,
  type CountQuarterInput,
  type ReleaseAttacker,
} from '#libs/casework';
import type { SendBackReason, Snapshot, SnapshotMove, StaffActor } from '#libs/domain';
import { dataSourceOptions, PostgresQuarterCounter, PromiseFactProjector } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, type TestInstance } from '../../support/instance';
import { disclosureOf } from '../../support/disclosure';
import { PromiseActs } from '../../support/promise';

export const QUARTER = '2026-01';
/** A month after January to March 2026. */
export const CLOSABLE = '2026-05-02T09:00:00Z';

/** The acts of closing a quarter in a line each. */
export class QuarterActs {
  constructor(
    private readonly instance: () => TestInstance,
    private readonly attacker: ReleaseAttacker = new HighsAttacker(),
  ) {}

  async count(by = 'manager', more: Partial<CountQuarterInput> = {}) {
    const { webWork, ids, pack, persona, database } = this.instance();
    const reports = await new DataSource(dataSourceOptions(database.url('report'))).initialize();
    const around = {
      counter: new PostgresQuarterCounter(reports),
      timezone: pack.timezone,
      disclosure: { rule: pack.disclosure, attacker: this.attacker },
      supportName: (kind: keyof typeof pack.labels) => pack.labels[kind].name,
    };
    const once = await new CountQuarter(webWork, ids, around)
      .execute(persona(by), { month: QUARTER, reason: null, ...more }, onlyOnce())
      .finally(() => reports.destroy());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async counted(more: Partial<CountQuarterInput> = {}): Promise<Snapshot> {
    const result = await this.count('manager', more);
    if (result.kind !== 'counted') throw new Error(JSON.stringify(result));
    return result.snapshot;
  }

  async move(
    by: string | StaffActor,
    snapshot: Snapshot,
    move: SnapshotMove,
    because: SendBackReason | null = null,
  ) {
    const { webWork, persona, pack } = this.instance();
    const actor = typeof by === 'string' ? persona(by) : by;
    const { id, revision } = snapshot;
    const disclosure = { rule: pack.disclosure, attacker: this.attacker };
    const once = await new MoveSnapshot(webWork, disclosure, pack.timezone).execute(
      actor,
      { id, revision, move, because },
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async moved(...act: Parameters<QuarterActs['move']>): Promise<Snapshot> {
    const result = await this.move(...act);
    if (result.kind !== 'moved') throw new Error(JSON.stringify(result));
    return result.snapshot;
  }

  /** Counted, proposed and signed off. */
  async published(more: Partial<CountQuarterInput> = {}): Promise<Snapshot> {
    const proposed = await this.moved('manager', await this.counted(more), 'propose');
    return this.moved('dpo', proposed, 'sign-off');
  }
}

/** Fourteen referrals of March 2026, twelve reached in time, with what else is released of their quarter. */
export async function aQuarterWithFigures(instance: () => TestInstance): Promise<void> {
  const promise = new PromiseActs(instance);
  for (let day = 2; day < 16; day += 1) {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    await instance().setNow(`${date}T12:00:00Z`);
    const referred = await promise.refer(`${date}T10:00:00Z`);
    if (day > 3)
      await promise.attempt(referred, 'spoke', {
        happened: `${date}T13:00:00Z`,
        typedIn: `${date}T13:05:00Z`,
      });
  }
  const { workerWork, worker, pack, setNow } = instance();
  await new AnswerCodeEvents(workerWork).execute({ limit: 200 });
  await setNow('2026-04-01T09:00:00Z');
  const disclosure = disclosureOf(pack);
  await new ReleaseWaitingFigures(workerWork, pack.timezone, disclosure).execute();
  await setNow(CLOSABLE);
  await new ReleaseCodeFigures(workerWork, pack.timezone, disclosure).execute();
  await new ReleaseCoverage(workerWork, pack, disclosure).execute();
  await caughtUp(instance(), new PromiseFactProjector(worker));
}
