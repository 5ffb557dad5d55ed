import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadAreaPack } from '#libs/config';
import { signingKeys, startIdentityProvider } from '../../apps/local/src/identity';
import { freePort } from '../../apps/local/src/postgres';
import { openMailbox, type Mailbox } from '../timers/support/mailbox';
import { accessToken } from '../support/web-token';
import type { QueueMode } from './options';
import { RedisServer } from './redis-server';
import { Servers } from './servers';
import { Supervised } from './supervised';
import { TcpProxy } from './tcp-proxy';

const DIST = join(__dirname, '../..');
const WALLS = ['contact', 'advocacy', 'supervision', 'therapy'] as const;
export const WEBS = 2;
export const WORKERS = 3;

/** A process of the product with its own cables to the servers. */
export interface Node {
  readonly process: Supervised;
  readonly proxies: readonly TcpProxy[];
}

/** The whole product as it is run: real servers, several processes of each kind, real sign-in, a mail catcher. */
export interface ChaosSystem {
  readonly servers: Servers;
  readonly redis: RedisServer | null;
  readonly webs: readonly (Node & { readonly url: string })[];
  readonly workers: readonly Node[];
  readonly logFolder: string;
  token(persona: string): Promise<string>;
  /** Stops the processes and leaves the servers, so that the tables can be read in peace. */
  endProcesses(): Promise<void>;
  end(options: { keep: boolean }): Promise<void>;
}

export async function startSystem(queue: QueueMode): Promise<ChaosSystem> {
  const servers = await Servers.start();
  const redis = queue === 'redis' ? await RedisServer.start(join(servers.folder, 'redis')) : null;
  const logFolder = join(servers.folder, 'logs');
  mkdirSync(logFolder);
  const mailbox = await openMailbox();
  const signIn = await startSignIn(servers.folder);
  const webs = await Promise.all(
    Array.from({ length: WEBS }, (_, at) => webOf(at, { servers, signIn, logFolder })),
  );
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, (_, at) =>
      workerOf(at, { servers, redis, queue, mailbox, publicUrl: signIn.publicUrl, logFolder }),
    ),
  );
  const nodes = [...webs, ...workers];
  for (const { process } of nodes) process.start();
  const endProcesses = async () => {
    await Promise.all(nodes.map(({ process }) => process.end()));
  };
  return {
    servers,
    redis,
    webs,
    workers,
    logFolder,
    token: (persona) => accessToken({ ...signIn, persona }),
    endProcesses,
    end: async ({ keep }) => {
      await endProcesses();
      for (const { proxies } of nodes) proxies.forEach((proxy) => proxy.close());
      await Promise.all([signIn.stop(), mailbox.close(), redis?.end()]);
      await servers.end({ keep });
    },
  };
}

interface SignIn {
  readonly issuer: string;
  readonly publicUrl: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

async function startSignIn(folder: string): Promise<SignIn> {
  const [port, webPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${webPort}`;
  const clientSecret = randomBytes(16).toString('hex');
  const { personas } = loadAreaPack('essex');
  const keys = signingKeys(join(folder, 'sign-in.json'));
  const provider = await startIdentityProvider({ port, publicUrl, clientSecret, personas, keys });
  return { issuer: `http://127.0.0.1:${port}`, publicUrl, clientSecret, stop: () => provider.stop() };
}

/** The first web process has the public address; each has a database cable of its own. */
async function webOf(
  at: number,
  { servers, signIn, logFolder }: { servers: Servers; signIn: SignIn; logFolder: string },
): Promise<ChaosSystem['webs'][number]> {
  const proxy = await TcpProxy.to(servers.port);
  const port = at === 0 ? Number(new URL(signIn.publicUrl).port) : await freePort();
  const url = (role: string) => servers.url(role, proxy.port);
  const notes = WALLS.map((wall) => [`${wall.toUpperCase()}_NOTES_DATABASE_URL`, url(`${wall}_notes`)]);
  const environment = {
    ...(Object.fromEntries(notes) as Record<string, string>),
    WEB_DATABASE_URL: url('web'),
    WALL_DATABASE_URL: url('wall'),
    REPORT_DATABASE_URL: url('report'),
    KEYS_DATABASE_URL: url('keys'),
    KEY_FILE: servers.keyFile,
    SESSION_SECRET: 'the sample session secret of a chaos run, the same in every web process',
    PORT: String(port),
    PUBLIC_URL: signIn.publicUrl,
    OIDC_ISSUER: signIn.issuer,
    OIDC_PROVIDER: 'local',
    OIDC_CLIENT_ID: 'waymark-web',
    OIDC_CLIENT_SECRET: signIn.clientSecret,
    LOG_LEVEL: 'warn',
  };
  const name = `web-${at + 1}`;
  const main = join(DIST, 'apps/web/src/main.js');
  const process = new Supervised({ name, main, environment, logFile: join(logFolder, `${name}.log`) });
  return { process, proxies: [proxy], url: `http://127.0.0.1:${port}` };
}

async function workerOf(
  at: number,
  parts: {
    servers: Servers;
    redis: RedisServer | null;
    queue: QueueMode;
    mailbox: Mailbox;
    publicUrl: string;
    logFolder: string;
  },
): Promise<Node> {
  const { servers, redis, queue, mailbox, publicUrl, logFolder } = parts;
  const database = await TcpProxy.to(servers.port);
  const cache = redis === null ? null : await TcpProxy.to(redis.port);
  const url = (role: string) => servers.url(role, database.port);
  const name = `worker-${at + 1}`;
  const process = new Supervised({
    name,
    main: join(DIST, 'apps/worker/src/main.js'),
    preload: join(__dirname, 'skewed-clock.js'),
    logFile: join(logFolder, `${name}.log`),
    environment: {
      WORKER_DATABASE_URL: url('worker'),
      WALL_DATABASE_URL: url('wall'),
      KEYS_DATABASE_URL: url('keys'),
      KEY_FILE: servers.keyFile,
      SEAL_KEY_FILE: servers.sealKeyFile,
      QUEUE_MODE: queue,
      ...(queue === 'postgres' && { QUEUE_DATABASE_URL: url('queue') }),
      ...(cache !== null && { REDIS_URL: `redis://127.0.0.1:${cache.port}` }),
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Waymark <alerts@waymark.example>',
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'info',
    },
  });
  return { process, proxies: cache === null ? [database] : [database, cache] };
}
