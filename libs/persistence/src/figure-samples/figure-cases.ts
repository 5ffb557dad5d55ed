import type { DrawnCases, FigureCases, SampledCase } from '#libs/casework';
import {
  DAY_GROUPS,
  isDayGroup,
  isSampledMeasure,
  LIVE_TABLES,
  monthsOfSpan,
  SAMPLED_MEASURES,
  type Instant,
  type FigureDimension,
  type SampledFigure,
} from '#libs/domain';
import type { DataSource } from 'typeorm';
import { dateOf } from '../columns';
import { figureBuild } from '../promise-facts';
import { drawingOf } from './case-drawing';

/** Where a row of a table stands among the facts. */
const COLUMNS: Readonly<Partial<Record<FigureDimension, string>>> = {
  district: 'r.district',
  centre: 'r.centre',
  'offence-group': 'r.offence_group',
  source: 'r.source',
  weekday: 'r.weekday',
  start: `case when 'not-recorded' in (r.weekday, r.hour_band) then 'not-recorded'
    else r.weekday || '-' || r.hour_band end`,
  service: 'p.service',
  provider: 'p.provider',
};

/**
 * Draws from the facts that figures are counted from, on the role that sees figures. The names of the cases come of a
 * secret that is made for this draw and kept nowhere.
 */
export class PostgresFigureCases implements FigureCases {
  constructor(
    private readonly reports: DataSource,
    private readonly timezone: string,
  ) {}

  async draw(
    figure: SampledFigure,
    { seed, size, now }: { readonly seed: string; readonly size: number; readonly now: Instant },
  ): Promise<DrawnCases> {
    const { measure, limb, part } = figure;
    if (!isSampledMeasure(measure)) throw new Error(`${measure} has no cases`);
    const { live } = await figureBuild(this.reports);
    const { from, to, values, column } = placeOf(figure);
    const rows = await this.reports.query<(SampledCase & { population: number })[]>(
      drawingOf(measure, { column, of: SAMPLED_MEASURES[measure].of }),
      [live, from, to, limb, part, dateOf(now), seed, size, values, this.timezone],
    );
    const population = rows[0]?.population ?? 0;
    return { population, cases: rows.map(({ population: _population, ...sampled }) => sampled) };
  }
}

function placeOf({ table, span, until, value }: SampledFigure) {
  const { from, to } = monthsOfSpan(span, until);
  if (value === null || table === 'victims-code') return { from, to, values: [], column: null };
  if (table === 'promise-by-month') {
    return { from: `${value}-01`, to: `${value}-01`, values: [], column: null };
  }
  const values: readonly string[] = isDayGroup(value) ? DAY_GROUPS[value] : [value];
  const column = COLUMNS[LIVE_TABLES[table].dimension];
  if (column === undefined) throw new Error(`${table} has no row called ${value}`);
  return { from, to, values, column };
}
