import { WEEKDAYS } from '../../time';
import type { DirectoryService, ListedService } from '../service';
import { derivedId } from './derived-id';
import type { OrAttribute, OrSchedule, OrService, Unmapped } from './shape';
import { ownTerm, type Taxonomy } from './terms';

export interface ExportNames {
  readonly agencyName: string;
  /** What the kind of support is called in the area. */
  readonly kindName: string;
  readonly districtName: (code: string) => string;
}

/** Districts of England by the identifiers that the statistics authority publishes. */
export const DISTRICT_URI = 'http://statistics.data.gov.uk/id/statistical-geography/';

/** Monday is MO in a calendar rule, and so on. */
export const BYDAY = { mon: 'MO', tue: 'TU', wed: 'WE', thu: 'TH', fri: 'FR', sat: 'SA', sun: 'SU' } as const;

/**
 * A service in the words of Open Referral UK. What the standard has no place for travels as terms of our own, so that
 * reading it back gives the same service, and is listed, so that nobody takes it for understood elsewhere: a schedule
 * there knows a fixed offset and no zone, and there is no capacity and no evidence for an area.
 */
export function toOpenReferral(
  { service, capacity }: ListedService,
  names: ExportNames,
): { readonly service: OrService; readonly unmapped: readonly Unmapped[] } {
  const { id, agencyId, inbox } = service;
  const written: OrService = {
    id,
    organization_id: agencyId,
    name: service.name,
    description: `${names.kindName}. ${service.source.text}`,
    ...(inbox.email === null ? {} : { email: inbox.email }),
    status: service.state === 'open' ? 'active' : 'inactive',
    minimum_age: service.ages.from,
    ...(service.ages.to === null ? {} : { maximum_age: service.ages.to }),
    schedules: schedulesOf(service),
    service_areas: service.coverage.map(({ district }, place) => ({
      id: rowId(id, 'area', place),
      service_id: id,
      name: names.districtName(district),
      uri: `${DISTRICT_URI}${district}`,
    })),
    service_at_locations: locationsOf(service),
    languages: service.languages.map((code, place) => ({
      id: rowId(id, 'language', place),
      service_id: id,
      code,
    })),
    organization: { id: agencyId, name: names.agencyName, description: names.agencyName },
    funding: service.funding.map(({ name }, place) => ({
      id: rowId(id, 'funding', place),
      service_id: id,
      source: name,
    })),
    phones: inbox.phone === null ? [] : [{ id: rowId(id, 'phone', 0), number: inbox.phone }],
    attributes: attributesOf({ service, capacity }),
  };
  return { service: written, unmapped: unmappedIn({ service, capacity }) };
}

export function rowId(serviceId: string, row: string, place: number): string {
  return derivedId(`${serviceId} ${row} ${place}`);
}

function schedulesOf({ id, opening }: DirectoryService): readonly OrSchedule[] {
  return WEEKDAYS.flatMap((day) =>
    (opening.schedule[day] ?? []).map(([opens, closes], place) => ({
      id: rowId(id, `schedule-${day}`, place),
      service_id: id,
      freq: 'WEEKLY',
      byday: BYDAY[day],
      opens_at: opens,
      closes_at: closes,
      description: `Times of the clock in ${opening.timezone}`,
    })),
  );
}

function locationsOf({ id, locations }: DirectoryService): OrService['service_at_locations'] {
  return locations.map(({ id: locationId, name, position, access }, place) => ({
    id: rowId(id, 'at-location', place),
    service_id: id,
    location_id: locationId,
    location: {
      id: locationId,
      name,
      ...(position === null ? {} : { latitude: position.lat, longitude: position.long }),
      accessibility: access.map((code, index) => ({
        id: rowId(locationId, 'accessibility', index),
        location_id: locationId,
        accessibility: code,
      })),
    },
  }));
}

function attributesOf({ service, capacity }: ListedService): readonly OrAttribute[] {
  const own = { id: service.id, type: 'service' };
  const one = (taxonomy: Taxonomy, term: string) => [ownTerm(taxonomy, term, own)];
  const each = (taxonomy: Taxonomy, terms: readonly string[]) =>
    terms.map((term, place) => ownTerm(taxonomy, term, { ...own, place }));
  return [
    ...one('kind', service.kind),
    ...one('reached-by', service.reachedBy),
    ...one('stage', service.stage),
    ...each('gender-served', service.genders),
    ...one('women-only-space', String(service.womenOnlySpace)),
    ...each('worker-gender', service.workerGenders),
    ...each('eligibility', service.eligibility),
    ...one('interpreters', String(service.interpreters)),
    ...each('access', service.access),
    ...one('source', JSON.stringify(service.source)),
    ...one('opening', JSON.stringify({ ...service.opening, schedule: undefined })),
    ...(service.closures.length === 0 ? [] : one('closures', JSON.stringify(service.closures))),
    ...(service.inbox.teamId === null ? [] : one('team', service.inbox.teamId)),
    ...service.coverage.map((row, place) =>
      ownTerm('coverage', JSON.stringify({ ...row, district: undefined }), {
        id: rowId(service.id, 'area', place),
        type: 'service_area',
      }),
    ),
    ...service.funding.map((row, place) =>
      ownTerm('funding', JSON.stringify({ ...row, name: undefined }), {
        id: rowId(service.id, 'funding', place),
        type: 'funding',
      }),
    ),
    ...service.locations.flatMap(({ id, district }) =>
      district === null ? [] : [ownTerm('location-district', district, { id, type: 'location' })],
    ),
    ...(capacity === null ? [] : one('capacity', JSON.stringify(capacityParts(capacity)))),
  ];
}

function capacityParts({ posts, limit, list, listSince, sample }: NonNullable<ListedService['capacity']>) {
  return { posts, limit, list, listSince, sample };
}

function unmappedIn({ service, capacity }: ListedService): readonly Unmapped[] {
  return [
    { path: 'opening.timezone', why: 'zone-not-in-the-standard' },
    ...(service.coverage.length === 0
      ? []
      : [{ path: 'coverage', why: 'evidence-not-in-the-standard' } as const]),
    ...(service.closures.length === 0
      ? []
      : [{ path: 'closures', why: 'closures-not-in-the-standard' } as const]),
    ...(capacity === null ? [] : [{ path: 'capacity', why: 'capacity-not-in-the-standard' } as const]),
    { path: 'attributes', why: 'only-as-a-term-of-ours' },
  ];
}
