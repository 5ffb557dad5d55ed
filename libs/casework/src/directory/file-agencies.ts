import type { AgencyId } from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import type { FileOf, ImportRefusal } from './import-reply';

type FoundAgency =
  | { readonly kind: 'agency'; readonly id: AgencyId; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly reason: ImportRefusal };

/** Whom the new services of a file belong to. */
export class FileAgencies {
  private readonly made = new Map<string, AgencyId>();

  constructor(
    private readonly tx: Transaction,
    private readonly run: { readonly ids: Ids; readonly fileOf: FileOf },
  ) {}

  /** Remembers an organisation that came with a record, for the others of the same name. */
  keep(id: AgencyId, name: string): void {
    this.made.set(keyOf(name), id);
  }

  /** The provider whose file it is; in a directory of many by id, else by name, else a new one for all its services. */
  async of(id: AgencyId, name: string): Promise<FoundAgency> {
    const { fileOf } = this.run;
    if (fileOf.kind === 'provider') return this.inItsOwnFile(fileOf.agencyId, { id, name });
    const known = await this.providerHere(id, name);
    if (known !== null && fileOf.kind === 'new-provider' && this.made.get(keyOf(name)) !== known)
      return { kind: 'refused', reason: 'organisation-is-here' };
    if (known !== null) return { kind: 'agency', id: known, isNew: false };
    if (name.trim() === '') return { kind: 'refused', reason: 'no-organisation' };
    if (id !== '' && (await this.tx.staff.agency(id)) !== null)
      return { kind: 'refused', reason: 'organisation-is-no-provider' };
    return { kind: 'agency', id: this.run.ids.next<AgencyId>(), isNew: true };
  }

  /** A name that is nobody's here is the provider's own in its own file; one that is another's here is another's. */
  private async inItsOwnFile(
    own: AgencyId,
    { id, name }: { readonly id: AgencyId; readonly name: string },
  ): Promise<FoundAgency> {
    const provider = await this.tx.directory.provider(own);
    if (provider === null) return { kind: 'refused', reason: 'organisation-is-no-provider' };
    const named = await this.providerHere(id, name);
    return named === null || named === own
      ? { kind: 'agency', id: own, isNew: false }
      : { kind: 'refused', reason: 'another-organisation' };
  }

  private async providerHere(id: AgencyId, name: string): Promise<AgencyId | null> {
    const known = id === '' ? null : await this.tx.directory.provider(id);
    if (known !== null) return known.id;
    if (name.trim() === '') return null;
    return this.made.get(keyOf(name)) ?? (await this.tx.directory.providerNamed(name.trim()));
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
