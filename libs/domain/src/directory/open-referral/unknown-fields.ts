import type { OrService, Unmapped } from './shape';
import type { OwnTerms } from './terms';

const TAKEN = {
  service: [
    'id',
    'organization_id',
    'name',
    'description',
    'email',
    'status',
    'minimum_age',
    'maximum_age',
    'schedules',
    'service_areas',
    'service_at_locations',
    'languages',
    'organization',
    'funding',
    'phones',
    'attributes',
  ],
  organization: ['id', 'name', 'description'],
  location: ['id', 'name', 'latitude', 'longitude', 'accessibility'],
} as const;

/** Everything of a file that has no place in the directory, so that whoever imports it sees what stays behind. */
export function unknownFields(written: OrService, terms: OwnTerms): readonly Unmapped[] {
  const left = (of: object, taken: readonly string[], path: string) =>
    Object.entries(of)
      .filter(([name, value]) => !taken.includes(name) && !isEmpty(value))
      .map(([name]) => `${path}${name}`);
  const places = written.service_at_locations ?? [];
  const paths = [
    ...left(written, TAKEN.service, ''),
    ...left(written.organization ?? {}, TAKEN.organization, 'organization.'),
    ...places.flatMap(({ location = {} }, index) =>
      left(location, TAKEN.location, `service_at_locations[${index}].location.`),
    ),
    ...terms.foreign().map((index) => `attributes[${index}]`),
    ...(written.phones ?? []).slice(1).map((_, index) => `phones[${index + 1}]`),
  ];
  return paths.map((path) => ({
    path,
    why: path === 'contacts' ? 'person-not-kept-here' : 'field-not-kept-here',
  }));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
