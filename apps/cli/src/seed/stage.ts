import { randomBytes, randomUUID } from 'node:crypto';
import type { Ids, Repeatable, UnitOfWork, Vault } from '#libs/casework';
import type { Cast } from './cast';
import type { SeedingSession } from './seeding-session';

/** What every act of the telling needs. */
export interface Stage {
  readonly work: UnitOfWork;
  readonly vault: Vault;
  readonly ids: Ids;
  readonly cast: Cast;
  readonly session: SeedingSession;
}

/** A request like no other. */
export function fresh(): Repeatable {
  return { route: 'seed', key: randomUUID(), requestHash: randomBytes(32) };
}
