import type { Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { AreaPack } from '#libs/config';
import { AskFigureSample, DrawFigureSample, OpenFigureCases } from '#libs/casework';
import { PostgresFigureCases, PostgresUnitOfWork, SystemIds } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { AREA_PACK, REPORTS } from './tokens';

/** Samples of figures: drawn on the role that sees figures, kept on the one of casework. */
export function figureSampleUseCases(): Provider[] {
  const inject = [PostgresUnitOfWork, getDataSourceToken(REPORTS), AREA_PACK];
  return [
    {
      provide: AskFigureSample,
      inject: [PostgresUnitOfWork],
      useFactory: (work: PostgresUnitOfWork) => new AskFigureSample(work, new SystemIds()),
    },
    {
      provide: DrawFigureSample,
      inject,
      useFactory: (work: PostgresUnitOfWork, reports: DataSource, { timezone }: AreaPack) =>
        new DrawFigureSample(work, new PostgresFigureCases(reports, timezone)),
    },
    {
      provide: OpenFigureCases,
      inject,
      useFactory: (work: PostgresUnitOfWork, reports: DataSource, { timezone }: AreaPack) =>
        new OpenFigureCases(work, new SystemIds(), new PostgresFigureCases(reports, timezone)),
    },
  ];
}
