import { AreaPackError, EnvironmentError } from '#libs/config';
import {
  BrokenLedgerError,
  OtherAreaError,
  PrivilegedRoleError,
  RestoredSystemError,
} from '#libs/persistence';
import { codeOf } from './errors/problem-of';

const FOR_PEOPLE = [
  EnvironmentError,
  AreaPackError,
  OtherAreaError,
  PrivilegedRoleError,
  RestoredSystemError,
  BrokenLedgerError,
];

const NOT_MIGRATED = 'The database has not been migrated. Run: waymark migrate';

const BY_CODE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program. Set PORT to a free one.',
  EACCES: 'The port may not be used by this account. Set PORT to one above 1023.',
  ECONNREFUSED: 'A database cannot be reached. Check every variable whose name ends in _DATABASE_URL.',
  ENOTFOUND: 'A database’s address is not known. Check every variable whose name ends in _DATABASE_URL.',
  '28P01': 'A database refused the password in a variable whose name ends in _DATABASE_URL.',
  '3D000': 'A database named in a variable whose name ends in _DATABASE_URL does not exist.',
  '42P01': NOT_MIGRATED,
  '42883': NOT_MIGRATED,
  '3F000': NOT_MIGRATED,
};

/** Why the process could not start, in one sentence where we know it; otherwise where it happened. */
export function startFault(error: unknown): string {
  const forPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  if (forPeople) return (error as Error).message;
  const known = BY_CODE[codeOf(error)];
  if (known !== undefined) return known;
  return error instanceof Error ? (error.stack ?? error.message) : 'The web process could not start.';
}
