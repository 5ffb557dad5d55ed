import { defaultArea } from './area-pack';
import { EnvironmentError } from './environment-reader';
import { migrateEnvironment, webEnvironment, workerEnvironment } from './environment';

const web = {
  WEB_DATABASE_URL: 'postgresql://waymark_web:secret-one@127.0.0.1:5432/waymark',
  WALL_DATABASE_URL: 'postgresql://waymark_wall:secret-six@127.0.0.1:5432/waymark',
  CONTACT_NOTES_DATABASE_URL: 'postgresql://waymark_contact_notes:secret-seven@127.0.0.1:5432/waymark',
  ADVOCACY_NOTES_DATABASE_URL: 'postgresql://waymark_advocacy_notes:secret-eight@127.0.0.1:5432/waymark',
  SUPERVISION_NOTES_DATABASE_URL: 'postgresql://waymark_supervision_notes:secret-nine@127.0.0.1:5432/waymark',
  THERAPY_NOTES_DATABASE_URL: 'postgresql://waymark_therapy_notes:secret-ten@127.0.0.1:5432/waymark',
  REPORT_DATABASE_URL: 'postgresql://waymark_report:secret-two@127.0.0.1:5432/waymark',
  KEYS_DATABASE_URL: 'postgresql://waymark_keys:secret-three@127.0.0.1:5432/waymark_keys',
  KEY_FILE: '/data/master.key',
  SESSION_SECRET: 'a-sample-session-secret-of-40-characters',
  PUBLIC_URL: 'http://localhost:3000/',
  OIDC_ISSUER: 'http://127.0.0.1:4000',
  OIDC_CLIENT_ID: 'waymark-web',
  OIDC_CLIENT_SECRET: 'sample-client-secret',
};

const worker = {
  WORKER_DATABASE_URL: 'postgresql://waymark_worker:secret-four@127.0.0.1:5432/waymark',
  WALL_DATABASE_URL: web.WALL_DATABASE_URL,
  KEYS_DATABASE_URL: web.KEYS_DATABASE_URL,
  QUEUE_DATABASE_URL: 'postgresql://waymark_queue:secret-five@127.0.0.1:5432/waymark',
  KEY_FILE: '/data/master.key',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'Waymark <no-reply@waymark.example>',
  PUBLIC_URL: 'https://waymark.example',
};

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment of a process', () => {
  it('gives the web process typed values and its defaults', () => {
    expect(webEnvironment(web)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      oidc: { provider: 'default', mfaAmr: ['mfa'], mfaAcr: [] },
      inboxUrl: undefined,
      logLevel: 'info',
      areaPack: defaultArea(),
    });
  });

  it('reports everything that is missing at once, one sentence for each variable', () => {
    const problems = problemsOf(() => webEnvironment({}));
    expect(problems).toEqual(Object.keys(web).map((name) => `${name} is not set.`));
  });

  it('lets a worker seal where it has a key, and others do without', () => {
    expect(workerEnvironment(worker).seal).toBeNull();
    expect(workerEnvironment({ ...worker, SEAL_KEY_FILE: '/data/seal.key' }).seal).toEqual({
      keyFile: '/data/seal.key',
      keyFileBefore: undefined,
      headsFile: undefined,
    });
  });

  it('wants the ARN of a key of AWS KMS, not an alias that could be pointed elsewhere', () => {
    const alias = 'arn:aws:kms:eu-west-2:111122223333:alias/waymark';
    expect(problemsOf(() => webEnvironment({ ...web, AWS_KMS_KEY: alias }))).toEqual([
      'AWS_KMS_KEY is not the ARN of a key.',
    ]);
    const key = 'arn:aws:kms:eu-west-2:111122223333:key/0000';
    const { masterKeys } = webEnvironment({ ...web, KEY_PROVIDER: 'aws-kms', AWS_KMS_KEY: key });
    expect(masterKeys.awsKms).toEqual({ keyArns: [key], endpoint: undefined });
    expect(problemsOf(() => webEnvironment({ ...web, KEY_PROVIDER: 'aws-kms' }))).toEqual([
      'AWS_KMS_KEY is not set.',
    ]);
  });

  it('treats a variable set to nothing as not set', () => {
    expect(problemsOf(() => webEnvironment({ ...web, KEY_FILE: ' ' }))).toEqual(['KEY_FILE is not set.']);
  });

  it.each([
    ['PORT', '0', 'PORT is not a port number from 1 to 65535.'],
    ['PORT', '70000', 'PORT is not a port number from 1 to 65535.'],
    ['PORT', '3e3', 'PORT is not a port number from 1 to 65535.'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET is shorter than 32 characters.'],
    ['PUBLIC_URL', 'http://waymark.example', 'PUBLIC_URL must use https unless it points at this machine.'],
    ['PUBLIC_URL', 'https://waymark.example/app', 'PUBLIC_URL must be an address without a path.'],
    ['OIDC_ISSUER', 'http://id.example', 'OIDC_ISSUER must use https unless it points at this machine.'],
    ['OIDC_ISSUER', 'id.example', 'OIDC_ISSUER is not a URL that starts with https:// or http://.'],
    [
      'WEB_DATABASE_URL',
      'mysql://x',
      'WEB_DATABASE_URL is not a URL that starts with postgresql:// or postgres://.',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is not one of fatal, error, warn, info, debug, trace, silent.'],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(problemsOf(() => webEnvironment({ ...web, [name]: value }))).toEqual([problem]);
  });

  it('never repeats a value, which may be a password', () => {
    const problems = problemsOf(() => webEnvironment({ ...web, WEB_DATABASE_URL: 'hunter2-not-a-url' }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain('hunter2');
  });
});

describe('the queue of the worker', () => {
  it('is on PostgreSQL when no Redis is named', () => {
    expect(workerEnvironment(worker).queue).toEqual({
      mode: 'postgres',
      databaseUrl: worker.QUEUE_DATABASE_URL,
    });
  });

  it('is on Redis when one is named', () => {
    const redisUrl = 'redis://127.0.0.1:6379';
    expect(workerEnvironment({ ...worker, REDIS_URL: redisUrl }).queue).toEqual({ mode: 'redis', redisUrl });
  });

  it('can be turned off, Redis or not', () => {
    const raw = { ...worker, REDIS_URL: 'redis://127.0.0.1:6379', QUEUE_MODE: 'none' };
    expect(workerEnvironment(raw).queue).toEqual({ mode: 'none' });
  });

  it('asks for the address that its mode needs', () => {
    const without = { ...worker, QUEUE_DATABASE_URL: undefined };
    expect(problemsOf(() => workerEnvironment(without))).toEqual(['QUEUE_DATABASE_URL is not set.']);
    expect(problemsOf(() => workerEnvironment({ ...without, QUEUE_MODE: 'redis' }))).toEqual([
      'REDIS_URL is not set.',
    ]);
    expect(problemsOf(() => workerEnvironment({ ...worker, QUEUE_MODE: 'kafka' }))).toEqual([
      'QUEUE_MODE is not one of redis, postgres, none.',
    ]);
  });
});

describe('messages to people', () => {
  it('are off unless somebody set them up', () => {
    expect(workerEnvironment(worker)).toMatchObject({ personMail: null, sms: null });
    expect(webEnvironment(web).smsCallbackToken).toBeUndefined();
    expect(workerEnvironment({ ...worker, SMS_NOTIFY_URL: 'https://notify.example' }).sms).toBeNull();
  });

  it('need a place to come back to, and may listen for it', () => {
    const from = { ...worker, PERSON_MAIL_FROM: 'hello@messages.example' };
    expect(problemsOf(() => workerEnvironment(from))).toEqual(['PERSON_MAIL_BOUNCE_TO is not set.']);
    const whole = { ...from, PERSON_MAIL_BOUNCE_TO: 'return@messages.example', BOUNCE_PORT: '2526' };
    expect(workerEnvironment(whole).personMail).toEqual({
      from: 'hello@messages.example',
      bounceTo: 'return@messages.example',
      bounceListener: { host: '127.0.0.1', port: 2526 },
    });
  });

  it('as texts need a key, a template and a way that is encrypted', () => {
    const key = { ...worker, SMS_NOTIFY_KEY: 'short', SMS_NOTIFY_URL: 'http://notify.example' };
    expect(problemsOf(() => workerEnvironment(key))).toEqual([
      'SMS_NOTIFY_URL must use https unless it points at this machine.',
      'SMS_NOTIFY_KEY is shorter than 72 characters.',
      'SMS_NOTIFY_TEMPLATE is not set.',
    ]);
    const token = { ...web, SMS_CALLBACK_TOKEN: 'short' };
    expect(problemsOf(() => webEnvironment(token))).toEqual([
      'SMS_CALLBACK_TOKEN is shorter than 32 characters.',
    ]);
  });
});

describe('the environment of a migration', () => {
  const names = ['web', 'worker', 'report', 'wall', 'keys', 'queue'];
  const walls = ['contact', 'advocacy', 'supervision', 'therapy'];
  const roles = [...names, ...walls.map((wall) => `${wall}_notes`)].map((role) => `waymark_${role}`);
  const passwords = Object.fromEntries(roles.map((role) => [role, `sample-${role}`]));
  const raw = {
    DATABASE_URL: 'postgresql://waymark:sample@127.0.0.1:5432/waymark',
    KEYS_MIGRATOR_URL: 'postgresql://waymark:sample@127.0.0.1:5432/waymark_keys',
  };

  it('has a password for every role', () => {
    const read = migrateEnvironment({ ...raw, ROLE_PASSWORDS: JSON.stringify(passwords) });
    expect(read.rolePasswords).toEqual(passwords);
  });

  it.each([
    ['not JSON', 'web=1'],
    ['a list', '[]'],
    ['null', 'null'],
    ['one role short', JSON.stringify({ ...passwords, waymark_wall: undefined })],
    ['a number for a password', JSON.stringify({ ...passwords, waymark_wall: 1 })],
    ['an empty password', JSON.stringify({ ...passwords, waymark_wall: '' })],
  ])('refuses role passwords that are %s', (_case, value) => {
    const problems = problemsOf(() => migrateEnvironment({ ...raw, ROLE_PASSWORDS: value }));
    expect(problems).toEqual([
      `ROLE_PASSWORDS is not a JSON object with a password for each of ${roles.join(', ')}.`,
    ]);
  });
});
