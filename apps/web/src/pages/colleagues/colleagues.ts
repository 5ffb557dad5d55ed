import { Inject, Injectable } from '@nestjs/common';
import type { Vault } from '#libs/casework';
import type { UserId } from '#libs/domain';
import { PostgresStaffDirectory } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { VAULT } from '../../casework/tokens';

export type NameOf = (userId: UserId | null) => string;

const NOBODY = 'Nobody yet';
const UNNAMED = 'A colleague';

/** Colleagues' names for pages that say who did something. */
@Injectable()
export class Colleagues {
  private readonly directory: PostgresStaffDirectory;

  constructor(source: DataSource, @Inject(VAULT) vault: Vault) {
    this.directory = new PostgresStaffDirectory(source, vault);
  }

  /** Names of these people, read once each; the reader is "You". */
  async names(userIds: readonly (UserId | null)[], reader: UserId): Promise<NameOf> {
    const others = [...new Set(userIds)].filter((id): id is UserId => id !== null && id !== reader);
    const known = new Map<UserId, string>([[reader, 'You']]);
    for (const id of others) known.set(id, (await this.directory.nameOf(id)) ?? UNNAMED);
    return (userId) => (userId === null ? NOBODY : (known.get(userId) ?? UNNAMED));
  }
}
