import { Inject, Injectable } from '@nestjs/common';
import { districtsEver, type AreaPack } from '#libs/config';
import {
  labelOf,
  type AgencyId,
  type ListedService,
  type ServiceId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import { PostgresDirectoryStore, PostgresUnitOfWork, providerAgencies } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';

/** The directory as it stands, with the words that pages need for it. */
export interface DirectoryNames {
  readonly services: readonly ListedService[];
  readonly serviceOf: (id: ServiceId | null) => ListedService | null;
  readonly agencyName: (id: AgencyId | null) => string;
  readonly kindName: (kind: SupportKind) => string;
}

const UNKNOWN_AGENCY = 'a service that has closed';

/** Names of services, of agencies and of kinds of support: organisations and codes, never a person. */
@Injectable()
export class ServiceDirectory {
  constructor(
    private readonly work: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  kindName(kind: SupportKind): string {
    return labelOf(this.pack.labels, kind).name;
  }

  districtName(code: string): string {
    return districtsEver(this.pack.districts).find((district) => district.code === code)?.name ?? code;
  }

  async read(actor: StaffActor): Promise<DirectoryNames> {
    const { services, agencies } = await this.work.read(actor, async (manager, now) => ({
      services: await new PostgresDirectoryStore(manager, actor, now).current(now),
      agencies: await providerAgencies(manager),
    }));
    const byId = new Map(services.map((listed) => [listed.service.id, listed]));
    const names = new Map(agencies.map(({ agencyId, name }) => [agencyId, name]));
    return {
      services,
      serviceOf: (id) => (id === null ? null : (byId.get(id) ?? null)),
      agencyName: (id) => (id === null ? UNKNOWN_AGENCY : (names.get(id) ?? UNKNOWN_AGENCY)),
      kindName: (kind) => this.kindName(kind),
    };
  }
}
