import { ACCESS_CODES, CLOSURE_REASONS, COMMISSIONERS, EVIDENCE, SUPPORT_STAGES } from '../codes';
import type { Closure, CoverageRow, FundingRow, ServiceLocation } from '../service';
import { DISTRICT_URI } from './export-service';
import type { ImportDefaults, Reading } from './import-defaults';
import type { OrService } from './shape';
import type { OwnTerms } from './terms';

/** What an area rests on when nothing but the file says so. */
const FROM_A_FILE = 'An Open Referral file that was imported';

/**
 * Districts that a file says a service covers. A place that is no district of the area is left out and named; a row
 * without terms of ours begins today and is `inferred`.
 */
export function coverageIn(
  { service_areas: areas = [] }: OrService,
  { terms, defaults, note }: Reading,
): readonly CoverageRow[] {
  return areas.flatMap(({ id, uri, name }, place) => {
    const code = uri?.startsWith(DISTRICT_URI) === true ? uri.slice(DISTRICT_URI.length) : undefined;
    const district = defaults.districtOf(code ?? '') ?? defaults.districtOf(name ?? '');
    if (district === undefined) {
      note(`service_areas[${place}]`, 'area-unknown');
      return [];
    }
    const row = terms.parts('coverage', id) as Partial<CoverageRow> | undefined;
    const evidence = EVIDENCE.find((each) => each === row?.evidence);
    if (typeof row?.from === 'string' && evidence !== undefined) {
      return [{ district, from: row.from, to: row.to ?? null, evidence, basis: row.basis ?? FROM_A_FILE }];
    }
    note(`service_areas[${place}]`, 'assumed');
    return [{ district, from: defaults.today, to: null, evidence: 'inferred', basis: FROM_A_FILE }];
  });
}

/** Who pays, as far as a file says; what it leaves out is a charity's recovery support from today on. */
export function fundingIn(
  { funding = [] }: OrService,
  terms: OwnTerms,
  { today }: ImportDefaults,
): readonly FundingRow[] {
  return funding.map(({ id, source }) => {
    const row = terms.parts('funding', id) as Partial<FundingRow> | undefined;
    return {
      commissioner: COMMISSIONERS.find((code) => code === row?.commissioner) ?? 'charity',
      name: source ?? '',
      stage: SUPPORT_STAGES.find((code) => code === row?.stage) ?? 'recovery',
      from: row?.from ?? today,
      to: row?.to ?? null,
    };
  });
}

/** Closures by our own terms alone: the standard has no place for them. */
export function closuresIn(terms: OwnTerms): readonly Closure[] {
  const rows = terms.parts('closures');
  if (!Array.isArray(rows)) return [];
  return (rows as Partial<Closure>[]).map(({ from = '', to = '', why }) => ({
    from,
    to,
    why: CLOSURE_REASONS.find((code) => code === why) ?? 'other',
  }));
}

/** Places with the access that has a code here; what has none is left out and named. */
export function locationsIn(
  { service_at_locations: places = [] }: OrService,
  { terms, defaults, note }: Reading,
): readonly ServiceLocation[] {
  return places.flatMap(({ location }, place) => {
    if (location === undefined) return [];
    const { id, name = '', latitude: lat, longitude: long, accessibility = [] } = location;
    const known = accessibility.map(({ accessibility: code }) => ACCESS_CODES.find((each) => each === code));
    known.forEach((code, index) => {
      if (code === undefined)
        note(`service_at_locations[${place}].location.accessibility[${index}]`, 'access-unknown');
    });
    const district = terms.one('location-district', id);
    return [
      {
        id,
        name,
        district: district === undefined ? null : (defaults.districtOf(district) ?? null),
        position: lat === undefined || long === undefined ? null : { lat, long },
        access: known.filter((code) => code !== undefined),
      },
    ];
  });
}
