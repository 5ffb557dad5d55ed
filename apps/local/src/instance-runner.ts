import { join } from 'node:path';
import type { AreaPack, SupervisorEnvironment } from '#libs/config';
import { requireDatabases } from './databases';
import { emptyDataFolder, takeDataFolder } from './data-folder';
import { EmbeddedDatabase } from './embedded-database';
import { signingKeys, startIdentityProvider, WEB_CLIENT_ID } from './identity';
import { writeInstanceFile, type Instance, type Variables } from './instance';
import { startMailCatcher } from './mail';
import { requirePort, sidePorts, type SidePorts } from './ports';
import { prepareData, resetData } from './prepare-data';
import { StartProblem } from './problem';
import { Programs } from './programs';
import { say, step } from './progress';
import { requireIssuer, requireRedis } from './reachable';
import { localSecrets, masterKeyFile, sealKeyFile, type Secrets } from './secrets';
import { welcome } from './welcome';

type Undo = () => Promise<void> | void;

export interface StartOptions {
  readonly fresh: boolean;
  readonly referrals: string | undefined;
}

/** Starts the parts in the order in which they need one another, and stops them in reverse. */
export class InstanceRunner {
  private readonly undo: Undo[] = [];
  private readonly abort = new AbortController();
  private started: Promise<void> | undefined;
  private programs: Programs | undefined;
  private database: EmbeddedDatabase | undefined;
  private resetting: Promise<void> | undefined;

  private readonly settings: SupervisorEnvironment;
  private readonly pack: AreaPack;

  constructor(
    { settings, pack }: { settings: SupervisorEnvironment; pack: AreaPack },
    private readonly options: StartOptions,
  ) {
    this.settings = settings;
    this.pack = pack;
  }

  start(): Promise<void> {
    this.started ??= this.startParts();
    return this.started;
  }

  get stopping(): boolean {
    return this.abort.signal.aborted;
  }

  /** A start or reset in progress gives up at its next step; then everything that runs is stopped. */
  async stop(): Promise<void> {
    this.abort.abort();
    await Promise.allSettled([this.started, this.resetting]);
    for (const undo of this.undo.splice(0).reverse()) await undo();
  }

  /** No farewells: the children die, and the database recovers at the next start. */
  kill(): void {
    this.programs?.kill();
    this.database?.kill();
  }

  private async startParts(): Promise<void> {
    const { settings } = this;
    const { signal } = this.abort;
    await requirePort(settings.port);
    await this.takeFolder();
    const instance = await this.assemble();
    writeInstanceFile(instance);
    signal.throwIfAborted();
    await prepareData(instance, { signal, referrals: this.options.referrals });
    const programs = new Programs(instance, (message) => this.hear(instance, message));
    this.programs = programs;
    this.undo.push(() => programs.stop());
    await step('Web and worker', () => programs.start(signal));
    welcome(instance, { area: this.pack, personas: settings.oidc === undefined ? this.pack.personas : [] });
  }

  private async takeFolder(): Promise<void> {
    const { dataFolder, database } = this.settings;
    if (this.options.fresh && database !== undefined) {
      throw new StartProblem(
        '--fresh never drops the database at DATABASE_URL; drop it yourself, or leave one out.',
      );
    }
    if (this.options.fresh) await step('Old data dropped', () => emptyDataFolder(dataFolder));
    this.undo.push(takeDataFolder(dataFolder, this.pack.id));
  }

  private async assemble(): Promise<Instance> {
    const { settings } = this;
    const secrets = localSecrets(settings.dataFolder);
    const keyFile = masterKeyFile(settings.dataFolder);
    if (settings.redisUrl !== undefined) await requireRedis(settings.redisUrl);
    const databases = await this.databases();
    this.abort.signal.throwIfAborted();
    const ports = await sidePorts(settings.dataFolder);
    const oidc = await this.identity(ports, secrets);
    const mail = await this.mail(ports);
    const seal = sealKeyFile(settings.dataFolder);
    return { settings, secrets, keyFile, sealKeyFile: seal, ...databases, oidc, ...mail };
  }

  private async databases(): Promise<Pick<Instance, 'migratorUrl' | 'keysMigratorUrl'>> {
    const given = this.settings.database;
    if (given !== undefined) {
      await requireDatabases(given);
      return given;
    }
    const embedded = new EmbeddedDatabase(this.settings.dataFolder);
    this.database = embedded;
    this.undo.push(() => embedded.stop());
    const server = await step('PostgreSQL', () => embedded.start());
    return { migratorUrl: server.url('waymark'), keysMigratorUrl: server.url('waymark_keys') };
  }

  private async identity({ identity: port }: SidePorts, secrets: Secrets): Promise<Variables> {
    const { oidc, publicUrl, dataFolder } = this.settings;
    if (oidc !== undefined) {
      await requireIssuer(oidc.issuer);
      return {
        OIDC_ISSUER: oidc.issuer,
        OIDC_PROVIDER: oidc.provider,
        OIDC_CLIENT_ID: oidc.clientId,
        OIDC_CLIENT_SECRET: oidc.clientSecret,
        ...(oidc.mfaAcr && { OIDC_MFA_ACR: oidc.mfaAcr }),
        ...(oidc.mfaAmr && { OIDC_MFA_AMR: oidc.mfaAmr }),
      };
    }
    const clientSecret = secrets.oidcClientSecret;
    const keys = signingKeys(join(dataFolder, 'signing-keys.json'));
    const { personas } = this.pack;
    const server = await step('Sign-in', () =>
      startIdentityProvider({ port, publicUrl, clientSecret, personas, keys }),
    );
    this.undo.push(() => server.stop());
    return {
      OIDC_ISSUER: server.url,
      OIDC_PROVIDER: 'local',
      OIDC_CLIENT_ID: WEB_CLIENT_ID,
      OIDC_CLIENT_SECRET: clientSecret,
    };
  }

  private async mail({ smtp, inbox }: SidePorts): Promise<Pick<Instance, 'smtpUrl' | 'inboxUrl'>> {
    if (this.settings.smtpUrl !== undefined) return { smtpUrl: this.settings.smtpUrl, inboxUrl: undefined };
    const catcher = await step('Mail catcher', () => startMailCatcher({ smtpPort: smtp, inboxPort: inbox }));
    this.undo.push(() => catcher.stop());
    return catcher;
  }

  /** The web process asks for the reset after its own checks; the supervisor is the only one who can do it. */
  private hear(instance: Instance, message: unknown): void {
    const asked =
      typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
    if (asked !== 'reset-demo' || this.resetting !== undefined || this.stopping) return;
    this.resetting = this.reset(instance)
      .catch((error: unknown) => say(error instanceof Error ? error.message : 'The demo could not be reset.'))
      .finally(() => (this.resetting = undefined));
  }

  private async reset(instance: Instance): Promise<void> {
    await step('Web and worker stopped for the demo reset', async () => this.programs?.stop());
    try {
      const done = await resetData(instance, this.abort.signal);
      say(
        done ? '  The demo is back at its beginning.' : '  This database has no seeded copy to go back to.',
      );
    } finally {
      if (!this.stopping) await step('Web and worker', async () => this.programs?.start(this.abort.signal));
    }
  }
}
