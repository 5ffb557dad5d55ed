import type { AgencyId, ServiceId, TeamId } from '../ids';
import type { CoverageRow, DirectoryService, ServiceCapacity } from './service';

export const WORKDAYS = {
  mon: [['09:00', '17:00']],
  tue: [['09:00', '17:00']],
  wed: [['09:00', '17:00']],
  thu: [['09:00', '17:00']],
  fri: [['09:00', '17:00']],
} as const;

export function aRow(parts: Partial<CoverageRow> = {}): CoverageRow {
  return {
    district: 'D-NORTH',
    from: '2020-01-01',
    to: null,
    evidence: 'confirmed',
    basis: 'A page that was read',
    ...parts,
  };
}

/** A sound service; each test says only what matters to it. */
export function aService(parts: Partial<DirectoryService> = {}): DirectoryService {
  return {
    id: '00000000-0000-7000-8000-000000000901' as ServiceId,
    agencyId: '00000000-0000-7000-8000-000000000902' as AgencyId,
    version: 1,
    kind: 'isva',
    name: 'Wren Advocacy',
    state: 'open',
    reachedBy: 'inbox',
    stage: 'justice',
    funding: [],
    coverage: [aRow()],
    ages: { from: 13, to: null },
    genders: ['women', 'men', 'non-binary'],
    womenOnlySpace: false,
    workerGenders: ['woman'],
    eligibility: ['consent-needed'],
    languages: ['en'],
    interpreters: true,
    access: ['step-free'],
    opening: { timezone: 'Europe/London', schedule: WORKDAYS, holidays: [] },
    closures: [],
    locations: [],
    inbox: { teamId: '00000000-0000-7000-8000-000000000903' as TeamId, email: null, phone: null },
    source: { text: 'Invented for a test', sample: true },
    ...parts,
  };
}

export function aCapacity(parts: Partial<ServiceCapacity> = {}): ServiceCapacity {
  return {
    serviceId: aService().id,
    posts: 2,
    limit: 40,
    list: 'open',
    listSince: '2026-01-05',
    sample: true,
    revision: 1,
    ...parts,
  };
}
