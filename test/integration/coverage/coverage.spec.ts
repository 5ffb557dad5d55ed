import { ReleaseCoverage, TakeOffences, type TakeOffencesInput } from '#libs/casework';
import { coverageOf, type SheetRow } from '#libs/domain';
import { coverageQuarters, coverageReleaseOf, heldOffences, offenceSets } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { disclosureOf } from '../../support/disclosure';
import { PromiseActs } from '../../support/promise';

const BASILDON = 'E07000066';
const BRAINTREE = 'E07000067';
const rowsOf = (...rows: readonly (readonly string[])[]): readonly SheetRow[] =>
  [['period', 'district', 'offences'], ...rows].map((cells, at) => ({ row: at + 1, cells, merged: false }));
const MONTHS = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

describe('recorded offences and referrals', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const take = async (
    rows: readonly SheetRow[],
    more: Partial<TakeOffencesInput> = {},
    by = 'administrator',
  ) => {
    const input: TakeOffencesInput = {
      definition: 'sexual-offences',
      source: 'Invented for a test',
      licence: 'None: invented',
      rows,
      supersedes: false,
      dryRun: false,
      area: instance().pack,
      ...more,
    };
    const once = await new TakeOffences(instance().webWork, instance().ids).execute(
      instance().persona(by),
      input,
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const held = (key = 'auditor') =>
    instance().webWork.read(instance().persona(key), (manager) =>
      heldOffences(manager, { first: '2026-02', after: '2026-07' }),
    );
  const release = () =>
    new ReleaseCoverage(instance().workerWork, instance().pack, disclosureOf(instance().pack)).execute();
  const published = (key: string) =>
    instance().webWork.read(instance().persona(key), async (manager) => ({
      quarters: await coverageQuarters(manager),
      release: await coverageReleaseOf(manager, '2026-04'),
    }));

  beforeAll(async () => {
    await instance().setNow('2026-01-20T12:00:00Z');
    await promise.refer('2026-01-20T10:00:00Z');
    for (let day = 2; day < 14; day += 1) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      await instance().setNow(`${date}T12:00:00Z`);
      await promise.refer(`${date}T10:00:00Z`);
    }
    await instance().setNow('2026-07-20T12:00:00Z');
  });

  it('are counted in a dry run that changes nothing, then taken, and never taken twice', async () => {
    const rows = rowsOf(...MONTHS.map((month) => [month, 'Basildon', '10']));
    expect(await take(rows, { dryRun: true })).toMatchObject({
      kind: 'taken',
      setId: null,
      added: 5,
      same: 0,
    });
    expect(await held()).toEqual([]);
    expect(await take(rows)).toMatchObject({ kind: 'taken', months: 1, added: 5, superseded: 0 });
    expect((await held()).map(({ offences }) => offences)).toEqual([10, 10, 10, 10, 10]);
    expect(await take(rows)).toMatchObject({ kind: 'taken', setId: null, added: 0, same: 5 });
  });

  it('are superseded only where that is said, and what was superseded is still there', async () => {
    const rows = rowsOf(['2026-02', BASILDON, '12']);
    expect(await take(rows)).toEqual({
      kind: 'refused',
      faults: [{ kind: 'held-already', row: 2, found: '10, not 12' }],
    });
    expect(await take(rows, { supersedes: true })).toMatchObject({ added: 0, superseded: 1 });
    expect((await held())[0]).toMatchObject({ first: '2026-02', offences: 12 });
    const sets = await instance().webWork.read(instance().persona('administrator'), offenceSets);
    expect(sets.map(({ counts, superseded }) => [counts, superseded])).toEqual([
      [1, 0],
      [5, 1],
    ]);
    await expect(instance().admin('update app.offence_count set offences = 1')).rejects.toThrow();
    await expect(instance().admin('delete from app.offence_set')).rejects.toThrow();
  });

  it('of another definition stand apart', async () => {
    await take(rowsOf(['2026-02', BASILDON, '3']), { definition: 'rapes' });
    expect((await held()).filter(({ definition }) => definition === 'sexual-offences')[0]!.offences).toBe(12);
  });

  it.each(['manager', 'commissioner', 'auditor', 'lead'])('are not kept by the %s', async (key) => {
    expect(await take(rowsOf(['2026-01', BRAINTREE, '3']), {}, key)).toEqual({ kind: 'not-found' });
    await expect(
      instance().webWork.read(instance().persona(key), (manager) =>
        manager.query(
          `insert into app.offence_set (set_id, definition, months, source, licence, taken_at, taken_by)
           values (gen_random_uuid(), 'rapes', 1, 'nobody', 'nobody', now(), $1)`,
          [instance().persona(key).userId],
        ),
      ),
    ).rejects.toThrow();
  });

  it('leave what was done in the journal, without a number of anybody’s', async () => {
    const events = await instance().admin<{ type: string; payload: object }>(
      `select event_type as type, payload from app.journal where subject_kind = 'offence-set' order by position limit 1`,
    );
    expect(events).toEqual([
      {
        type: 'offence-set.taken',
        payload: { definition: 'sexual-offences', months: 1, added: 5, superseded: 0 },
      },
    ]);
  });

  it('are published a month after the quarter, once and for good, from the first whole month of referrals on', async () => {
    await instance().setNow('2026-07-31T22:59:00Z');
    await release();
    expect((await published('commissioner')).quarters).not.toContain('2026-04');
    await instance().setNow('2026-07-31T23:00:02Z');
    await release();
    const { quarters, release: first } = await published('commissioner');
    expect(quarters[0]).toBe('2026-04');
    expect(first).toMatchObject({ first: '2026-02', released: { total: 10 } });
    const { district } = (
      await instance().admin<{ district: string }>('select distinct district from app.referral')
    )[0]!;
    for (const line of first!.released.districts)
      expect(line.referrals).toBe(line.district === district ? 10 : 0);
    await promise.refer('2026-03-20T10:00:00Z');
    await promise.refer('2026-03-21T10:00:00Z');
    await instance().setNow('2026-08-02T12:00:00Z');
    await release();
    expect((await published('commissioner')).release).toEqual(first);
  });

  it.each(['manager', 'auditor', 'commissioner'])(
    'P7 show no count of referrals from 1 to 7 to the %s',
    async (key) => {
      const { release: found } = await published(key);
      const { total, districts } = found!.released;
      for (const count of [total, ...districts.map(({ referrals }) => referrals)])
        expect(count === null || count === 0 || (count >= 10 && count % 5 === 0)).toBe(true);
    },
  );

  it('are compared where both are known', async () => {
    const { release: found } = await published('commissioner');
    const offences = (await held('commissioner')).filter(
      ({ definition }) => definition === 'sexual-offences',
    );
    const lines = coverageOf({ ...found!, definition: 'sexual-offences', offences });
    const known = lines.filter(({ offences: count }) => count !== null);
    expect(known.map(({ district, offences: count }) => [district, count])).toEqual([[BASILDON, 52]]);
    expect(lines.at(-1)?.answer).toEqual({ kind: 'not-compared', why: 'offences-unknown' });
  });

  it.each(['officer', 'responder', 'lead', 'adviser'])('are not for the %s', async (key) => {
    expect(await published(key)).toEqual({ quarters: [], release: null });
    expect(await held(key)).toEqual([]);
  });
});
