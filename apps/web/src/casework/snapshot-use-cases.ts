import type { Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { HighsAttacker } from '#libs/attacker';
import { CountQuarter, MoveSnapshot } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { PostgresQuarterCounter, PostgresUnitOfWork, SystemIds } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { REPORTS } from './tokens';

/** Closing quarters: counted on the role that sees figures, kept and signed off on the one of casework. */
export function snapshotUseCases({ timezone, labels, disclosure: rule }: AreaPack): Provider[] {
  return [
    {
      provide: CountQuarter,
      inject: [PostgresUnitOfWork, getDataSourceToken(REPORTS)],
      useFactory: (work: PostgresUnitOfWork, reports: DataSource) =>
        new CountQuarter(work, new SystemIds(), {
          counter: new PostgresQuarterCounter(reports),
          timezone,
          disclosure: { rule, attacker: new HighsAttacker() },
          supportName: (kind) => labels[kind].name,
        }),
    },
    {
      provide: MoveSnapshot,
      inject: [PostgresUnitOfWork],
      useFactory: (work: PostgresUnitOfWork) =>
        new MoveSnapshot(work, { rule, attacker: new HighsAttacker() }, timezone),
    },
  ];
}
