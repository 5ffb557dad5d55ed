import {
  afterYear,
  releasedReferrals,
  yearsToPublish,
  type DatedDistrict,
  type RollingYear,
  type ServiceActor,
} from '#libs/domain';
import type { UnitOfWork } from '../ports';

const FIGURES: ServiceActor = { kind: 'service', process: 'timers' };

/** Publishes how many reports the police referred in a rolling year, by district, once for each quarter. */
export class ReleaseCoverage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly area: { readonly districts: readonly DatedDistrict[]; readonly timezone: string },
  ) {}

  execute(): Promise<void> {
    return this.unitOfWork.run(FIGURES, async (tx) => {
      const began = await tx.coverageReleases.began();
      if (began === null) return;
      for (const year of yearsToPublish(tx.now, { began, timezone: this.area.timezone })) {
        if (await tx.coverageReleases.isReleased(year)) continue;
        const counts = await tx.coverageReleases.countedOf(year);
        const released = releasedReferrals(this.districtsOf(year), counts);
        await tx.coverageReleases.release(year, { released, now: tx.now });
      }
    });
  }

  /** Those that were there on any day of the year. */
  private districtsOf({ first, quarter }: RollingYear): readonly string[] {
    const until = `${afterYear(quarter)}-01`;
    return this.area.districts
      .filter(({ from, to }) => (from ?? '') < until && (to === null || to > `${first}-01`))
      .map(({ code }) => code);
  }
}
