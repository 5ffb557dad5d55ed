import {
  JournalSealer,
  snapshotDocument,
  snapshotsOf,
  SnapshotSealer,
  snapshotTables,
} from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { newSealSigner } from '../../support/seal-keys';
import { sealedUp } from '../../support/sealed-up';
import { aQuarterWithFigures, CLOSABLE, QuarterActs, QUARTER } from './closed-quarter';

const instance = useInstance();
const acts = new QuarterActs(instance);
const signer = newSealSigner();

beforeAll(async () => {
  await aQuarterWithFigures(instance);
  await sealedUp(instance(), new JournalSealer(instance().worker, { signer }));
}, 120_000);
afterEach(() => instance().setNow(CLOSABLE));

const seen = (key: string) =>
  instance().webWork.read(instance().persona(key), async (manager) =>
    (await snapshotsOf(manager, QUARTER)).map(({ version, state }) => `${version} ${state}`),
  );

describe('closing a quarter', () => {
  it('is refused while the quarter is not over for a month', async () => {
    await instance().setNow('2026-04-30T22:59:00Z');
    expect(await acts.count()).toEqual({ kind: 'refused', reason: 'quarter-not-over' });
    expect(await acts.count('manager', { month: '2026-02' })).toEqual({
      kind: 'refused',
      reason: 'not-a-quarter',
    });
  });

  it.each(['commissioner', 'auditor', 'dpo', 'lead', 'officer', 'administrator'])(
    'is not there for the %s to begin',
    async (key) => {
      expect(await acts.count(key)).toEqual({ kind: 'not-found' });
    },
  );

  it('takes two people, and publishes to the commissioner once it is signed off', async () => {
    expect(await acts.count('manager', { reason: 'late-records' })).toEqual({
      kind: 'refused',
      reason: 'nothing-to-restate',
    });
    const draft = await acts.counted();
    expect(await acts.count()).toEqual({ kind: 'refused', reason: 'being-closed' });
    expect(await seen('commissioner')).toEqual([]);
    expect(await acts.move('dpo', draft, 'sign-off')).toEqual({ kind: 'refused', reason: 'not-now' });
    const proposed = await acts.moved('manager', draft, 'propose');
    expect(await acts.move('manager', proposed, 'sign-off')).toEqual({
      kind: 'refused',
      reason: 'same-person',
    });
    expect(await acts.move('commissioner', proposed, 'sign-off')).toEqual({ kind: 'not-found' });
    expect(await acts.move('auditor', proposed, 'sign-off')).toEqual({
      kind: 'refused',
      reason: 'not-allowed',
    });
    expect(await acts.move('dpo', { ...proposed, revision: 9 }, 'sign-off')).toEqual({
      kind: 'stale',
      revision: proposed.revision,
    });
    const back = await acts.moved('dpo', proposed, 'send-back', 'figures-look-wrong');
    expect(back).toMatchObject({ state: 'draft', sentBackBecause: 'figures-look-wrong', proposedBy: null });
    await acts.moved('manager', back, 'discard');
    const published = await acts.published();
    expect(published).toMatchObject({ version: 2, state: 'signed-off' });
    expect(await seen('commissioner')).toEqual(['2 signed-off']);
    expect(await seen('auditor')).toEqual(['1 discarded', '2 signed-off']);
    expect(await seen('lead')).toEqual([]);
  });

  it('happens once: a second time needs a reason, restates, and keeps what was said before', async () => {
    expect(await acts.count()).toEqual({ kind: 'refused', reason: 'closed-already' });
    const again = await acts.published({ reason: 'late-records' });
    expect(again).toMatchObject({ version: 3, reason: 'late-records' });
    expect(await seen('commissioner')).toEqual(['2 restated', '3 signed-off']);
  });

  it('publishes the promise exact and every other table as it was released', async () => {
    const [, , newest] = await instance().webWork.read(instance().persona('auditor'), (manager) =>
      snapshotsOf(manager, QUARTER),
    );
    const tables = await instance().webWork.read(instance().persona('commissioner'), (manager) =>
      snapshotTables(manager, newest!.id),
    );
    const ids = tables.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['promise-1wd', 'promise-24h', 'victims-code']));
    const promise = tables.find(({ id }) => id === 'promise-24h')!;
    expect(promise.rows.map(({ id }) => id)).toEqual(['2026-01', '2026-02', '2026-03', 'quarter']);
    expect(promise.rows[3]!.cells.slice(0, 5)).toEqual([14, 14, 12, '85.7', 2]);
    const rounded = tables.flatMap(({ columns, rows }) =>
      rows.flatMap(({ cells }) => cells.filter((_, at) => columns[at]!.unit === 'rounded')),
    );
    for (const cell of rounded)
      expect(cell === '[c]' || cell === 0 || (Number(cell) >= 10 && Number(cell) % 5 === 0)).toBe(true);
  });

  it('is signed over the hash of each table, under the seal of the journal it was counted at', async () => {
    await new SnapshotSealer(instance().worker, signer).step();
    const [, , newest] = await instance().webWork.read(instance().persona('auditor'), (manager) =>
      snapshotsOf(manager, QUARTER),
    );
    const document = await instance().webWork.read(instance().persona('commissioner'), (manager) =>
      snapshotDocument(manager, newest!.id),
    );
    expect(document?.manifest).toMatchObject({
      format: 'waymark-snapshot-1',
      quarter: QUARTER,
      version: 3,
      journal: { seal: expect.any(Number) },
      restates: { version: 2, reason: 'late-records' },
      measures: expect.arrayContaining([expect.stringMatching(/^first-conversation-in-time v\d+$/)]),
      keyId: signer.keyId,
    });
    expect(document?.manifest.tables).toHaveLength(document!.tables.length);
  });

  it('is never changed or deleted, by the database too', async () => {
    await expect(instance().admin(`delete from app.snapshot`)).rejects.toThrow('never deleted');
    await expect(
      instance().admin(`update app.snapshot set counted_at = now() where state = 'signed-off'`),
    ).rejects.toThrow('only ever restated');
    await expect(instance().admin(`update app.snapshot_table set body = '{}'`)).rejects.toThrow();
    await expect(instance().admin(`delete from app.snapshot_seal`)).rejects.toThrow();
  });
});
