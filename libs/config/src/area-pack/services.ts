import {
  ACCESS_CODES,
  CLOSURE_REASONS,
  COMMISSIONERS,
  ELIGIBILITY,
  EVIDENCE,
  GENDERS_SERVED,
  REACHED_BY,
  serviceFaults,
  SUPPORT_KINDS,
  SUPPORT_STAGES,
  WORKER_GENDERS,
  type AgencyId,
  type DirectoryService,
  type OpeningHours,
  type ServiceCapacity,
  type ServiceId,
  type TeamId,
  type WeeklySchedule,
} from '#libs/domain';
import type { PackPlace } from './pack-faults';
import * as s from './shape';

/** The directory that a pack begins with (services.json); what administrators change later stands in the database. */
export interface AreaServices {
  /** Providers that the directory names and area.json does not. */
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string; readonly source: string }[];
  readonly services: readonly DirectoryService[];
  readonly capacities: readonly ServiceCapacity[];
}

const DATES = { from: s.day, to: s.nullable(s.day) };

const SERVICE = s.record({
  id: s.id<ServiceId>(),
  agencyId: s.id<AgencyId>(),
  kind: s.oneOf(SUPPORT_KINDS),
  name: s.text(),
  reachedBy: s.oneOf(REACHED_BY),
  stage: s.oneOf(SUPPORT_STAGES),
  funding: s.listOf(
    s.record({
      commissioner: s.oneOf(COMMISSIONERS),
      name: s.text(),
      stage: s.oneOf(SUPPORT_STAGES),
      ...DATES,
    }),
  ),
  coverage: s.listOf(
    s.record({
      districts: s.listOf(s.text(), { atLeast: 1 }),
      evidence: s.oneOf(EVIDENCE),
      basis: s.text(),
      ...DATES,
    }),
  ),
  ages: s.record({
    from: s.number({ from: 0, whole: true }),
    to: s.nullable(s.number({ from: 0, whole: true })),
  }),
  genders: s.listOf(s.oneOf(GENDERS_SERVED)),
  womenOnlySpace: s.yesOrNo,
  workerGenders: s.listOf(s.oneOf(WORKER_GENDERS)),
  eligibility: s.listOf(s.oneOf(ELIGIBILITY)),
  languages: s.listOf(s.text()),
  interpreters: s.yesOrNo,
  access: s.listOf(s.oneOf(ACCESS_CODES)),
  opening: s.record({
    timezone: s.text(),
    schedule: s.anything,
    holidays: s.oneOf(['england-and-wales', 'none']),
  }),
  closures: s.listOf(s.record({ from: s.day, to: s.day, why: s.oneOf(CLOSURE_REASONS) })),
  locations: s.listOf(
    s.record({
      id: s.id<string>(),
      name: s.text(),
      district: s.nullable(s.text()),
      position: s.nullable(s.record({ lat: s.number({ from: -90 }), long: s.number({ from: -180 }) })),
      access: s.listOf(s.oneOf(ACCESS_CODES)),
    }),
  ),
  inbox: s.record({
    teamId: s.nullable(s.id<TeamId>()),
    email: s.nullable(s.text(/^\S+@\S+$/, 'an e-mail address')),
    phone: s.nullable(s.text()),
  }),
  source: s.record({ text: s.text(), sample: s.yesOrNo }),
});

export const SERVICES = s.record({
  agencies: s.listOf(s.record({ id: s.id<AgencyId>(), name: s.text(), source: s.text() })),
  services: s.listOf(SERVICE, { atLeast: 1 }),
  capacities: s.listOf(
    s.record({
      serviceId: s.id<ServiceId>(),
      posts: s.number({ from: 0 }),
      limit: s.nullable(s.number({ from: 0, whole: true })),
      list: s.oneOf(['open', 'closed']),
      listSince: s.day,
      sample: s.yesOrNo,
    }),
  ),
});

type ServicesFile = s.ValueOf<typeof SERVICES>;

/** What the file leaves to be filled in: bank holidays come from one published list for every service. */
export interface ServicesNeed {
  readonly bankHolidays: Pick<OpeningHours, 'holidays' | 'knownUntil'>;
  /** Codes of the districts of the area, of any time. */
  readonly districts: ReadonlySet<string>;
  /** Agencies of kind provider in area.json. */
  readonly providers: ReadonlySet<string>;
  readonly at: PackPlace;
}

/** The services of a pack as version 1 of each, with a fault left for everything that routing could not work by. */
export function servicesOf(file: ServicesFile, need: ServicesNeed): AreaServices {
  const services = file.services.map((service): DirectoryService => {
    const { schedule, holidays, timezone } = service.opening;
    const known = holidays === 'none' ? { holidays: [] } : need.bankHolidays;
    return {
      ...service,
      version: 1,
      state: 'open',
      coverage: service.coverage.flatMap(({ districts, ...row }) =>
        districts.map((district) => ({ district, ...row })),
      ),
      opening: { timezone, schedule: schedule as WeeklySchedule, ...known },
    };
  });
  const own = new Set([...need.providers, ...file.agencies.map(({ id }) => id)]);
  services.forEach((service, index) => {
    const at = need.at.at('services').at(index);
    for (const fault of serviceFaults(service, { districts: need.districts }))
      at.fault(`"${service.name}" cannot be kept: ${fault}`, 'Correct that part of it');
    if (!own.has(service.agencyId))
      at.at('agencyId').fault('is of no provider', 'Name one of area.json or of agencies here');
    if (services.findIndex(({ id }) => id === service.id) < index)
      at.at('id').fault('stands there twice', 'Give every service an id of its own');
  });
  const capacities = file.capacities.map((capacity) => ({ ...capacity, revision: 1 }));
  capacities.forEach(({ serviceId }, index) => {
    if (!services.some(({ id }) => id === serviceId))
      need.at.at('capacities').at(index).fault('is of a service that is not listed', 'Name one listed here');
  });
  return { agencies: file.agencies, services, capacities };
}
