import { JournalSealer, PromiseFactProjector, SnapshotSealer } from '#libs/persistence';
import { caughtUp } from '../../../support/caught-up';
import type { TestInstance } from '../../../support/instance';
import { PromiseActs } from '../../../support/promise';
import { newSealSigner } from '../../../support/seal-keys';
import { sealedUp } from '../../../support/sealed-up';
import { QuarterActs } from '../../snapshots/closed-quarter';
import { NOW } from './use-api';

const LIVE_READERS = ['lead', 'manager', 'auditor'];

/** Who learns that a route of measures and figures is there. */
export const FIGURE_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listMeasures: ['commissioner', 'lead', 'manager', 'auditor'],
  readMeasure: ['commissioner', 'lead', 'manager', 'auditor'],
  readOutcomesFramework: ['commissioner', 'lead', 'manager', 'auditor'],
  listLiveTables: LIVE_READERS,
  readLiveTable: LIVE_READERS,
  explainLiveFigure: LIVE_READERS,
};

const SNAPSHOT_READERS = ['manager', 'dpo', 'commissioner', 'auditor'];

export const SNAPSHOT_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listSnapshots: SNAPSHOT_READERS,
  compareSnapshots: SNAPSHOT_READERS,
  readSnapshot: SNAPSHOT_READERS,
  readSnapshotTable: SNAPSHOT_READERS,
  readSignedSnapshot: SNAPSHOT_READERS,
};

/** Where a frozen quarter stands, and a table of it. */
export const FROZEN = { quarter: '2026-04', version: '1', table: 'promise-24h' } as const;

/** Freezes and signs the quarter once, with one referral in it. */
export async function aFrozenQuarter(instance: () => TestInstance): Promise<void> {
  const { admin, setNow, worker } = instance();
  if ((await admin('select 1 from app.snapshot_seal')).length > 0) return;
  await setNow('2026-04-15T12:00:00Z');
  await new PromiseActs(instance).refer('2026-04-15T10:00:00Z');
  await setNow(NOW);
  await caughtUp(instance(), new PromiseFactProjector(worker));
  const signer = newSealSigner();
  await sealedUp(instance(), new JournalSealer(worker, { signer }));
  await new QuarterActs(instance).published({ month: FROZEN.quarter });
  await new SnapshotSealer(worker, signer).step();
}
