import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTANCE_FILE, type DatabaseRole, type SupervisorEnvironment } from '#libs/config';
import type { Secrets } from './secrets';

export type Variables = Readonly<Record<string, string>>;

/** Everything a running instance is made of, once its parts have their addresses. */
export interface Instance {
  readonly settings: SupervisorEnvironment;
  readonly secrets: Secrets;
  readonly keyFile: string;
  /** Signs the sealed journal; the worker's alone. */
  readonly sealKeyFile: string;
  readonly migratorUrl: string;
  readonly keysMigratorUrl: string;
  readonly oidc: Variables;
  readonly smtpUrl: string;
  readonly inboxUrl: string | undefined;
}

/** What each program is given: its own roles and secrets, and nobody else's. */
export function webVariables(instance: Instance): Variables {
  const { settings, secrets } = instance;
  return {
    ...common(instance),
    WEB_DATABASE_URL: asRole(instance, 'waymark_web'),
    WALL_DATABASE_URL: asRole(instance, 'waymark_wall'),
    CONTACT_NOTES_DATABASE_URL: asRole(instance, 'waymark_contact_notes'),
    ADVOCACY_NOTES_DATABASE_URL: asRole(instance, 'waymark_advocacy_notes'),
    SUPERVISION_NOTES_DATABASE_URL: asRole(instance, 'waymark_supervision_notes'),
    THERAPY_NOTES_DATABASE_URL: asRole(instance, 'waymark_therapy_notes'),
    REPORT_DATABASE_URL: asRole(instance, 'waymark_report'),
    SESSION_SECRET: secrets.sessionSecret,
    PORT: String(settings.port),
    ...instance.oidc,
    ...(instance.inboxUrl && { INBOX_URL: instance.inboxUrl }),
  };
}

export function workerVariables(instance: Instance): Variables {
  const { settings } = instance;
  return {
    ...common(instance),
    WORKER_DATABASE_URL: asRole(instance, 'waymark_worker'),
    WALL_DATABASE_URL: asRole(instance, 'waymark_wall'),
    QUEUE_MODE: settings.queueMode,
    QUEUE_DATABASE_URL: asRole(instance, 'waymark_queue'),
    ...(settings.redisUrl && { REDIS_URL: settings.redisUrl }),
    SMTP_URL: instance.smtpUrl,
    MAIL_FROM: settings.mailFrom,
    SEAL_KEY_FILE: instance.sealKeyFile,
    ...(settings.personMail && {
      PERSON_MAIL_FROM: settings.personMail.from,
      PERSON_MAIL_BOUNCE_TO: settings.personMail.bounceTo,
    }),
  };
}

/** The operator's commands may do all of it. */
export function commandVariables(instance: Instance): Variables {
  return {
    ...webVariables(instance),
    ...workerVariables(instance),
    DATABASE_URL: instance.migratorUrl,
    KEYS_MIGRATOR_URL: instance.keysMigratorUrl,
    ROLE_PASSWORDS: JSON.stringify(instance.secrets.rolePasswords),
  };
}

/** Lets `npm run waymark` find the instance: the variables of its commands, readable by their owner only. */
export function writeInstanceFile(instance: Instance): void {
  const file = join(instance.settings.dataFolder, INSTANCE_FILE);
  writeFileSync(file, JSON.stringify(commandVariables(instance), null, 2), { mode: 0o600 });
}

/** What any program needs of its surroundings, without the secrets that ours were started with. */
export function surroundings(): Variables {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'SystemRoot', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];
  const found = names.map((name) => [name, process.env[name]] as const);
  const set = found.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(set), NODE_ENV: 'production' };
}

function common(instance: Instance): Variables {
  const { settings } = instance;
  return {
    KEYS_DATABASE_URL: asRole(instance, 'waymark_keys'),
    KEY_FILE: instance.keyFile,
    PUBLIC_URL: settings.publicUrl,
    AREA_PACK: settings.areaPack,
    LOG_LEVEL: settings.logLevel,
  };
}

function asRole({ migratorUrl, keysMigratorUrl, secrets }: Instance, role: DatabaseRole): string {
  const url = new URL(role === 'waymark_keys' ? keysMigratorUrl : migratorUrl);
  url.username = role;
  url.password = secrets.rolePasswords[role];
  return url.href;
}
