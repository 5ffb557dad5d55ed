import { resolve } from 'node:path';
import { defaultArea } from './area-pack';
import { LOG_LEVELS, type LogLevel } from './environment';
import { EnvironmentReader, type RawEnvironment } from './environment-reader';

/** What `npm start` can be told; whatever is left out it provides itself. */
export interface SupervisorEnvironment {
  readonly port: number;
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly database: { readonly migratorUrl: string; readonly keysMigratorUrl: string } | undefined;
  readonly redisUrl: string | undefined;
  readonly queueMode: 'redis' | 'postgres' | 'none';
  readonly oidc:
    | {
        readonly issuer: string;
        readonly provider: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly mfaAcr: string | undefined;
        readonly mfaAmr: string | undefined;
      }
    | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Undefined with a real mail server and no neutral sender: then nothing is mailed to people. */
  readonly personMail: { readonly from: string; readonly bounceTo: string } | undefined;
  readonly areaPack: string;
  readonly logLevel: LogLevel;
}

export function supervisorEnvironment(raw: RawEnvironment): SupervisorEnvironment {
  const read = new EnvironmentReader(raw);
  const port = read.port('PORT', 3000);
  const redisUrl = read.optionalUrl('REDIS_URL', ['redis', 'rediss']);
  return read.finish({
    port,
    publicUrl:
      read.optional('PUBLIC_URL') === undefined ? `http://localhost:${port}` : read.origin('PUBLIC_URL'),
    dataFolder: resolve(read.text('WAYMARK_DATA', '.waymark')),
    database: databaseOf(read),
    redisUrl,
    queueMode: read.oneOf(
      'QUEUE_MODE',
      ['redis', 'postgres', 'none'] as const,
      redisUrl === undefined ? 'postgres' : 'redis',
    ),
    oidc: oidcOf(read),
    smtpUrl: read.optionalUrl('SMTP_URL', ['smtp', 'smtps']),
    mailFrom: read.text('MAIL_FROM', 'Waymark <no-reply@waymark.example>'),
    personMail: personMailOf(read),
    areaPack: read.text('AREA_PACK', defaultArea()),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  });
}

/** The mail catcher of this machine takes mail to sample people; a real server needs a sender that gives nothing away. */
function personMailOf(read: EnvironmentReader): SupervisorEnvironment['personMail'] {
  const from = read.optional('PERSON_MAIL_FROM');
  if (from !== undefined) return { from, bounceTo: read.text('PERSON_MAIL_BOUNCE_TO') };
  if (read.optional('SMTP_URL') !== undefined) return undefined;
  return { from: 'Messages <hello@messages.example>', bounceTo: 'return@messages.example' };
}

/** The key database stands beside the main one, under the same name and `_keys`, unless it is named. */
function databaseOf(read: EnvironmentReader): SupervisorEnvironment['database'] {
  const migratorUrl = read.optionalUrl('DATABASE_URL', ['postgresql', 'postgres']);
  if (migratorUrl === undefined || !URL.canParse(migratorUrl)) return undefined;
  const beside = new URL(migratorUrl);
  beside.pathname = `${beside.pathname}_keys`;
  return {
    migratorUrl,
    keysMigratorUrl: read.optionalUrl('KEYS_MIGRATOR_URL', ['postgresql', 'postgres']) ?? beside.href,
  };
}

function oidcOf(read: EnvironmentReader): SupervisorEnvironment['oidc'] {
  if (read.optional('OIDC_ISSUER') === undefined) return undefined;
  return {
    issuer: read.secureUrl('OIDC_ISSUER'),
    provider: read.text('OIDC_PROVIDER', 'default'),
    clientId: read.text('OIDC_CLIENT_ID'),
    clientSecret: read.text('OIDC_CLIENT_SECRET'),
    mfaAcr: read.optional('OIDC_MFA_ACR'),
    mfaAmr: read.optional('OIDC_MFA_AMR'),
  };
}
