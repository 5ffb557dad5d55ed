import {
  afterYear,
  countedReferrals,
  publishedReferrals,
  referralLinks,
  releasedReferrals,
  yearsToPublish,
  type DatedDistrict,
  type ReleasedYear,
  type RollingYear,
  type ServiceActor,
} from '#libs/domain';
import { protectRelease, type Disclosure, type ProtectedRelease, type ReleaseRefusal } from '../disclosure';
import type { Transaction, UnitOfWork } from '../ports';

const FIGURES: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Publishes how many reports the police referred in a rolling year, by district, once for each quarter, tried beside the
 * years that were published before. What could point at somebody is refused and stays unpublished.
 */
export class ReleaseCoverage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly area: { readonly districts: readonly DatedDistrict[]; readonly timezone: string },
    private readonly disclosure: Disclosure,
  ) {}

  execute(): Promise<readonly ReleaseRefusal[]> {
    return this.unitOfWork.run(FIGURES, async (tx) => {
      const refused: ReleaseRefusal[] = [];
      const began = await tx.coverageReleases.began();
      if (began === null) return refused;
      for (const year of yearsToPublish(tx.now, { began, timezone: this.area.timezone })) {
        if (await tx.coverageReleases.isReleased(year)) continue;
        const made = await this.protectedYear(year, tx);
        if (made.kind === 'refused') {
          refused.push(made);
          continue;
        }
        const released = releasedReferrals(made.tables[0]!);
        await tx.coverageReleases.release(year, { released, rule: this.disclosure.rule, now: tx.now });
      }
      return refused;
    });
  }

  private async protectedYear(
    year: RollingYear,
    { coverageReleases }: Transaction,
  ): Promise<ProtectedRelease> {
    const counts = await coverageReleases.countedOf(year);
    const table = countedReferrals(year, { districts: this.districtsOf(year), counts });
    const before = (await coverageReleases.published()).filter((one) => overlap(one, year));
    const own = { ...year, districts: table.rowHeaders.slice(0, -1).map(({ id }) => id) };
    const links = referralLinks([...before.map(withDistricts), own]);
    const earlier = before.map((one) => publishedReferrals(one, this.disclosure.rule));
    return protectRelease(this.disclosure, { tables: [table], links, earlier });
  }

  /** Those that were there on any day of the year. */
  private districtsOf({ first, quarter }: RollingYear): readonly string[] {
    const until = `${afterYear(quarter)}-01`;
    return this.area.districts
      .filter(({ from, to }) => (from ?? '') < until && (to === null || to > `${first}-01`))
      .map(({ code }) => code);
  }
}

function overlap(one: Pick<RollingYear, 'first' | 'quarter'>, other: typeof one): boolean {
  return one.first < afterYear(other.quarter) && other.first < afterYear(one.quarter);
}

function withDistricts({ quarter, first, released }: ReleasedYear) {
  return { quarter, first, districts: released.districts.map(({ district }) => district) };
}
