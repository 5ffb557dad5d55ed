import { AnswerCodeEvents, ReleaseCodeFigures } from '#libs/casework';
import { codeReleaseMonths, codeReleaseOf } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { disclosureOf } from '../../support/disclosure';
import { PromiseActs } from '../../support/promise';

const REFERRED_BY_POLICE = 'R4.5';

describe('the published figures of the Victims’ Code', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const release = () =>
    new ReleaseCodeFigures(
      instance().workerWork,
      instance().pack.timezone,
      disclosureOf(instance().pack),
    ).execute();
  const read = (key: string) =>
    instance().webWork.read(instance().persona(key), async (manager) => {
      const months = await codeReleaseMonths(manager);
      return { months, lines: (await codeReleaseOf(manager, '2026-01'))?.lines ?? [] };
    });

  beforeAll(async () => {
    for (let day = 2; day < 14; day += 1) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      await instance().setNow(`${date}T12:00:00Z`);
      await promise.refer(`${date}T10:00:00Z`);
    }
    await new AnswerCodeEvents(instance().workerWork).execute({ limit: 100 });
  });

  it('come a month after the quarter and not before, once and for good', async () => {
    await instance().setNow('2026-04-30T22:59:00Z');
    await release();
    expect((await read('commissioner')).months).not.toContain('2026-01');
    await instance().setNow('2026-04-30T23:00:02Z');
    await release();
    const { months, lines } = await read('commissioner');
    expect(months[0]).toBe('2026-01');
    expect(lines.find(({ entitlementId }) => entitlementId === REFERRED_BY_POLICE)).toMatchObject({
      opened: 10,
      results: { delivered: 10, missed: 0 },
    });
    await instance().admin(
      `update app.duty set end_reason = 'entered-twice', state = 'not-applicable',
      delivered_at = null, evidence = null, next_fire_at = null where entitlement_id = $1`,
      [REFERRED_BY_POLICE],
    );
    await instance().setNow('2026-05-02T12:00:00Z');
    await release();
    expect((await read('commissioner')).lines).toEqual(lines);
  });

  it.each(['manager', 'auditor', 'commissioner'])('P7 show no count from 1 to 7 to the %s', async (key) => {
    const { lines } = await read(key);
    expect(lines.length).toBeGreaterThan(0);
    for (const { opened, results } of lines)
      for (const count of [opened, ...Object.values(results)])
        expect(count === null || count === 0 || (count >= 10 && count % 5 === 0)).toBe(true);
  });

  it.each(['officer', 'responder', 'lead', 'adviser'])('are not for the %s', async (key) => {
    expect(await read(key)).toEqual({ months: [], lines: [] });
  });
});
