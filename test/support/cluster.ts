import { randomBytes } from 'node:crypto';

export const CLUSTER_VARIABLE = 'WAYMARK_TEST_CLUSTER';
export const REDIS_VARIABLE = 'WAYMARK_TEST_REDIS';
export const FOLDER_PREFIX = 'waymark-test-';

export const ROLES = [
  'web',
  'worker',
  'report',
  'wall',
  'keys',
  'queue',
  'contact_notes',
  'advocacy_notes',
  'supervision_notes',
  'therapy_notes',
] as const;
export type TestRole = (typeof ROLES)[number];
type RoleName = `waymark_${TestRole}`;

/** What the set-up of a run hands to its test files. */
export interface TestCluster {
  readonly adminUrl: string;
  readonly rolePasswords: Readonly<Record<RoleName, string>>;
}

export function newRolePasswords(): TestCluster['rolePasswords'] {
  const entries = ROLES.map((role) => [`waymark_${role}`, randomBytes(12).toString('hex')]);
  return Object.fromEntries(entries) as TestCluster['rolePasswords'];
}

export function testCluster(): TestCluster {
  const json = process.env[CLUSTER_VARIABLE];
  if (json === undefined) throw new Error('Only projects with test/support/global-setup.ts have a database.');
  return JSON.parse(json) as TestCluster;
}

const REDIS_DATABASES = 16;

/** This test process's own database in the Redis of this run, so that no two share a queue; undefined without Redis. */
export function testRedisUrl(): string | undefined {
  const url = process.env[REDIS_VARIABLE];
  const number = Number(process.env['JEST_WORKER_ID'] ?? 0) % REDIS_DATABASES;
  return url ? `${url}/${number}` : undefined;
}
