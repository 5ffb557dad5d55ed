import { instant, isoOf, plus, type Instant, type RecordWall } from '#libs/domain';
import { dataSourceOptions, type Claims } from '#libs/persistence';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import { prepareStatements } from './prepared-statements';

type ActingRole = 'waymark_web' | 'waymark_worker' | 'waymark_wall' | `waymark_${RecordWall}_notes`;

const PLAYED = `waymark_web, waymark_worker, waymark_report, waymark_wall, waymark_contact_notes, waymark_advocacy_notes,
  waymark_supervision_notes, waymark_therapy_notes`;

/** DESIGN §2: bulk work commits in batches of a second or less, so that nobody who tails the journal waits long. */
const BATCH_MS = 500;

/**
 * Statistics come from tables that are still empty and statements are planned once for the whole telling, so indexes
 * are preferred outright; a crash makes the filling start again, so nothing waits for the disk.
 */
const SETTINGS = `set synchronous_commit = off; set jit = off; set enable_seqscan = off;
  set plan_cache_mode = force_generic_plan; set client_min_messages = error`;

/**
 * One connection that plays every process in turn, in a database nobody else uses yet. For each act it takes on the
 * database role and the claims of whoever acts, so row-level security judges as always; what it saves is connections,
 * commits and the planning of statements.
 */
export class SeedingSession {
  private constructor(
    private readonly migratorUrl: string,
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  private readonly besides = new Set<DataSource>();
  private batchBegan: number | null = null;
  private role: ActingRole | null = null;
  private wanted: Instant | null = null;
  private told = instant('1970-01-01T00:00:00Z');

  /** Logged in as the migrator, who may become the roles that it made. */
  static async open(migratorUrl: string): Promise<SeedingSession> {
    const source = await new DataSource(dataSourceOptions(migratorUrl, { poolSize: 1 })).initialize();
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    await client.query(`grant ${PLAYED} to current_user with set true, inherit false`);
    await client.query(SETTINGS);
    const session = new SeedingSession(migratorUrl, source, runner, client);
    prepareStatements(client, () => session.role ?? '');
    return session;
  }

  /** The clock shall stand at an instant, or just after, when the next act begins. It never goes back. */
  setClock(at: Instant): void {
    this.wanted = at;
  }

  /** Begins an act: role, claims and clock in one message. Returns the service's time, as `begin_work` does. */
  async begin(role: ActingRole, claims: Claims): Promise<Instant> {
    const { userId, agencyId, teamId } = claims;
    const told = [claims.role, userId, agencyId, teamId].map((claim) =>
      claim === null ? 'null' : this.client.escapeLiteral(claim),
    );
    const answers = await this.send(
      `${this.clockText()}set local role ${role}; select app.begin_work(${told.join(', ')}) as now`,
    );
    this.role = role;
    const now = instant((answers.at(-1)?.rows[0] as { now: Date }).now.toISOString());
    this.told = now;
    return now;
  }

  /** Looks at anything, as the worker may; sees what the open batch has written. */
  look<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return this.asWorker(sql, values);
  }

  /** Does what the worker does beside the use cases, such as asking itself to look at something. */
  async asWorker<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    if (this.batchBegan === null || this.role !== 'waymark_worker') {
      await this.send('set local role waymark_worker');
      this.role = 'waymark_worker';
    }
    const { rows } = await this.client.query<Row>(sql, [...values]);
    return rows;
  }

  /** Lets another process play beside this one for a while; it sees what is committed. */
  async beside<Result>(
    role: 'waymark_worker' | 'waymark_report',
    play: (source: DataSource) => Promise<Result>,
  ): Promise<Result> {
    const options = dataSourceOptions(this.migratorUrl, { poolSize: 2 });
    const settings = `-c role=${role} -c synchronous_commit=off -c jit=off -c enable_seqscan=off`;
    const extra = { ...(options.extra as object), options: settings };
    const source = await new DataSource({ ...options, extra } as DataSourceOptions).initialize();
    const playing = play(source).finally(() => source.destroy());
    this.besides.add(source);
    return playing.finally(() => this.besides.delete(source));
  }

  /** Between two acts: commits when the batch is old enough. */
  async pause(): Promise<void> {
    if (this.batchBegan !== null && performance.now() - this.batchBegan > BATCH_MS) await this.commit();
  }

  async commit(): Promise<void> {
    if (this.batchBegan === null) return;
    this.batchBegan = null;
    await this.runner.commitTransaction();
  }

  /** Takes back the right to act as others. What is not committed is lost, and whoever plays beside is cut off. */
  async close(): Promise<void> {
    for (const source of this.besides) await source.destroy();
    if (this.batchBegan !== null) await this.runner.rollbackTransaction();
    await this.client.query(`revoke ${PLAYED} from current_user`);
    await this.source.destroy();
  }

  private clockText(): string {
    const target = this.wanted;
    this.wanted = null;
    if (target === null && this.batchBegan !== null) return '';
    const at = Math.max(target ?? 0, plus(this.told, 1)) as Instant;
    return `set local role waymark_web;
      update app.instance set offset_seconds = ceil(extract(epoch from '${isoOf(at)}'::timestamptz - now())); `;
  }

  private async send(text: string): Promise<readonly QueryResult[]> {
    if (this.batchBegan === null) await this.runner.startTransaction();
    this.batchBegan ??= performance.now();
    const answers: unknown = await this.client.query(text);
    return (Array.isArray(answers) ? answers : [answers]) as readonly QueryResult[];
  }
}
