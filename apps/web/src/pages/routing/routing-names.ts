import { loadLabels } from '#libs/config';
import type { Actor, DirectoryService, Instant, ServiceId, SupportLabels } from '#libs/domain';
import { PostgresDirectoryStore } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import type { RuleNames } from './rule-words';

/** What pages about routing call services, districts and kinds of support, and the services themselves. */
export interface RoutingNames extends RuleNames {
  readonly services: readonly DirectoryService[];
  readonly serviceOf: (id: ServiceId) => DirectoryService | null;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}

/** The store asks who writes; whoever only reads is nobody in particular. */
const READER: Actor = { kind: 'service', process: 'projector' };
const UNKNOWN_SERVICE = 'a service that is not in the directory';

/** The directory and the area in words, as they stand: organisations and codes, never a person. */
export async function readNames(manager: EntityManager, now: Instant): Promise<RoutingNames> {
  const listed = await new PostgresDirectoryStore(manager, READER, now).current(now);
  const services = listed.map(({ service }) => service);
  const districts = await manager.query<{ code: string; name: string }[]>(
    'select code, name from app.district order by name, code',
  );
  const byId = new Map(services.map((service) => [service.id, service]));
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  return {
    labels: await labelsOf(manager),
    services,
    serviceOf: (id) => byId.get(id) ?? null,
    serviceName: (id) => byId.get(id)?.name ?? UNKNOWN_SERVICE,
    districts,
    districtName: (code) => names.get(code) ?? code,
  };
}

const labelsOfArea = new Map<string, SupportLabels>();

/** An instance keeps its area for good, so its labels are read once. */
async function labelsOf(manager: EntityManager): Promise<SupportLabels> {
  const [row] = await manager.query<{ area_pack: string }[]>('select area_pack from app.instance');
  const area = row?.area_pack ?? '';
  const labels = labelsOfArea.get(area) ?? loadLabels(area);
  labelsOfArea.set(area, labels);
  return labels;
}
