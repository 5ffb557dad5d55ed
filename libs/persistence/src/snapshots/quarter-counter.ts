import type { QuarterCounter } from '#libs/casework';
import {
  monthsOfQuarter,
  monthsOfSpan,
  type Cell,
  type PromiseOfQuarter,
  type SnapshotQuarter,
  type TableMonths,
} from '#libs/domain';
import type { DataSource } from 'typeorm';
import { policyVersions, promiseFigures } from '../read-models';
import { figureCellsTogether, replayedCells, type CellQuery } from '../reporting';

/** Counts as the page of the promise does, by the same statement, on the role that sees figures and nothing else. */
export class PostgresQuarterCounter implements QuarterCounter {
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

  async cellsOf({ first, last }: TableMonths): Promise<readonly Cell[]> {
    const months = { from: `${first}-01`, to: `${last}-01` };
    const { cells } = await figureCellsTogether(
      this.reports,
      CUTS.map((cut) => ({ ...cut, ...months })),
    );
    const quarter = monthsOfSpan('quarter', last);
    const replayed = await replayedCells(this.reports, quarter);
    return [...cells, ...replayed.cells];
  }
}

const CUTS: readonly Pick<CellQuery, 'measures' | 'dimension'>[] = [
  {
    dimension: 'county',
    measures: [
      'promise',
      'promise-reason',
      'first-attempt',
      'referrals',
      'attempts-to-reach',
      'reach-standing',
      'handover-minutes',
      'response-minutes',
      'attempt-minutes',
      'conversation-minutes',
      'justice',
      'charge-days',
      'outcome-days',
      'need',
      'complaint',
    ],
  },
  { dimension: 'district', measures: ['promise', 'referrals'] },
  { dimension: 'centre', measures: ['promise'] },
  { dimension: 'offence-group', measures: ['promise', 'referrals'] },
  { dimension: 'source', measures: ['promise', 'engagement'] },
  { dimension: 'weekday', measures: ['promise', 'handover-minutes'] },
  { dimension: 'service', measures: ['wait', 'wait-days'] },
  { dimension: 'question', measures: ['outcome'] },
];
