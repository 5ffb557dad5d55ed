import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AreaPack } from '#libs/config';
import {
  COMPLETENESS_PARTS,
  LIVE_MEASURES,
  LIVE_TABLES,
  localDate,
  monthsOfSpan,
  type AgencyId,
  type Cell,
  type RollupDimension,
  type RollupMeasure,
  type ServiceId,
  type StaffActor,
} from '#libs/domain';
import {
  agencyNames,
  figureCells,
  figureMonths,
  limbFigures,
  policyVersions,
  PostgresUnitOfWork,
  PROMISE_ROLLUPS,
  serviceNames,
  statedPosts,
  replayedCells,
} from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { AREA_PACK, REPORTS } from '../../casework/tokens';
import type { InstanceInfo } from '../../instance/instance-info';
import { INSTANCE_INFO } from '../../ports';
import { labelsFor } from '../support/kind-labels';
import type { FiguresAsked } from './figure-address';
import type { FigureReading } from './figure-reading';

/** Reads what a table of live figures is drawn from. */
@Injectable()
export class FiguresReader {
  constructor(
    @InjectDataSource(REPORTS) private readonly reports: DataSource,
    private readonly work: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
  ) {}

  /** Months of which anything is counted, `YYYY-MM`, newest first. */
  async months(): Promise<readonly string[]> {
    return (await figureMonths(this.reports)).map((month) => month.slice(0, 7));
  }

  /** Months that figures can be asked for: this one where nothing is counted yet. */
  async offeredMonths(): Promise<readonly string[]> {
    const counted = await this.months();
    if (counted.length > 0) return counted;
    const { serviceNow } = await this.instance.read();
    return [localDate(serviceNow, this.pack.timezone).slice(0, 7)];
  }

  async read(actor: StaffActor, asked: FiguresAsked): Promise<FigureReading> {
    const months = monthsOfSpan(asked.span, asked.until);
    const county = await figureCells(this.reports, {
      measures: PROMISE_ROLLUPS,
      dimension: 'county',
      ...months,
    });
    const cells = [...(await this.cellsOf(asked)), ...(await this.posts(actor, asked))];
    return {
      asked,
      asAt: county.asAt,
      cells,
      limbs: limbFigures(county.cells),
      policies: await policyVersions(this.reports.manager),
      names: {
        districts: this.pack.districts,
        agencies: await this.agencies(actor, cells),
        services: await this.services(actor, cells),
        kinds: labelsFor(this.pack),
      },
    };
  }

  /** The whole area over the newest twelve months: its limits and what codes are called. */
  async newest(actor: StaffActor): Promise<FigureReading> {
    const [until = '2000-01'] = await this.months();
    return this.read(actor, { table: 'reach', span: 'twelve-months', until });
  }

  /** What codes and limits are called, and the agency of a row where that is one. */
  async namesFor(
    actor: StaffActor,
    value: string | undefined = undefined,
  ): Promise<Pick<FigureReading, 'policies' | 'names'>> {
    const ids = value !== undefined && isId(value) ? [value as AgencyId] : [];
    const agencies = await this.work.read(actor, (manager) => agencyNames(manager, ids));
    return {
      policies: await policyVersions(this.reports.manager),
      names: { districts: this.pack.districts, agencies, services: new Map(), kinds: labelsFor(this.pack) },
    };
  }

  private async cellsOf({ table, span, until }: FiguresAsked): Promise<readonly Cell[]> {
    const shown = LIVE_MEASURES.filter(({ tables }) => tables.includes(table));
    const spanned = monthsOfSpan(span, until);
    const months = shown.some(({ stock }) => stock) ? { ...spanned, from: FROM_THE_BEGINNING } : spanned;
    const { dimension: cut } = LIVE_TABLES[table];
    if (cut === 'staffing') return (await replayedCells(this.reports, months)).cells;
    const measures = [...new Set(shown.flatMap(({ reads }) => reads))] as readonly RollupMeasure[];
    const dimensions: readonly RollupDimension[] = table === 'completeness' ? COMPLETENESS_PARTS : [cut];
    const read = await Promise.all(
      dimensions.map((dimension) => figureCells(this.reports, { measures, dimension, ...months })),
    );
    return read.flatMap(({ cells }) => cells);
  }

  /** What services have stated, where the table divides by it. */
  private posts(actor: StaffActor, { table, until }: FiguresAsked): Promise<readonly Cell[]> {
    if (table !== 'caseload') return Promise.resolve([]);
    return this.work.read(actor, (manager) => statedPosts(manager, `${until}-01`));
  }

  private services(actor: StaffActor, cells: readonly Cell[]): Promise<ReadonlyMap<string, string>> {
    const ids = cells.filter(({ dimension, value }) => dimension === 'listed-service' && isId(value));
    if (ids.length === 0) return Promise.resolve(new Map());
    return this.work.read(actor, (manager) =>
      serviceNames(manager, [...new Set(ids.map(({ value }) => value as ServiceId))]),
    );
  }

  private async agencies(actor: StaffActor, cells: readonly Cell[]): Promise<ReadonlyMap<string, string>> {
    const ids = cells
      .filter(({ dimension, value }) => (dimension === 'centre' || dimension === 'provider') && isId(value))
      .map(({ value }) => value as AgencyId);
    if (ids.length === 0) return new Map();
    return this.work.read(actor, (manager) => agencyNames(manager, ids));
  }
}

/** Before any month of which anything is counted. */
const FROM_THE_BEGINNING = '1900-01-01';

function isId(value: string): boolean {
  return /^[0-9a-f]{8}-/.test(value);
}
