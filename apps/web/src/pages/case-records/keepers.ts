import { Injectable } from '@nestjs/common';
import type { AgencyId } from '#libs/domain';
import { agencyNames, PostgresUnitOfWork } from '#libs/persistence';
import type { RecordDoor } from './record-pages';
import { RECORDS } from './record.copy';

/** Who keeps a record, in words; null when it is whoever reads. */
export type KeeperOf = (record: { readonly keptBy: AgencyId | null }) => string | null;

/** Says of each record that is not the reader’s own whose it is: to the desk by name, to a service that it is not theirs. */
@Injectable()
export class Keepers {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async of(
    { actor, keptBy }: RecordDoor,
    records: readonly { readonly keptBy: AgencyId | null }[],
  ): Promise<KeeperOf> {
    if (keptBy !== null) return (record) => (record.keptBy === keptBy ? null : RECORDS.keptElsewhere);
    const ids = [...new Set(records.flatMap((record) => (record.keptBy === null ? [] : [record.keptBy])))];
    const names = await this.work.read(actor, (manager) => agencyNames(manager, ids));
    return (record) => (record.keptBy === null ? null : RECORDS.keptBy(names.get(record.keptBy) ?? ''));
  }
}
