import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { Vault } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  dataSourceOptions,
  deskFactsOf,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresWallWork,
  refusePrivilegedRole,
  wallDataSourceOptions,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { AREA_PACK, REPORTS, VAULT, WALL } from './tokens';
import { useCases } from './use-cases';
import { wallUseCases } from './wall-use-cases';

export interface CaseworkParts {
  readonly webDatabaseUrl: string;
  readonly wallDatabaseUrl: string;
  readonly reportDatabaseUrl: string;
  readonly pack: AreaPack;
  readonly vault: Vault;
}

/** The use cases, on the web process's own database roles: one for casework, one that sees only figures. */
@Module({})
export class CaseworkModule {
  static of({
    webDatabaseUrl,
    wallDatabaseUrl,
    reportDatabaseUrl,
    pack,
    vault,
  }: CaseworkParts): DynamicModule {
    const providers = [
      { provide: VAULT, useValue: vault },
      { provide: AREA_PACK, useValue: pack },
      {
        provide: PostgresUnitOfWork,
        inject: [DataSource],
        useFactory: async (source: DataSource) => {
          await refusePrivilegedRole(source);
          return new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk: deskFactsOf(pack) });
        },
      },
      {
        provide: PostgresWallWork,
        inject: [getDataSourceToken(WALL)],
        useFactory: async (source: DataSource) => {
          await refusePrivilegedRole(source);
          return new PostgresWallWork(source);
        },
      },
      ...useCases(vault),
      ...wallUseCases(vault),
    ];
    return {
      module: CaseworkModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(webDatabaseUrl)),
        TypeOrmModule.forRoot({ ...wallDataSourceOptions(wallDatabaseUrl), name: WALL }),
        TypeOrmModule.forRoot({ ...dataSourceOptions(reportDatabaseUrl, { poolSize: 3 }), name: REPORTS }),
      ],
      providers,
      exports: providers,
    };
  }
}
