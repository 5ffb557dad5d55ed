import { RecordDeclinedOffer, SubmitReferral } from '#libs/casework';
import { districtsEver, type AreaPack } from '#libs/config';
import { instant } from '#libs/domain';
import { deskFactsOf, loadArea, PolicyCache, PostgresUnitOfWork } from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { onlyOnce, useInstance } from '../../support/instance';

/** An invented order: two districts become one on 1 April 2028, and one keeps its code under a new name. */
const NEW = { code: 'E06000901', name: 'Sampleton and Exampleford', from: '2028-04-01', to: null };
const DAY_BEFORE = '2028-03-31T11:00:00Z';
/** Midnight in London is an hour earlier here: summer time has begun. */
const FIRST_MINUTE = '2028-03-31T23:00:30Z';

describe('councils that are made anew', () => {
  const instance = useInstance();
  const codes = () => instance().pack.districts.map(({ code }) => code);
  let reorganised: AreaPack;

  beforeAll(async () => {
    const { pack } = instance();
    const [first, second, third, ...rest] = pack.districts;
    if (!first || !second || !third) throw new Error('the pack has districts');
    const ended = { to: '2028-04-01' };
    const renamed = { code: third.code, name: `${third.name} and more`, from: '2028-04-01', to: null };
    const districts = [
      { ...first, ...ended },
      { ...second, ...ended },
      { ...third, ...ended },
      ...rest,
      NEW,
      renamed,
    ];
    reorganised = { ...pack, districts };
    await instance().setNow('2028-03-01T10:00:00Z');
    await submit(pack, { district: codes()[0] });
    await submit(pack, { district: codes()[1] });
    await decline(pack, codes()[0]);
  });

  const workOf = (pack: AreaPack) =>
    new PostgresUnitOfWork(instance().web, { policies: new PolicyCache(), desk: deskFactsOf(pack) });

  async function submit(pack: AreaPack, { district }: { district: string | undefined }) {
    const { vault, ids, persona, admin } = instance();
    const [row] = await admin<{ now: Date }>('select app.service_now() as now');
    const reportedAt = instant(new Date((row?.now.getTime() ?? 0) - 60_000).toISOString());
    const input = aReferral()
      .reportedAt(reportedAt)
      .with({ district: district ?? null })
      .build();
    const once = await new SubmitReferral(workOf(pack), vault, ids).execute(
      persona('officer'),
      input,
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result.kind === 'refused' ? once.result.reason : once.result.kind;
  }

  async function decline(pack: AreaPack, district: string | undefined) {
    const { ids, persona } = instance();
    const offer = { answer: 'no', district: district ?? null, askAgainOn: null } as const;
    const once = await new RecordDeclinedOffer(workOf(pack), ids).execute(
      persona('officer'),
      offer,
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result.kind;
  }

  /** What is counted by district, in tables and in the journal. */
  const figures = () =>
    instance().admin(`
      select district, what, count(*)::integer as n from (
        select district, 'referral' as what from app.referral
        union all select district, 'declined ' || month_on from app.declined_offer
        union all select payload ->> 'district', event_type from app.journal where payload ? 'district'
      ) counted where district <> '${NEW.code}' group by 1, 2 order by 1, 2`);

  const load = (pack: AreaPack) => {
    const { database, vault } = instance();
    return loadArea({
      migratorUrl: database.adminUrl,
      pack,
      vault,
      synthetic: true,
      identityProvider: 'local',
    });
  };

  it('keeps every figure of before, to the digit, and can be loaded again', async () => {
    const before = await figures();
    expect(before).not.toEqual([]);
    await load(reorganised);
    await load(reorganised);
    expect(await figures()).toEqual(before);
  });

  it('takes the old districts, and no new one, until the last minute of the old year', async () => {
    await load(reorganised);
    await instance().setNow(DAY_BEFORE);
    expect(await submit(reorganised, { district: codes()[0] })).toBe('submitted');
    expect(await submit(reorganised, { district: NEW.code })).toBe('unknown-district');
  });

  it('takes the new ones, and none that has ended, from the first minute in local time', async () => {
    await load(reorganised);
    await instance().setNow(FIRST_MINUTE);
    const before = await figures();
    expect(await submit(reorganised, { district: codes()[0] })).toBe('unknown-district');
    expect(await submit(reorganised, { district: codes()[1] })).toBe('unknown-district');
    expect(await submit(reorganised, { district: NEW.code })).toBe('submitted');
    expect(await decline(reorganised, codes()[0])).toBe('refused');
    expect(await figures()).toEqual(before);
    expect(await submit(reorganised, { district: codes()[2] })).toBe('submitted');
  });

  it('still has the name of a district that has ended, for reading old records', async () => {
    const [first] = instance().pack.districts;
    expect(districtsEver(reorganised.districts)).toContainEqual({ code: first?.code, name: first?.name });
    const rows = await instance().admin<{ name: string; valid_to: string }>(
      `select name, valid_to::text from app.district_period where code = $1 order by valid_from`,
      [first?.code],
    );
    expect(rows).toEqual([{ name: first?.name, valid_to: '2028-04-01' }]);
  });

  it.each([
    ['ends twice', `update app.district_period set valid_to = '2029-01-01' where valid_to = '2028-04-01'`],
    ['gets another name', `update app.district_period set name = 'Elsewhere' where valid_to = 'infinity'`],
    ['is taken out', `delete from app.district_period`],
    [
      'stands twice on one day',
      `insert into app.district_period values ('${NEW.code}', 'Twice', '2028-06-01', 'infinity')`,
    ],
  ])('is refused by the database when a district %s', async (_what, sql) => {
    await load(reorganised);
    await expect(instance().admin(sql)).rejects.toThrow(/can only end|never taken out|one code on one day/);
  });
});
