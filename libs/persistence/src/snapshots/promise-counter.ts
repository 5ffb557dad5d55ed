import type { PromiseCounter } from '#libs/casework';
import { monthsOfQuarter, type PromiseOfQuarter, type SnapshotQuarter } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { policyVersions, promiseFigures } from '../read-models';

/** Counts as the page of the promise does, by the same statement, on the role that sees figures and nothing else. */
export class PostgresPromiseCounter implements PromiseCounter {
  constructor(private readonly reports: DataSource) {}

  async promiseOf(quarter: SnapshotQuarter): Promise<PromiseOfQuarter> {
    const months = monthsOfQuarter(quarter);
    const [from, to] = [`${months[0]}-01`, `${months.at(-1)}-01`];
    const { months: counted } = await promiseFigures(this.reports, { from, to });
    const figures = counted.flatMap(({ monthOn, limbs }) =>
      limbs.map((figure) => ({ month: monthOn.slice(0, 7), figure })),
    );
    const limbs = (await policyVersions(this.reports.manager)).flatMap(({ policy }) => policy.limbs);
    const ids = [...new Set(figures.map(({ figure }) => figure.limb))];
    const ofLimbs = ids.flatMap((id) => {
      const limb = limbs.find((one) => one.id === id);
      const mine = figures.filter(({ figure }) => figure.limb === id);
      if (limb === undefined) throw new Error(`no policy has the limb ${id}`);
      return {
        limb,
        binding: mine.some(({ figure }) => figure.binding),
        months: mine.map(({ month, figure }) => ({ ...figure, month })),
      };
    });
    const named = (of: 'policyVersions' | 'calendarVersions') =>
      [...new Set(figures.flatMap(({ figure }) => figure[of]))].toSorted();
    return {
      limbs: ofLimbs.toSorted((one, other) => Number(other.binding) - Number(one.binding)),
      policyVersions: named('policyVersions'),
      calendarVersions: named('calendarVersions'),
    };
  }
}
