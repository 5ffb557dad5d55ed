import type { Vault } from '#libs/casework';
import { districtsOn, loadVictimsCode, type AreaPack, type Persona } from '#libs/config';
import { localDate, type Instant } from '#libs/domain';
import { Client } from 'pg';
import { loadServices } from '../directory';
import { loadCodeVersions } from '../duties';
import type { DeskFacts } from '../referrals';
import { FROM_THE_BEGINNING, refuseChangedPack } from './refuse-changed-pack';
import { refuseToLoadOtherArea } from './refuse-other-area';

/**
 * Puts an area pack into a database as the migrator: agencies, teams, districts, calendars, policies and, in a
 * synthetic instance, its personas. What is there already stays; new versions are appended. A database is of one area:
 * another one is refused with a sentence, and so is a pack that changes a version which is there.
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
    await refuseToLoadOtherArea(client, pack.id);
    await refuseChangedPack(async (sql, values) => (await client.query(sql, [...values])).rows, pack);
    await insertPlaces(client, pack);
    await insertDistricts(client, pack);
    await insertVersions(client, pack);
    await loadServices(client, pack.services, FROM_THE_BEGINNING);
    await insertRouting(client, pack);
    await insertRequestClocks(client, pack);
    await insertDisclosureRule(client, pack);
    await loadCodeVersions(
      async (sql, values) => (await client.query(sql, [...values])).rows,
      loadVictimsCode(),
    );
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
  for (const { id, kind, name, sarc } of pack.agencies) {
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
}

/** A row that is there only ever ends, so that what was counted under it stays what it was. */
async function insertDistricts(client: Client, { districts }: AreaPack): Promise<void> {
  for (const { code, name, from, to } of districts) {
    await client.query('insert into app.district (code, name) values ($1, $2) on conflict do nothing', [
      code,
      name,
    ]);
    await client.query(
      `insert into app.district_period as p (code, name, valid_from, valid_to)
       values ($1, $2, coalesce($3::date, '-infinity'), coalesce($4::date, 'infinity'))
       on conflict (code, valid_from) do update set valid_to = excluded.valid_to
       where p.valid_to <> excluded.valid_to`,
      [code, name, from, to],
    );
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

/**
 * What an area begins with. Once people here have changed it their versions stand, whatever number a file has since: the
 * highest number counts, and a file would put aside what two people decided.
 */
async function insertRouting(client: Client, { routing }: AreaPack): Promise<void> {
  await client.query(
    `insert into app.routing_table_version (table_id, version, body, effective_from)
     select $1::text, $2::integer, $3::jsonb, $4::timestamptz
     where not exists (select 1 from app.routing_table_version where table_id = $1 and effective_from > $4)
     on conflict do nothing`,
    [routing.id, routing.version, JSON.stringify(routing), FROM_THE_BEGINNING],
  );
}

/** Requests remember the version that they began under, so a version that is there is never another one later. */
async function insertRequestClocks(client: Client, { requestClocks }: AreaPack): Promise<void> {
  await client.query(
    `insert into app.request_clock_version (version, body, effective_from)
     values ($1, $2, $3::date) on conflict do nothing`,
    [requestClocks.version, JSON.stringify(requestClocks), requestClocks.effectiveFrom],
  );
}

/** What was published under a version stays readable with its words, so it is never another one later. */
async function insertDisclosureRule(client: Client, { disclosure }: AreaPack): Promise<void> {
  await client.query(
    `insert into app.disclosure_rule_version (rule_id, version, body) values ($1, $2, $3) on conflict do nothing`,
    [disclosure.id, disclosure.version, JSON.stringify(disclosure)],
  );
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
  const { desk, referencePrefix, tellingWords } = pack;
  return { ...desk, referencePrefix, tellingWords, districtsAt: districtsByDay(pack) };
}

/** Asked in every intake and different only on the few days on which councils are made anew: worked out once a day. */
function districtsByDay({ districts, timezone }: AreaPack): DeskFacts['districtsAt'] {
  let known = { day: '', codes: new Set<string>() };
  return (now: Instant) => {
    const day = localDate(now, timezone);
    if (day !== known.day)
      known = { day, codes: new Set(districtsOn(districts, day).map(({ code }) => code)) };
    return known.codes;
  };
}
