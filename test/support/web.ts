import { Signer } from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebEnvironment } from '#libs/config';
import pino from 'pino';
import { signingKeys, startIdentityProvider } from '../../apps/local/src/identity';
import { freePort } from '../../apps/local/src/postgres';
import type { WebParts } from '../../apps/web/src/app.module';
import { createWebApp } from '../../apps/web/src/app-setup';
import { composeWeb } from '../../apps/web/src/composition';
import { ABSOLUTE_LIMIT } from '../../apps/web/src/sign-in/session-limits';
import { startInstance, type TestInstance } from './instance';
import { WebBrowser } from './web-browser';
import { accessToken } from './web-token';

const CLIENT_SECRET = 'a sample client secret';

/** The real web application over an instance of its own; no port is opened until `listen` or `bearer`. */
export interface TestWeb {
  readonly instance: TestInstance;
  readonly app: NestFastifyApplication;
  readonly publicUrl: string;
  /** Every line the application has logged. */
  readonly logs: readonly string[];
  /** A browser in which this persona has signed in: `const officer = await web().signedIn('officer')`. */
  signedIn(persona: string, factorFrom?: number): Promise<WebBrowser>;
  /** A browser whose session of this persona ran out. */
  expired(persona: string): Promise<WebBrowser>;
  /** A browser in which nobody has signed in. */
  visitor(): WebBrowser;
  /** An access token for the API, from a real OpenID provider: `{ authorization: `Bearer ${token}` }`. */
  bearer(persona: string): Promise<string>;
  /** Serves `publicUrl`, for a real browser: hand it `jar()` of a signed-in one. */
  listen(): Promise<void>;
  stop(): Promise<void>;
}

/** `settings` are those of the environment that a test is about. */
export async function startWeb(settings: Partial<WebEnvironment> = {}): Promise<TestWeb> {
  const instance = await startInstance(settings.areaPack);
  const [webPort, issuerPort] = [await freePort(), await freePort()];
  const environment = { ...environmentOf(instance, { webPort, issuerPort }), ...settings };
  const { publicUrl } = environment;
  const { parts, close } = await composeWeb(environment, { report: () => undefined, askForReset: undefined });
  const logs: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) });
  const app = await createWebApp({ ...parts, logger });
  let issuer: Promise<{ stop(): Promise<void> }> | undefined;
  const withIssuer = () => (issuer ??= startIssuer(instance, { issuerPort, publicUrl }));
  return {
    instance,
    app,
    publicUrl,
    logs,
    visitor: () => new WebBrowser(app),
    signedIn: async (persona, factorFrom) =>
      new WebBrowser(app, await sessionCookie(parts, instance.persona(persona), { factorFrom })),
    expired: async (persona) => {
      const since = Date.now() - ABSOLUTE_LIMIT;
      return new WebBrowser(app, await sessionCookie(parts, instance.persona(persona), { since }));
    },
    bearer: async (persona) => {
      await withIssuer();
      return accessToken({ issuer: environment.oidc.issuer, publicUrl, persona });
    },
    listen: async () => {
      await withIssuer();
      await app.listen(webPort, '127.0.0.1');
    },
    stop: async () => {
      await app.close();
      await close();
      await (await issuer)?.stop();
      await instance.stop();
    },
  };
}

/** For a whole test file: `const web = useWeb();` and `web().signedIn('officer')` inside the tests. */
export function useWeb(): () => TestWeb {
  let web: TestWeb | undefined;
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(async () => {
    await web?.stop();
  });
  return () => {
    if (web === undefined) throw new Error('The application exists only inside tests and hooks.');
    return web;
  };
}

function environmentOf(
  instance: TestInstance,
  ports: { webPort: number; issuerPort: number },
): WebEnvironment {
  const { database, keyFile, pack } = instance;
  return {
    webDatabaseUrl: database.url('web'),
    wallDatabaseUrl: database.url('wall'),
    noteDatabaseUrls: {
      contact: database.url('contact_notes'),
      advocacy: database.url('advocacy_notes'),
      supervision: database.url('supervision_notes'),
      therapy: database.url('therapy_notes'),
    },
    reportDatabaseUrl: database.url('report'),
    keysDatabaseUrl: database.url('keys'),
    masterKeys: { wrapsWith: 'file', keyFile, otherKeyFiles: [], transit: undefined, awsKms: undefined },
    erasureLedger: undefined,
    host: '127.0.0.1',
    port: ports.webPort,
    publicUrl: `http://127.0.0.1:${ports.webPort}`,
    sessionSecret: randomBytes(32).toString('hex'),
    oidc: {
      issuer: `http://127.0.0.1:${ports.issuerPort}`,
      provider: 'local',
      clientId: 'waymark-web',
      clientSecret: CLIENT_SECRET,
      mfaAcr: [],
      mfaAmr: ['mfa'],
    },
    inboxUrl: undefined,
    smsCallbackToken: undefined,
    logLevel: 'info',
    areaPack: pack.id,
  };
}

/** Where a sign-in through the provider ends: a session in the application's own store, named by a signed cookie. */
async function sessionCookie(
  { settings, ports }: WebParts,
  { userId }: { userId: string },
  { since = Date.now(), factorFrom = since }: { since?: number; factorFrom?: number | undefined },
): Promise<Record<string, string>> {
  const sid = randomBytes(24).toString('base64url');
  const signedIn = { userId, signedInAt: since, authenticatedAt: factorFrom, seenAt: since };
  const session = { cookie: { path: '/', httpOnly: true, originalMaxAge: null }, signedIn };
  await new Promise<void>((resolve, reject) => {
    ports.sessions.set(sid, session as never, (error?: unknown) =>
      error ? reject(error as Error) : resolve(),
    );
  });
  return { waymark: encodeURIComponent(new Signer(settings.sessionSecret).sign(sid)) };
}

function startIssuer(
  { pack }: TestInstance,
  { issuerPort, publicUrl }: { issuerPort: number; publicUrl: string },
) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-issuer-'));
  const keys = signingKeys(join(folder, 'keys.json'));
  rmSync(folder, { recursive: true });
  const { personas } = pack;
  return startIdentityProvider({ port: issuerPort, publicUrl, clientSecret: CLIENT_SECRET, personas, keys });
}
