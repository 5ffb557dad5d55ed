import { Inject, Injectable } from '@nestjs/common';
import type { Vault } from '#libs/casework';
import type { Instant, StaffActor, UserId } from '#libs/domain';
import {
  agencyList,
  PostgresStaffDirectory,
  PostgresUnitOfWork,
  staffAccount,
  staffEffects,
  staffList,
  teamList,
  type AgencyListRow,
  type StaffListRow,
  type TeamListRow,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { VAULT } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { Colleagues, type NameOf } from '../colleagues/colleagues';

export interface AccountRead {
  readonly row: StaffListRow;
  readonly teams: readonly TeamListRow[];
  readonly profile: { readonly name: string; readonly email: string } | null;
}

/** What the pages about accounts show, under the rights of whoever keeps them. */
@Injectable()
export class StaffReading {
  private readonly directory: PostgresStaffDirectory;

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    source: DataSource,
    @Inject(VAULT) vault: Vault,
  ) {
    this.directory = new PostgresStaffDirectory(source, vault);
  }

  async list(
    actor: StaffActor,
  ): Promise<{ readonly rows: readonly StaffListRow[]; readonly now: Instant; readonly nameOf: NameOf }> {
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      rows: await staffList(manager),
    }));
    const ids = read.rows.map(({ userId }) => userId);
    return { ...read, nameOf: await this.colleagues.names(ids, actor.userId) };
  }

  places(
    actor: StaffActor,
  ): Promise<{ readonly agencies: readonly AgencyListRow[]; readonly teams: readonly TeamListRow[] }> {
    return this.work.read(actor, async (manager) => ({
      agencies: await agencyList(manager),
      teams: await teamList(manager),
    }));
  }

  async account(actor: StaffActor, userId: UserId): Promise<AccountRead> {
    const read = await this.work.read(actor, async (manager) => ({
      row: await staffAccount(manager, userId),
      teams: await teamList(manager),
    }));
    const { row, teams } = read;
    if (row === null) throw notFound();
    return { row, teams, profile: await this.directory.profileOf(userId, actor) };
  }

  effects(
    actor: StaffActor,
    userId: UserId,
  ): Promise<{ readonly openCases: number; readonly shifts: number }> {
    return this.work.read(actor, (manager) => staffEffects(manager, userId));
  }
}
