import type {
  AgencyId,
  DirectoryService,
  Instant,
  ListedService,
  ServiceCapacity,
  ServiceChangeReason,
  ServiceId,
} from '#libs/domain';

/** Services that support is asked of. Versions are appended and never changed. */
export interface DirectoryStore {
  /** Every service as it stood at an instant, retired ones too, by name; each with its newest capacity. */
  current(at: Instant): Promise<readonly ListedService[]>;
  /** The newest version of one service. */
  find(id: ServiceId): Promise<ListedService | null>;
  version(asked: { readonly id: ServiceId; readonly version: number }): Promise<DirectoryService | null>;
  /** Makes the record that versions and capacities hang on. */
  add(service: { readonly id: ServiceId; readonly agencyId: AgencyId }): Promise<void>;
  /** In force from now. False when that version is there already: somebody else was quicker. */
  append(service: DirectoryService, change: { readonly reason: ServiceChangeReason }): Promise<boolean>;
  /** False when that revision is there already. */
  appendCapacity(capacity: ServiceCapacity): Promise<boolean>;
  /** The agency of this name, ignoring case, if it is a provider. */
  providerNamed(name: string): Promise<AgencyId | null>;
  provider(id: AgencyId): Promise<{ readonly id: AgencyId; readonly name: string } | null>;
  addProvider(agency: { readonly id: AgencyId; readonly name: string }): Promise<void>;
  /** Ids of the teams of an agency. */
  teamsOf(agency: AgencyId): Promise<ReadonlySet<string>>;
  /** Codes of the districts of the area. */
  districts(): Promise<ReadonlySet<string>>;
}
