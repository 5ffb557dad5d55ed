import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../apps/local/src/postgres';
import { NO_REDIS, redisProgram } from '../support/redis-server';

/** `noeviction` is Redis's own default; an append-only file as a careful operator would have it. */
const OPTIONS = ['--bind', '127.0.0.1', '--save', '', '--appendfsync', 'everysec', '--hz', '100'];
const DUMP = 'dump.rdb';
const APPEND_FOLDER = 'appendonlydir';

/** A real Redis in a folder of its own that can be hurt in every way the run knows. */
export class RedisServer {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(folder: string): Promise<RedisServer> {
    const program = redisProgram();
    if (program === undefined) throw new Error(`The queue mode redis needs a Redis, and ${NO_REDIS}.`);
    mkdirSync(folder, { recursive: true });
    const server = new RedisServer(program, folder, await freePort());
    await server.launch('yes');
    return server;
  }

  /** A connection for one errand; it answers at once or fails. */
  async ask<Answer>(errand: (client: Redis) => Promise<Answer>): Promise<Answer> {
    const client = new Redis({
      port: this.port,
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
      commandTimeout: 10_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await errand(client);
    } finally {
      client.disconnect();
    }
  }

  /** What a restart from an old dump will find. */
  async keepDump(): Promise<void> {
    await this.ask((client) => client.save());
    copyFileSync(join(this.folder, DUMP), join(this.folder, 'old.rdb'));
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  startAgain(): Promise<void> {
    return this.launch('yes');
  }

  /** With an append-only file Redis would not look at a dump: it is turned on again once the dump is read. */
  async startFromOldDump(): Promise<void> {
    rmSync(join(this.folder, APPEND_FOLDER), { recursive: true, force: true });
    const old = join(this.folder, 'old.rdb');
    if (existsSync(old)) copyFileSync(old, join(this.folder, DUMP));
    await this.launch('no');
    await this.ask((client) => client.config('SET', 'appendonly', 'yes'));
  }

  async end(): Promise<void> {
    this.signal('SIGCONT');
    await this.kill();
  }

  private async launch(appendOnly: 'yes' | 'no'): Promise<void> {
    if (this.child !== null) return;
    const place = ['--port', String(this.port), '--dir', this.folder, '--appendonly', appendOnly];
    const child = spawn(this.program, [...place, ...OPTIONS], { stdio: 'ignore' });
    this.child = child;
    child.once('exit', () => (this.child = null));
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const answer = await this.ask((client) => client.ping()).catch(() => null);
      if (answer === 'PONG') return;
      await pause(50);
    }
    throw new Error('Redis did not answer within twenty seconds.');
  }
}
