import type { Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { AskFigureSample, DrawFigureSample, OpenFigureCases } from '#libs/casework';
import { PostgresFigureCases, PostgresUnitOfWork, SystemIds } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { REPORTS } from './tokens';

/** Samples of figures: drawn on the role that sees figures, kept on the one of casework. */
export function figureSampleUseCases(): Provider[] {
  const inject = [PostgresUnitOfWork, getDataSourceToken(REPORTS)];
  return [
    {
      provide: AskFigureSample,
      inject: [PostgresUnitOfWork],
      useFactory: (work: PostgresUnitOfWork) => new AskFigureSample(work, new SystemIds()),
    },
    {
      provide: DrawFigureSample,
      inject,
      useFactory: (work: PostgresUnitOfWork, reports: DataSource) =>
        new DrawFigureSample(work, new PostgresFigureCases(reports)),
    },
    {
      provide: OpenFigureCases,
      inject,
      useFactory: (work: PostgresUnitOfWork, reports: DataSource) =>
        new OpenFigureCases(work, new SystemIds(), new PostgresFigureCases(reports)),
    },
  ];
}
