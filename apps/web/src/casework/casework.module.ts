import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { Vault } from '#libs/casework';
import type { AreaPack, NoteDatabaseUrls } from '#libs/config';
import { RECORD_WALLS, type RecordWall } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  noteDataSourceOptions,
  PolicyCache,
  PostgresNoteWork,
  PostgresUnitOfWork,
  PostgresWallWork,
  refusePrivilegedRole,
  wallDataSourceOptions,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { careUseCases } from './care-use-cases';
import { noteUseCases } from './note-use-cases';
import { figureSampleUseCases } from './figure-sample-use-cases';
import { snapshotUseCases } from './snapshot-use-cases';
import { AREA_PACK, NOTE_WORKS, REPORTS, VAULT, WALL } from './tokens';
import { useCases } from './use-cases';
import { wallUseCases } from './wall-use-cases';

export interface CaseworkParts {
  readonly webDatabaseUrl: string;
  readonly wallDatabaseUrl: string;
  readonly noteDatabaseUrls: NoteDatabaseUrls;
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
    noteDatabaseUrls,
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
      {
        provide: NOTE_WORKS,
        inject: RECORD_WALLS.map((wall) => getDataSourceToken(notesOf(wall))),
        useFactory: async (...sources: DataSource[]) => {
          for (const source of sources) await refusePrivilegedRole(source);
          return Object.fromEntries(
            sources.map((source, nth) => {
              const wall = RECORD_WALLS[nth];
              if (wall === undefined) throw new Error('each wall has one source');
              return [wall, new PostgresNoteWork(source, wall)];
            }),
          );
        },
      },
      ...useCases(vault),
      ...careUseCases(vault, pack.care),
      ...wallUseCases(vault),
      ...noteUseCases(vault),
      ...figureSampleUseCases(),
      ...snapshotUseCases(pack),
    ];
    return {
      module: CaseworkModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(webDatabaseUrl)),
        TypeOrmModule.forRoot({ ...wallDataSourceOptions(wallDatabaseUrl), name: WALL }),
        ...RECORD_WALLS.map((wall) =>
          TypeOrmModule.forRoot({ ...noteDataSourceOptions(noteDatabaseUrls[wall]), name: notesOf(wall) }),
        ),
        TypeOrmModule.forRoot({ ...dataSourceOptions(reportDatabaseUrl, { poolSize: 3 }), name: REPORTS }),
      ],
      providers,
      exports: providers,
    };
  }
}

/** The data source of one wall of notes. */
function notesOf(wall: RecordWall): string {
  return `${wall}-notes`;
}
