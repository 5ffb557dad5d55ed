import { loadAreaPack, type AreaPack, type WebEnvironment } from '#libs/config';
import { assertSoundMachines } from '#libs/domain';
import {
  dataSourceOptions,
  InstanceStore,
  keyRingOf,
  openAtOrRefuse,
  PostgresStaffDirectory,
  PostgresVault,
  refuseChangedPack,
  refuseOtherArea,
  refusePrivilegedRole,
} from '#libs/persistence';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { WebParts } from './app.module';
import { CaseworkModule } from './casework/casework.module';
import { PostgresDemoClock } from './demo-clock/postgres-demo-clock';
import { FEATURES } from './features';
import { PostgresReadiness } from './health/postgres-readiness';
import type { WebPorts } from './ports';
import { postgresSessions } from './security/session-store';
import type { WebSettings } from './settings';

export interface WebComposition {
  readonly parts: WebParts;
  close(): Promise<void>;
}

export interface Surroundings {
  readonly report: (code: string) => void;
  readonly askForReset: (() => void) | undefined;
}

/** Connects the web process to its databases. The shell's own few reads do not wait behind the use cases. */
export async function composeWeb(environment: WebEnvironment, around: Surroundings): Promise<WebComposition> {
  assertSoundMachines();
  const pack = loadAreaPack(environment.areaPack);
  const { webDatabaseUrl, wallDatabaseUrl, noteDatabaseUrls, reportDatabaseUrl, keysDatabaseUrl } =
    environment;
  const ring = keyRingOf(environment.masterKeys);
  await openAtOrRefuse(
    { main: webDatabaseUrl, keys: keysDatabaseUrl },
    { ring, ledgerFile: environment.erasureLedger },
  );
  const source = await new DataSource(dataSourceOptions(webDatabaseUrl, { poolSize: 5 })).initialize();
  await refusePrivilegedRole(source);
  await refuseOtherArea(source, pack.id);
  await refuseChangedPack((sql, values) => source.query(sql, [...values]), pack);
  const sessions = poolOf(webDatabaseUrl, around);
  const keys = poolOf(keysDatabaseUrl, around);
  const vault = new PostgresVault(keys, ring);
  const instance = new InstanceStore(source);
  const ports: WebPorts = {
    staff: new PostgresStaffDirectory(source, vault),
    instance: { read: () => instance.state() },
    demoClock: new PostgresDemoClock({
      source,
      instance,
      hours: hoursOf(pack),
      askForReset: around.askForReset,
    }),
    readiness: new PostgresReadiness(instance, keys),
    sessions: postgresSessions(sessions, around.report),
  };
  const casework = CaseworkModule.of({
    webDatabaseUrl,
    wallDatabaseUrl,
    noteDatabaseUrls,
    reportDatabaseUrl,
    pack,
    vault,
  });
  return {
    parts: { settings: settingsOf(environment, pack), ports, features: [casework, ...FEATURES] },
    close: async () => {
      await Promise.allSettled([source.destroy(), sessions.end(), keys.end()]);
    },
  };
}

function settingsOf(environment: WebEnvironment, pack: AreaPack): WebSettings {
  const { publicUrl, sessionSecret, inboxUrl, logLevel, smsCallbackToken, oidc } = environment;
  const plain = { publicUrl, sessionSecret, inboxUrl, logLevel, smsCallbackToken, oidc };
  return { ...plain, area: pack, personas: pack.personas };
}

/** The calendar of the area's first policy: the one whose working day the demo clock jumps to. */
function hoursOf({ calendars, policies }: AreaPack) {
  const named = calendars.find(({ id }) => id === policies[0]?.policy.calendar) ?? calendars[0];
  if (named === undefined) throw new Error('The area pack has no calendar.');
  return named.hours;
}

/** An idle connection that the server drops is replaced when needed; it must not end the process. */
function poolOf(connectionString: string, { report }: Surroundings): Pool {
  const pool = new Pool({ connectionString, max: 4, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => report('idle-connection-lost'));
  return pool;
}
