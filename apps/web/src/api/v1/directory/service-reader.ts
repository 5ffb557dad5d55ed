import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import {
  localDate,
  type AgencyId,
  type CivilDate,
  type ListedService,
  type ServiceId,
  type StaffActor,
} from '#libs/domain';
import {
  capacityHistory,
  PostgresDirectoryStore,
  PostgresUnitOfWork,
  providersWithTeams,
  serviceHistory,
  type CapacityLine,
  type ServiceVersionLine,
} from '#libs/persistence';
import { AREA_PACK } from '../../../casework/tokens';
import { notFound } from '../../../errors/problem';

export interface DirectoryNow {
  readonly today: CivilDate;
  readonly services: readonly ListedService[];
  readonly agencyName: (id: AgencyId) => string;
}

export interface ServiceNow extends Omit<DirectoryNow, 'services'> {
  readonly listed: ListedService;
}

export interface ServicePast {
  readonly versions: readonly ServiceVersionLine[];
  readonly capacities: readonly CapacityLine[];
}

/** The directory as programs read it, under the caller's own rights. */
@Injectable()
export class ServiceReader {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  all(actor: StaffActor): Promise<DirectoryNow> {
    return this.unitOfWork.read(actor, async (manager, now) => ({
      today: localDate(now, this.pack.timezone),
      services: await new PostgresDirectoryStore(manager, actor, now).current(now),
      agencyName: namesIn(await providersWithTeams(manager)),
    }));
  }

  async one(actor: StaffActor, id: string): Promise<ServiceNow> {
    const { found, ...rest } = await this.unitOfWork.read(actor, async (manager, now) => ({
      today: localDate(now, this.pack.timezone),
      found: await new PostgresDirectoryStore(manager, actor, now).find(id as ServiceId),
      agencyName: namesIn(await providersWithTeams(manager)),
    }));
    if (found === null) throw notFound();
    return { ...rest, listed: found };
  }

  async past(actor: StaffActor, id: string): Promise<ServicePast> {
    const past = await this.unitOfWork.read(actor, async (manager) => ({
      versions: await serviceHistory(manager, id as ServiceId),
      capacities: await capacityHistory(manager, id as ServiceId),
    }));
    if (past.versions.length === 0) throw notFound();
    return past;
  }
}

function namesIn(
  providers: readonly { readonly agencyId: AgencyId; readonly name: string }[],
): (id: AgencyId) => string {
  const names = new Map(providers.map(({ agencyId, name }) => [agencyId, name]));
  return (id) => names.get(id) ?? '';
}
