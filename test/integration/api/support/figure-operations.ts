import { JournalSealer, PromiseFactProjector, SnapshotSealer } from '#libs/persistence';
import { caughtUp } from '../../../support/caught-up';
import type { TestInstance } from '../../../support/instance';
import { PromiseActs } from '../../../support/promise';
import { newSealSigner } from '../../../support/seal-keys';
import { sealedUp } from '../../../support/sealed-up';
import { QuarterActs } from '../../snapshots/closed-quarter';
import { NOW, type TestApi } from './use-api';

const LIVE_READERS = ['lead', 'manager', 'auditor'];

/** Who learns that a route of measures and figures is there. */
export const FIGURE_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listMeasures: ['commissioner', 'lead', 'manager', 'auditor'],
  readMeasure: ['commissioner', 'lead', 'manager', 'auditor'],
  readOutcomesFramework: ['commissioner', 'lead', 'manager', 'auditor'],
  listLiveTables: LIVE_READERS,
  readLiveTable: LIVE_READERS,
  explainLiveFigure: LIVE_READERS,
  listFigureSamples: ['commissioner', 'auditor'],
  askFigureSample: ['commissioner'],
  readFigureSample: ['commissioner', 'auditor'],
  drawFigureSample: ['auditor'],
  readFigureSampleStatement: ['auditor'],
  openFigureCases: ['auditor'],
};

const SNAPSHOT_READERS = ['manager', 'dpo', 'commissioner', 'auditor'];

export const SNAPSHOT_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listSnapshots: SNAPSHOT_READERS,
  compareSnapshots: SNAPSHOT_READERS,
  readSnapshot: SNAPSHOT_READERS,
  readSnapshotTable: SNAPSHOT_READERS,
  readSignedSnapshot: SNAPSHOT_READERS,
};

/** One key for all that this file seals. */
const signer = newSealSigner();

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
  await sealedUp(instance(), new JournalSealer(worker, { signer }));
  await new QuarterActs(instance).published({ month: FROZEN.quarter });
  await new SnapshotSealer(worker, signer).step();
}

const SAMPLED = { measure: 'misses-by-reason', span: 'quarter', until: '2026-09', purpose: 'check-a-figure' };
const CASES = { ...SAMPLED, limb: '24h', part: 'tried-and-not-reached' };

/** Every POST of figures with a body it takes; `{id}` is a sample that is not there. */
export const FIGURE_ACTS = [
  { path: '/api/v1/figures/samples', by: 'commissioner', good: { ...CASES, size: 20 } },
  { path: '/api/v1/figures/samples/{id}/draw', by: 'auditor', good: {} },
  {
    path: '/api/v1/figures/cases',
    by: 'auditor',
    good: {
      ...CASES,
      measure: 'first-conversation-in-time',
      part: 'met',
      table: 'promise-by-month',
      value: '2026-09',
      span: 'twelve-months',
    },
  },
];

/** A sample that the commissioner asked for and an auditor has drawn. */
export async function aDrawnSample(api: TestApi): Promise<string> {
  await aFrozenQuarter(() => api.web.instance);
  const asked = {
    ...SAMPLED,
    measure: 'first-conversation-in-time',
    until: FROZEN.quarter,
    limb: '24h',
    part: 'missed',
  };
  const made = await (await api.as('commissioner')).post('/api/v1/figures/samples', { ...asked, size: 5 });
  const { id } = made.json<{ id: string }>();
  await sealedUp(api.web.instance, new JournalSealer(api.web.instance.worker, { signer }));
  await (await api.as('auditor')).post(`/api/v1/figures/samples/${id}/draw`);
  return id;
}
