import { Inject, Injectable } from '@nestjs/common';
import type { Vault } from '#libs/casework';
import type { UserId } from '#libs/domain';
import { PostgresStaffDirectory } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { VAULT } from '../../casework/tokens';
import { NOBODY, READER, UNNAMED } from './name-in-words';

export type NameOf = (userId: UserId | null) => string;

/** Colleagues' names for pages that say who did something. */
@Injectable()
export class Colleagues {
  private readonly directory: PostgresStaffDirectory;

  constructor(source: DataSource, @Inject(VAULT) vault: Vault) {
    this.directory = new PostgresStaffDirectory(source, vault);
  }

  /** Names of these people, read once each under the reader's own rights; the reader is "You". */
  async names(userIds: readonly (UserId | null)[], reader: UserId): Promise<NameOf> {
    const others = [...new Set(userIds)].filter((id): id is UserId => id !== null && id !== reader);
    const known = new Map<UserId, string>([[reader, READER]]);
    const actor = others.length === 0 ? null : await this.directory.findActive(reader);
    if (actor === null) return nameIn(known);
    const names = await this.directory.namesOf(others, actor);
    return nameIn(new Map([...known, ...names]));
  }
}

function nameIn(known: ReadonlyMap<UserId, string>): NameOf {
  return (userId) => (userId === null ? NOBODY : (known.get(userId) ?? UNNAMED));
}
