import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import {
  allSnapshots,
  PostgresUnitOfWork,
  snapshotAt,
  snapshotDocument,
  snapshotTables,
} from '#libs/persistence';
import { notFound, Problem } from '../../../errors/problem';
import { readAddress, readName, type SnapshotAddress } from '../../../pages/snapshots/snapshot-address';
import { NOT_RELEASED, REPORT } from '../../../pages/snapshots/snapshots.copy';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { SnapshotComparisonQuery } from './snapshots.query.dto';
import {
  comparisonView,
  itemView,
  SignedSnapshotView,
  SnapshotComparisonView,
  SnapshotListView,
  SnapshotTableView,
  snapshotView,
  SnapshotView,
  tableView,
} from './snapshots.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/snapshots')
export class SnapshotsController {
  constructor(private readonly work: PostgresUnitOfWork) {}

  @ForAct('see-snapshots')
  @Answers({
    id: 'listSnapshots',
    summary: 'Quarters whose figures are frozen, each version of them',
    type: SnapshotListView,
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<SnapshotListView> {
    const snapshots = await this.work.read(actor, allSnapshots);
    return { items: snapshots.map(itemView) };
  }

  @ForAct('see-snapshots')
  @Answers({
    id: 'compareSnapshots',
    summary: 'What is not the same in two frozen quarters, cell by cell',
    type: SnapshotComparisonView,
    problems: [400, 401, 404, 422],
  })
  @Get('/compare')
  async compare(
    @CurrentActor() actor: StaffActor,
    @Query() { before, after }: SnapshotComparisonQuery,
  ): Promise<SnapshotComparisonView> {
    return comparisonView(await this.read(actor, readName(before)), await this.read(actor, readName(after)));
  }

  @ForAct('see-snapshots')
  @Answers({
    id: 'readSnapshot',
    summary: 'The figures of one quarter as they were frozen, and what they were counted under',
    description:
      'Signed off by two people and never changed: a later count of the same quarter is another version, and says why.',
    type: SnapshotView,
  })
  @Get('/:quarter/:version')
  async one(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: string,
    @Param('version') version: string,
  ): Promise<SnapshotView> {
    const { line, tables } = await this.read(actor, readAddress(quarter, version));
    return snapshotView(line, tables);
  }

  @ForAct('see-snapshots')
  @Answers({
    id: 'readSnapshotTable',
    summary: 'One table of a frozen quarter',
    description: 'A table that is not part of the release is not found; the answer names those that are.',
    type: SnapshotTableView,
  })
  @Get('/:quarter/:version/tables/:table')
  async table(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: string,
    @Param('version') version: string,
    @Param('table') id: string,
  ): Promise<SnapshotTableView> {
    const { tables } = await this.read(actor, readAddress(quarter, version));
    const table = tables.find((one) => one.id === id);
    if (table === undefined)
      throw new Problem('not-found', { detail: NOT_RELEASED(tables.map((one) => one.id).join(', ')) });
    return tableView(table);
  }

  @ForAct('see-snapshots')
  @Answers({
    id: 'readSignedSnapshot',
    summary: 'What is signed of a frozen quarter, to check it without this service',
    description: 'Check it with `waymark verify-snapshot`. It is signed within a minute of the signing off.',
    type: SignedSnapshotView,
  })
  @Get('/:quarter/:version/signed')
  async signed(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: string,
    @Param('version') version: string,
  ): Promise<SignedSnapshotView> {
    const { snapshot } = await this.read(actor, readAddress(quarter, version));
    const document = await this.work.read(actor, (manager) => snapshotDocument(manager, snapshot.id));
    if (document === null) throw new Problem('not-found', { detail: REPORT.notSigned });
    return { ...document, keys: [...document.keys], tables: [...document.tables] };
  }

  private read(actor: StaffActor, address: SnapshotAddress) {
    return this.work.read(actor, async (manager) => {
      const line = await snapshotAt(manager, address);
      if (line === null) throw notFound();
      const { snapshot } = line;
      return { line, snapshot, tables: await snapshotTables(manager, snapshot.id) };
    });
  }
}
