import {
  coverageOn,
  coversDistrict,
  isUnconfirmed,
  mayDo,
  type ListedService,
  type ServiceCapacity,
  type StaffActor,
} from '#libs/domain';
import { calendarDay, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { DIRECTORY } from './directory.copy';
import type { DirectoryRead, DirectoryReading } from './directory-reading';

export interface DirectoryFilter {
  readonly kind: string;
  readonly district: string;
}

export function directoryPage(
  read: DirectoryRead,
  reading: DirectoryReading,
  { actor, filter, notice }: { actor: StaffActor; filter: DirectoryFilter; notice: Notice | null },
) {
  const { services, providers, today, now, timezone } = read;
  const shown = services.filter(
    ({ service }) =>
      (filter.kind === '' || service.kind === filter.kind) &&
      (filter.district === '' || coversDistrict(service, filter.district, today)),
  );
  const agencies = new Map(providers.map(({ agencyId, name }) => [agencyId, name]));
  return {
    words: DIRECTORY,
    title: DIRECTORY.title,
    asAt: timeOfDay(now, timezone),
    notice,
    filter,
    kinds: reading.kinds().filter(({ value }) => services.some(({ service }) => service.kind === value)),
    districts: reading.districtsOn(today),
    count: DIRECTORY.shown(shown.length),
    mayKeep: mayDo(actor, 'keep-directory'),
    mayState: mayDo(actor, 'keep-capacity'),
    rows: shown.map((listed) => ({
      ...rowOf(listed, today),
      agency: agencies.get(listed.service.agencyId) ?? '',
      kind: reading.kindName(listed.service.kind),
    })),
  };
}

function rowOf({ service, capacity }: ListedService, today: string) {
  const districts = [...new Set(service.coverage.map(({ district }) => district))];
  const rows = districts.flatMap((district) => coverageOn(service, { district, on: today }) ?? []);
  const open = rows.filter(({ evidence }) => isUnconfirmed(evidence)).length;
  return {
    name: service.name,
    href: `/directory/services/${service.id}`,
    retired: service.state === 'retired',
    sample: service.source.sample,
    covers: rows.length === 0 ? DIRECTORY.coversNone : DIRECTORY.covers(rows.length),
    toConfirm: open === 0 || service.state === 'retired' ? null : DIRECTORY.toConfirm(open),
    room: roomInWords(capacity),
    roomSample: capacity?.sample ?? false,
    list: capacity === null ? '–' : listInWords(capacity),
  };
}

export function roomInWords(capacity: ServiceCapacity | null): string {
  if (capacity === null) return DIRECTORY.noCapacity;
  const { posts, limit } = capacity;
  return limit === null ? DIRECTORY.posts(posts) : `${DIRECTORY.posts(posts)}, ${DIRECTORY.limit(limit)}`;
}

export function listInWords({ list, listSince }: Pick<ServiceCapacity, 'list' | 'listSince'>): string {
  return list === 'open' ? DIRECTORY.listOpen : DIRECTORY.listClosed(calendarDay(listSince));
}
