import type { Client } from 'pg';

/**
 * The roles of the main cluster. None owns a table, none is a superuser, none bypasses row-level security;
 * the apps check this again when they start (DESIGN §9).
 */
export const MAIN_ROLES = [
  'waymark_web',
  'waymark_worker',
  'waymark_report',
  'waymark_wall',
  'waymark_queue',
  'waymark_contact_notes',
  'waymark_advocacy_notes',
  'waymark_supervision_notes',
  'waymark_therapy_notes',
] as const;
export const KEY_ROLES = ['waymark_keys'] as const;

export type RoleName = (typeof MAIN_ROLES)[number] | (typeof KEY_ROLES)[number];
export type RolePasswords = Readonly<Record<RoleName, string>>;

/** Roles belong to the cluster: make them when missing, and give them today's password either way. */
export async function ensureRoles(
  client: Client,
  { names, passwords }: { names: readonly RoleName[]; passwords: RolePasswords },
): Promise<void> {
  for (const name of names) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    const verb = found.rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${name} with login nosuperuser nobypassrls nocreatedb nocreaterole noinherit
       password ${client.escapeLiteral(passwords[name])}`,
    );
  }
}
