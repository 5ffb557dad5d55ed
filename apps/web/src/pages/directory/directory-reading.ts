import { Inject, Injectable } from '@nestjs/common';
import { districtsEver, districtsOn, type AreaPack } from '#libs/config';
import {
  localDate,
  SUPPORT_KINDS,
  type AgencyId,
  type DirectoryService,
  type Instant,
  type ListedService,
  type ServiceId,
  type StaffActor,
  type SupportKind,
  type SupportLabels,
} from '#libs/domain';
import {
  capacityHistory,
  PostgresDirectoryStore,
  PostgresUnitOfWork,
  providersWithTeams,
  serviceHistory,
  type CapacityLine,
  type ProviderWithTeams,
  type ServiceVersionLine,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import type { Choice } from './form-sheet';
import type { PartAbout } from './parts/service-part';

export interface DirectoryRead {
  readonly now: Instant;
  readonly today: string;
  readonly timezone: string;
  readonly services: readonly ListedService[];
  readonly providers: readonly ProviderWithTeams[];
}

export interface ServiceRead extends Omit<DirectoryRead, 'services'> {
  readonly service: DirectoryService;
  readonly capacity: ListedService['capacity'];
  readonly versions: readonly ServiceVersionLine[];
  readonly capacities: readonly CapacityLine[];
}

/** The directory as pages show it, under the reader's own rights. */
@Injectable()
export class DirectoryReading {
  private readonly labels: SupportLabels;

  constructor(
    private readonly work: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {
    this.labels = pack.labels;
  }

  read(actor: StaffActor): Promise<DirectoryRead> {
    return this.work.read(actor, async (manager, now) => ({
      ...this.day(now),
      services: await new PostgresDirectoryStore(manager, actor, now).current(now),
      providers: await providersWithTeams(manager),
    }));
  }

  async service(actor: StaffActor, id: ServiceId): Promise<ServiceRead> {
    const read = await this.work.read(actor, async (manager, now) => ({
      ...this.day(now),
      found: await new PostgresDirectoryStore(manager, actor, now).find(id),
      versions: await serviceHistory(manager, id),
      capacities: await capacityHistory(manager, id),
      providers: await providersWithTeams(manager),
    }));
    const { found, ...rest } = read;
    if (found === null) throw notFound();
    return { ...rest, ...found };
  }

  kindName(kind: SupportKind): string {
    return this.labels[kind].name;
  }

  /** As people say it among themselves, where there is no room for more. */
  kindShort(kind: SupportKind): string {
    return this.labels[kind].short;
  }

  kinds(): readonly Choice[] {
    return SUPPORT_KINDS.map((value) => ({ value, text: this.labels[value].name }));
  }

  /** Every district that ever was: an old row still has a name. */
  districtName(code: string): string {
    return districtsEver(this.pack.districts).find((district) => district.code === code)?.name ?? code;
  }

  districtsOn(day: string): readonly Choice[] {
    return districtsOn(this.pack.districts, day)
      .map(({ code, name }) => ({ value: code, text: name }))
      .toSorted((a, b) => a.text.localeCompare(b.text));
  }

  about(read: Pick<DirectoryRead, 'today' | 'timezone' | 'providers'>, agencyId: AgencyId | null): PartAbout {
    const { today, timezone, providers } = read;
    const own = providers.find((provider) => provider.agencyId === agencyId);
    const ever = districtsEver(this.pack.districts);
    return {
      today,
      timezone,
      kinds: this.kinds(),
      districts: ever
        .map(({ code, name }) => ({ value: code, text: name }))
        .toSorted((a, b) => a.text.localeCompare(b.text)),
      teams: (own?.teams ?? []).map(({ id, name }) => ({ value: id, text: name })),
      bankHolidays: bankHolidaysOf(this.pack),
    };
  }

  private day(now: Instant): { now: Instant; today: string; timezone: string } {
    const { timezone } = this.pack;
    return { now, today: localDate(now, timezone), timezone };
  }
}

/** The desk keeps the bank holidays of the area; a service keeps the same or none. */
function bankHolidaysOf({ calendars }: AreaPack): PartAbout['bankHolidays'] {
  const known = calendars.find(({ hours }) => hours.holidays.length > 0)?.hours;
  if (known === undefined) return { holidays: [] };
  const { holidays, knownUntil } = known;
  return knownUntil === undefined ? { holidays } : { holidays, knownUntil };
}
