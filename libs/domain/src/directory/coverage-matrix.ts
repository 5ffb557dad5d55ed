import { isUnconfirmed, SUPPORT_KINDS, type SupportKind } from './codes';
import { coverageGaps, coverageOn, holdsDay } from './coverage';
import type { CivilDate, CoverageRow, DirectoryService } from './service';

export interface CoverageMatrixEntry {
  readonly service: DirectoryService;
  readonly row: CoverageRow;
  /** A named person must decide before anybody is sent there. */
  readonly unconfirmed: boolean;
}

export interface CoverageMatrixRow {
  readonly district: string;
  readonly cells: readonly { readonly kind: SupportKind; readonly entries: readonly CoverageMatrixEntry[] }[];
}

/** Who covers which district with which kind of support on a day; an empty cell is a district that nobody covers. */
export function coverageMatrix({
  services,
  districts,
  on,
}: {
  readonly services: readonly DirectoryService[];
  readonly districts: readonly string[];
  readonly on: CivilDate;
}): readonly CoverageMatrixRow[] {
  const open = services.filter(({ state }) => state === 'open');
  const kinds = SUPPORT_KINDS.filter((kind) => open.some((service) => service.kind === kind));
  return districts.map((district) => ({
    district,
    cells: kinds.map((kind) => ({
      kind,
      entries: open
        .filter((service) => service.kind === kind)
        .flatMap((service) => {
          const row = coverageOn(service, { district, on });
          return row === null ? [] : [{ service, row, unconfirmed: isUnconfirmed(row.evidence) }];
        }),
    })),
  }));
}

export interface CoverageEnd {
  readonly service: DirectoryService;
  readonly district: string;
  /** The first day on which it no longer covers the district. */
  readonly on: CivilDate;
}

/** Districts that an open service covers on a day and some day no longer will, with no row that follows, soonest first. */
export function coverageEnds(services: readonly DirectoryService[], on: CivilDate): readonly CoverageEnd[] {
  const open = services.filter(({ state }) => state === 'open');
  const ends = open.flatMap((service) =>
    service.coverage
      .filter((row) => holdsDay(row, on))
      .flatMap(({ district }) => {
        const own = service.coverage.filter((row) => row.district === district);
        const gap = coverageGaps(own, { from: on, to: null })[0];
        return gap === undefined ? [] : [{ service, district, on: gap.from }];
      }),
  );
  return ends.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
