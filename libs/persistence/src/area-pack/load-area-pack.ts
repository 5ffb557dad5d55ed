import type { Vault } from '#libs/casework';
import type { AreaPack, Persona } from '#libs/config';
import { Client } from 'pg';
import type { DeskFacts } from '../referrals';

/** When every version of an area pack takes effect: before any referral, synthetic history included. */
const FROM_THE_BEGINNING = '2000-01-01T00:00:00Z';

/**
 * Puts an area pack into a database as the migrator: agencies, teams, districts, calendars, policies and, in a
 * synthetic instance, its personas. What is there already stays; new versions are appended.
 */
export async function loadArea(options: {
  migratorUrl: string;
  pack: AreaPack;
  vault: Vault;
  synthetic: boolean;
  identityProvider: string;
}): Promise<void> {
  const { migratorUrl, pack, vault, synthetic, identityProvider } = options;
  const client = new Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      'insert into app.instance (area_pack, synthetic) values ($1, $2) on conflict (only_row) do nothing',
      [pack.id, synthetic],
    );
    await insertPlaces(client, pack);
    await insertVersions(client, pack);
    if (synthetic) await insertPersonas(client, { personas: pack.personas, vault, identityProvider });
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** From here on the clock only goes forward, and the instance keeps its kind. */
export async function openInstance(migratorUrl: string): Promise<void> {
  const client = new Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await client.query(
      'update app.instance set offset_seconds = 0, opened_at = now() where opened_at is null',
    );
  } finally {
    await client.end();
  }
}

async function insertPlaces(client: Client, pack: AreaPack): Promise<void> {
  for (const { id, kind, name, sarc = false } of pack.agencies) {
    await client.query(
      `insert into app.agency (agency_id, kind, name, sarc) values ($1, $2, $3, $4)
       on conflict (agency_id) do update set sarc = excluded.sarc where agency.sarc <> excluded.sarc`,
      [id, kind, name, sarc],
    );
  }
  for (const { id, agencyId, name } of pack.teams) {
    await client.query(
      'insert into app.team (team_id, agency_id, name) values ($1, $2, $3) on conflict do nothing',
      [id, agencyId, name],
    );
  }
  for (const { code, name } of pack.districts) {
    await client.query('insert into app.district (code, name) values ($1, $2) on conflict do nothing', [
      code,
      name,
    ]);
  }
}

async function insertVersions(client: Client, pack: AreaPack): Promise<void> {
  for (const { id, version, hours, source } of pack.calendars) {
    await client.query(
      `insert into app.calendar_version (calendar_id, version, hours, source, effective_from)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, version, JSON.stringify(hours), source, FROM_THE_BEGINNING],
    );
  }
  for (const { referralSource, policy } of pack.policies) {
    await client.query(
      `insert into app.policy_version (policy_id, version, promise, referral_source, body, effective_from)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [policy.id, policy.version, policy.promise, referralSource, JSON.stringify(policy), FROM_THE_BEGINNING],
    );
  }
}

async function insertPersonas(
  client: Client,
  {
    personas,
    vault,
    identityProvider,
  }: { personas: readonly Persona[]; vault: Vault; identityProvider: string },
): Promise<void> {
  for (const { userId, agencyId, teamId, role, subject, name, email } of personas) {
    const inserted = await client.query(
      `insert into app.staff_user (user_id, agency_id, team_id, role, identity_provider, identity_subject)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [userId, agencyId, teamId, role, identityProvider, subject],
    );
    if (inserted.rowCount === 0) continue;
    const sealer = await vault.create(userId);
    const place = { recordId: userId, kind: 'staff-profile' } as const;
    await client.query('insert into vault.staff_profile (user_id, sealed) values ($1, $2)', [
      userId,
      sealer.seal(place, { name, email }),
    ]);
  }
}

/** The facts of a pack that intake needs in every transaction. */
export function deskFactsOf(pack: AreaPack): DeskFacts {
  return {
    ...pack.desk,
    referencePrefix: pack.referencePrefix,
    districts: new Set(pack.districts.map(({ code }) => code)),
  };
}
