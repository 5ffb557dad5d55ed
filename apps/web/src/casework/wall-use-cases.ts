import type { Provider } from '@nestjs/common';
import {
  AskConflictAgain,
  DecideConflict,
  ListConflicts,
  OpenConflict,
  RecordSuspect,
  type Vault,
} from '#libs/casework';
import { PostgresUnitOfWork, PostgresWallWork, SystemIds } from '#libs/persistence';

/** The use cases that run on the wall's own role: all that is about who suspects are. */
export function wallUseCases(vault: Vault): Provider[] {
  const ids = new SystemIds();
  return [
    {
      provide: RecordSuspect,
      inject: [PostgresWallWork],
      useFactory: (wall: PostgresWallWork) => new RecordSuspect(wall, vault, ids),
    },
    {
      provide: ListConflicts,
      inject: [PostgresWallWork],
      useFactory: (wall: PostgresWallWork) => new ListConflicts(wall),
    },
    {
      provide: OpenConflict,
      inject: [PostgresWallWork],
      useFactory: (wall: PostgresWallWork) => new OpenConflict(wall, vault),
    },
    {
      provide: AskConflictAgain,
      inject: [PostgresUnitOfWork, PostgresWallWork],
      useFactory: (work: PostgresUnitOfWork, wall: PostgresWallWork) => new AskConflictAgain(work, wall),
    },
    {
      provide: DecideConflict,
      inject: [PostgresUnitOfWork, PostgresWallWork],
      useFactory: (work: PostgresUnitOfWork, wall: PostgresWallWork) => new DecideConflict(work, wall, ids),
    },
  ];
}
