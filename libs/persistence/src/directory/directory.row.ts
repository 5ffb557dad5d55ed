import type { AgencyId, DirectoryService, ListedService, ServiceCapacity, ServiceId } from '#libs/domain';

/** What a version holds beside the columns that name it. */
export type ServiceBody = Omit<DirectoryService, 'id' | 'agencyId' | 'version'>;

export interface RawListed {
  readonly service_id: ServiceId;
  readonly agency_id: AgencyId;
  readonly version: number;
  readonly body: ServiceBody;
  readonly revision: number | null;
  readonly posts: string | null;
  readonly case_limit: number | null;
  readonly list_state: 'open' | 'closed' | null;
  readonly list_since: string | null;
  readonly sample: boolean | null;
}

export function bodyOf({
  id: _id,
  agencyId: _agency,
  version: _version,
  ...body
}: DirectoryService): ServiceBody {
  return body;
}

export function serviceOf(
  row: Pick<RawListed, 'service_id' | 'agency_id' | 'version' | 'body'>,
): DirectoryService {
  return { id: row.service_id, agencyId: row.agency_id, version: row.version, ...row.body };
}

export function listedOf(row: RawListed): ListedService {
  return { service: serviceOf(row), capacity: capacityOf(row) };
}

/** Numeric columns arrive as text, so that no digit is lost on the way. */
function capacityOf(row: RawListed): ServiceCapacity | null {
  const { revision, posts, list_state: list, list_since: listSince } = row;
  if (revision === null || posts === null || list === null || listSince === null) return null;
  const { service_id: serviceId, case_limit: limit } = row;
  return { serviceId, posts: Number(posts), limit, list, listSince, sample: row.sample ?? false, revision };
}
