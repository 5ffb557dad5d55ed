import { defaultArea } from './area-pack';
import { masterKeyEnvironment, type MasterKeyEnvironment } from './environment-keys';
import { EnvironmentReader, type RawEnvironment } from './environment-reader';

/** Database roles that `migrate` creates; the order is only for reading. */
export const DATABASE_ROLES = [
  'waymark_web',
  'waymark_worker',
  'waymark_report',
  'waymark_wall',
  'waymark_keys',
  'waymark_queue',
  'waymark_contact_notes',
  'waymark_advocacy_notes',
  'waymark_supervision_notes',
  'waymark_therapy_notes',
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];
export type RolePasswords = Readonly<Record<DatabaseRole, string>>;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where wake-ups are queued: DESIGN.md §4 has the three modes. */
export type QueueEnvironment =
  | { readonly mode: 'redis'; readonly redisUrl: string }
  | { readonly mode: 'postgres'; readonly databaseUrl: string }
  | { readonly mode: 'none' };

export interface OidcEnvironment {
  readonly issuer: string;
  /** A short key for the issuer, stored with the subject: a new address of the same issuer keeps its people. */
  readonly provider: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claims of which one shows that a second factor was used. */
  readonly mfaAcr: readonly string[];
  readonly mfaAmr: readonly string[];
}

/** A neutral sender for mail to people, and where what cannot be delivered comes back to. */
export interface PersonMailEnvironment {
  readonly from: string;
  readonly bounceTo: string;
  /** Where returned mail is taken in; without it, a bounce is known only by what the server says at once. */
  readonly bounceListener: { readonly host: string; readonly port: number } | null;
}

/** Text messages through GOV.UK Notify. */
export interface SmsEnvironment {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly templateId: string;
}

/** Each wall of notes is reached by a role of its own. */
export interface NoteDatabaseUrls {
  readonly contact: string;
  readonly advocacy: string;
  readonly supervision: string;
  readonly therapy: string;
}

/** What signs the heads of the sealed journal: files with Ed25519 private keys (PEM). */
export interface SealEnvironment {
  readonly keyFile: string;
  /** The key before this one, while it hands over. */
  readonly keyFileBefore: string | undefined;
  /** Where heads are kept outside the databases; undefined when they are not. */
  readonly headsFile: string | undefined;
}

export interface WebEnvironment {
  readonly webDatabaseUrl: string;
  /** The role that alone sees who suspects are. */
  readonly wallDatabaseUrl: string;
  readonly noteDatabaseUrls: NoteDatabaseUrls;
  readonly reportDatabaseUrl: string;
  readonly keysDatabaseUrl: string;
  readonly masterKeys: MasterKeyEnvironment;
  /** A ledger of erasures outside both databases; undefined when none is kept. */
  readonly erasureLedger: string | undefined;
  readonly sessionSecret: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly oidc: OidcEnvironment;
  readonly inboxUrl: string | undefined;
  /** What Notify shows when it reports on a text message; undefined when no texts are sent. */
  readonly smsCallbackToken: string | undefined;
  readonly logLevel: LogLevel;
  readonly areaPack: string;
}

export interface WorkerEnvironment {
  readonly workerDatabaseUrl: string;
  readonly wallDatabaseUrl: string;
  readonly keysDatabaseUrl: string;
  readonly masterKeys: MasterKeyEnvironment;
  /** A ledger of erasures outside both databases; undefined when none is kept. */
  readonly erasureLedger: string | undefined;
  /** Null where this worker does not seal the journal: one with the key is enough, and more do no harm. */
  readonly seal: SealEnvironment | null;
  readonly queue: QueueEnvironment;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** Null when nothing is mailed to people. */
  readonly personMail: PersonMailEnvironment | null;
  /** Null when nobody is sent a text message, which is how it is unless it was set up. */
  readonly sms: SmsEnvironment | null;
  readonly publicUrl: string;
  readonly logLevel: LogLevel;
  readonly areaPack: string;
}

export interface CliEnvironment {
  readonly webDatabaseUrl: string;
  readonly workerDatabaseUrl: string;
  readonly reportDatabaseUrl: string;
  readonly keysDatabaseUrl: string;
  readonly masterKeys: MasterKeyEnvironment;
  /** A ledger of erasures outside both databases; undefined when none is kept. */
  readonly erasureLedger: string | undefined;
  readonly publicUrl: string;
  readonly oidcProvider: string;
  readonly areaPack: string;
}

export interface MigrateEnvironment {
  readonly migratorUrl: string;
  readonly keysMigratorUrl: string;
  readonly rolePasswords: RolePasswords;
}

/** What `waymark token` needs to sign a persona in through the local provider's public client. */
export interface TokenEnvironment {
  readonly issuer: string;
  readonly publicUrl: string;
}

export function webEnvironment(raw: RawEnvironment): WebEnvironment {
  const read = new EnvironmentReader(raw);
  return read.finish({
    webDatabaseUrl: read.postgres('WEB_DATABASE_URL'),
    wallDatabaseUrl: read.postgres('WALL_DATABASE_URL'),
    noteDatabaseUrls: {
      contact: read.postgres('CONTACT_NOTES_DATABASE_URL'),
      advocacy: read.postgres('ADVOCACY_NOTES_DATABASE_URL'),
      supervision: read.postgres('SUPERVISION_NOTES_DATABASE_URL'),
      therapy: read.postgres('THERAPY_NOTES_DATABASE_URL'),
    },
    reportDatabaseUrl: read.postgres('REPORT_DATABASE_URL'),
    keysDatabaseUrl: read.postgres('KEYS_DATABASE_URL'),
    masterKeys: masterKeyEnvironment(read),
    erasureLedger: read.optional('ERASURE_LEDGER'),
    sessionSecret: read.secret('SESSION_SECRET', 32),
    host: read.text('HOST', '127.0.0.1'),
    port: read.port('PORT', 3000),
    publicUrl: read.origin('PUBLIC_URL'),
    oidc: {
      issuer: read.secureUrl('OIDC_ISSUER'),
      provider: read.text('OIDC_PROVIDER', 'default'),
      clientId: read.text('OIDC_CLIENT_ID'),
      clientSecret: read.text('OIDC_CLIENT_SECRET'),
      mfaAcr: read.list('OIDC_MFA_ACR', []),
      mfaAmr: read.list('OIDC_MFA_AMR', ['mfa']),
    },
    inboxUrl: read.optionalUrl('INBOX_URL', ['https', 'http']),
    smsCallbackToken: read.optional('SMS_CALLBACK_TOKEN') && read.secret('SMS_CALLBACK_TOKEN', 32),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    areaPack: read.text('AREA_PACK', defaultArea()),
  });
}

export function workerEnvironment(raw: RawEnvironment): WorkerEnvironment {
  const read = new EnvironmentReader(raw);
  return read.finish({
    workerDatabaseUrl: read.postgres('WORKER_DATABASE_URL'),
    wallDatabaseUrl: read.postgres('WALL_DATABASE_URL'),
    keysDatabaseUrl: read.postgres('KEYS_DATABASE_URL'),
    masterKeys: masterKeyEnvironment(read),
    erasureLedger: read.optional('ERASURE_LEDGER'),
    seal: sealOf(read),
    queue: queueOf(read),
    smtpUrl: read.url('SMTP_URL', ['smtp', 'smtps']),
    mailFrom: read.text('MAIL_FROM'),
    personMail: personMailOf(read),
    sms: smsOf(read),
    publicUrl: read.origin('PUBLIC_URL'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    areaPack: read.text('AREA_PACK', defaultArea()),
  });
}

export function cliEnvironment(raw: RawEnvironment): CliEnvironment {
  const read = new EnvironmentReader(raw);
  return read.finish({
    webDatabaseUrl: read.postgres('WEB_DATABASE_URL'),
    workerDatabaseUrl: read.postgres('WORKER_DATABASE_URL'),
    reportDatabaseUrl: read.postgres('REPORT_DATABASE_URL'),
    keysDatabaseUrl: read.postgres('KEYS_DATABASE_URL'),
    masterKeys: masterKeyEnvironment(read),
    erasureLedger: read.optional('ERASURE_LEDGER'),
    publicUrl: read.origin('PUBLIC_URL'),
    oidcProvider: read.text('OIDC_PROVIDER', 'default'),
    areaPack: read.text('AREA_PACK', defaultArea()),
  });
}

export function migrateEnvironment(raw: RawEnvironment): MigrateEnvironment {
  const read = new EnvironmentReader(raw);
  return read.finish({
    migratorUrl: read.postgres('DATABASE_URL'),
    keysMigratorUrl: read.postgres('KEYS_MIGRATOR_URL'),
    rolePasswords: read.passwords('ROLE_PASSWORDS', DATABASE_ROLES),
  });
}

/** Reading the journal needs one account and nothing else. */
export function journalEnvironment(raw: RawEnvironment): Pick<WorkerEnvironment, 'workerDatabaseUrl'> {
  const read = new EnvironmentReader(raw);
  return read.finish({ workerDatabaseUrl: read.postgres('WORKER_DATABASE_URL') });
}

export function tokenEnvironment(raw: RawEnvironment): TokenEnvironment {
  const read = new EnvironmentReader(raw);
  return read.finish({ issuer: read.secureUrl('OIDC_ISSUER'), publicUrl: read.origin('PUBLIC_URL') });
}

function sealOf(read: EnvironmentReader): SealEnvironment | null {
  const keyFile = read.optional('SEAL_KEY_FILE');
  if (keyFile === undefined) return null;
  return {
    keyFile,
    keyFileBefore: read.optional('SEAL_KEY_FILE_BEFORE'),
    headsFile: read.optional('SEAL_HEADS_FILE'),
  };
}

function personMailOf(read: EnvironmentReader): PersonMailEnvironment | null {
  const from = read.optional('PERSON_MAIL_FROM');
  if (from === undefined) return null;
  const listens = read.optional('BOUNCE_PORT') !== undefined;
  return {
    from,
    bounceTo: read.text('PERSON_MAIL_BOUNCE_TO'),
    bounceListener: listens
      ? { host: read.text('BOUNCE_HOST', '127.0.0.1'), port: read.port('BOUNCE_PORT', 0) }
      : null,
  };
}

function smsOf(read: EnvironmentReader): SmsEnvironment | null {
  if (read.optional('SMS_NOTIFY_KEY') === undefined) return null;
  return {
    baseUrl: read.secureUrl('SMS_NOTIFY_URL'),
    apiKey: read.secret('SMS_NOTIFY_KEY', 72),
    templateId: read.text('SMS_NOTIFY_TEMPLATE'),
  };
}

function queueOf(read: EnvironmentReader): QueueEnvironment {
  const fallback = read.optional('REDIS_URL') === undefined ? 'postgres' : 'redis';
  const mode = read.oneOf('QUEUE_MODE', ['redis', 'postgres', 'none'] as const, fallback);
  if (mode === 'redis') return { mode, redisUrl: read.url('REDIS_URL', ['redis', 'rediss']) };
  if (mode === 'postgres') return { mode, databaseUrl: read.postgres('QUEUE_DATABASE_URL') };
  return { mode };
}
