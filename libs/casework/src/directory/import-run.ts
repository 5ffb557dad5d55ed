import {
  capacityFaults,
  changedParts,
  mergeImported,
  serviceFaults,
  withoutItsWord,
  type CoverageRow,
  type DirectoryService,
  type ImportedService,
  type ServiceFault,
  type ServicePartKey,
} from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { directoryEvent } from './directory-event';
import { FileAgencies } from './file-agencies';
import type { FileOf, ImportReply } from './import-reply';

type Taken = ImportReply extends infer Reply ? (Reply extends unknown ? Omit<Reply, 'place'> : never) : never;

/** One pass over a file. */
export class ImportRun {
  private readonly seen = new Set<string>();
  private readonly agencies: FileAgencies;

  constructor(
    private readonly tx: Transaction,
    private readonly run: {
      readonly ids: Ids;
      readonly dryRun: boolean;
      readonly fileOf: FileOf;
      readonly today: string;
      readonly districts: ReadonlySet<string>;
    },
  ) {
    this.agencies = new FileAgencies(tx, run);
  }

  async take(imported: ImportedService): Promise<Taken> {
    const { service } = imported;
    if (this.seen.has(service.id)) return { kind: 'refused', reason: 'twice' };
    this.seen.add(service.id);
    const found = await this.tx.directory.find(service.id);
    return found === null ? this.add(imported) : this.change(imported, found);
  }

  private async add({ service, agencyName, capacity }: ImportedService): Promise<Taken> {
    const agency = await this.agencies.of(service.agencyId, agencyName);
    if (agency.kind === 'refused') return agency;
    const coverage = withoutItsWord(service.coverage);
    const added = { ...service, coverage, agencyId: agency.id, version: 1 };
    const faults = await this.faultsOf(added);
    if (faults.length > 0) return { kind: 'refused', reason: 'faulty', faults };
    if (capacity !== null && capacityFaults(capacity, { today: this.run.today }).length > 0)
      return { kind: 'refused', reason: 'room-impossible' };
    if (agency.isNew) this.agencies.keep(agency.id, agencyName);
    if (!this.run.dryRun) {
      if (agency.isNew) await this.tx.directory.addProvider({ id: agency.id, name: agencyName.trim() });
      await this.tx.directory.add({ id: service.id, agencyId: agency.id });
      await this.write(added, []);
      if (capacity !== null) await this.tx.directory.appendCapacity({ ...capacity, revision: 1 });
    }
    const toConfirm = takenAsRecalled(service.coverage, coverage);
    return {
      kind: 'added',
      serviceId: service.id,
      newAgency: agency.isNew,
      toConfirm,
      stateDiffers: false,
    };
  }

  /** Whose a service is never changes by a file, nor does its room: that is for its coordinator to say. */
  private async change(
    imported: ImportedService,
    { service: current }: { readonly service: DirectoryService },
  ): Promise<Taken> {
    const { service } = imported;
    if (!(await this.isTheirs(imported, current))) return { kind: 'refused', reason: 'another-organisation' };
    const next = mergeImported(current, imported);
    const faults = await this.faultsOf(next);
    if (faults.length > 0) return { kind: 'refused', reason: 'faulty', faults };
    const parts = changedParts(current, next);
    const left = {
      toConfirm: takenAsRecalled(service.coverage, next.coverage),
      stateDiffers: service.state !== current.state,
    };
    if (parts.length === 0) return { kind: 'same', serviceId: service.id, ...left };
    if (!this.run.dryRun) await this.write(next, parts);
    return { kind: 'changed', serviceId: service.id, parts, ...left };
  }

  /** What a file says of itself proves nothing: whose it is was said by whoever takes it. */
  private async isTheirs(
    { service, agencyName }: ImportedService,
    current: DirectoryService,
  ): Promise<boolean> {
    const { fileOf } = this.run;
    if (fileOf.kind === 'provider') return current.agencyId === fileOf.agencyId;
    if (fileOf.kind === 'new-provider') return false;
    if (service.agencyId === current.agencyId) return true;
    return (await this.tx.directory.providerNamed(agencyName)) === current.agencyId;
  }

  private async faultsOf(service: DirectoryService): Promise<readonly ServiceFault[]> {
    const teams = await this.tx.directory.teamsOf(service.agencyId);
    return serviceFaults(service, { districts: this.run.districts, teams });
  }

  private async write(service: DirectoryService, parts: readonly ServicePartKey[]): Promise<void> {
    if (!(await this.tx.directory.append(service, { reason: 'imported' })))
      throw new Error('a version that was not there a moment ago');
    const payload = { version: service.version, parts };
    await this.tx.journal.append([
      directoryEvent(this.tx, {
        id: service.id,
        type: 'directory-service.imported',
        reason: 'imported',
        payload,
      }),
    ]);
  }
}

function takenAsRecalled(written: readonly CoverageRow[], taken: readonly CoverageRow[]): readonly string[] {
  return taken.flatMap(({ district, from, evidence }) =>
    evidence === 'recalled' &&
    written.some((row) => row.district === district && row.from === from && row.evidence !== 'recalled')
      ? [district]
      : [],
  );
}
