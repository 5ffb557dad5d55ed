import fc from 'fast-check';
import { request } from 'node:http';
import { DataSource } from 'typeorm';
import { dataSourceOptions, deskFactsOf, PolicyCache, PostgresUnitOfWork } from '#libs/persistence';
import type { StaffActor } from '#libs/domain';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

/**
 * Who asks is a claim of one transaction, on a connection that the next request gets. However a transaction ends, the one
 * that follows must find nothing of it.
 */
const web = useWeb();
const acts = new PromiseActs(() => web().instance);
const PERSONAS = ['responder', 'officer', 'officer-south', 'manager', 'auditor', 'sarc'];
const CLAIMS = `select current_setting('waymark.user', true) as who, current_setting('waymark.role', true) as role,
  pg_backend_pid() as pid, (select count(*)::integer from app.case_file) as cases`;

const ENDINGS = [
  'comes to its end',
  'throws',
  'breaks a rule of the database',
  'is cancelled',
  'loses its connection',
  'breaks a rule and goes on as if nothing had happened',
] as const;

interface Seen {
  readonly who: string | null;
  readonly role: string | null;
  readonly pid: number;
  readonly cases: number;
}

interface Request {
  readonly persona: string;
  readonly ending: (typeof ENDINGS)[number];
}

let source: DataSource;
let work: PostgresUnitOfWork;
let casesOf: Readonly<Record<string, number>>;

beforeAll(async () => {
  const { database, pack, setNow } = web().instance;
  await setNow('2026-03-02T10:05:00Z');
  await acts.refer('2026-03-02T10:00:00Z');
  await acts.refer('2026-03-02T10:00:00Z', {}, 'officer-south');
  source = await new DataSource(dataSourceOptions(database.url('web'), { poolSize: 2 })).initialize();
  work = new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk: deskFactsOf(pack) });
  const counted = await Promise.all(
    PERSONAS.map(async (persona) => [persona, (await seenBy(persona)).cases] as const),
  );
  casesOf = Object.fromEntries(counted);
});
afterAll(() => source.destroy());

const actorOf = (persona: string): StaffActor => web().instance.persona(persona);

function seenBy(persona: string): Promise<Seen> {
  return work.read(actorOf(persona), async (manager) => {
    const [row] = await manager.query<Seen[]>(CLAIMS);
    return row!;
  });
}

async function answer({ persona, ending }: Request): Promise<void> {
  const { admin } = web().instance;
  const actor = actorOf(persona);
  const whole = work.read(actor, async (manager) => {
    const [first] = await manager.query<Seen[]>(CLAIMS);
    expect(first).toMatchObject({ who: actor.userId, role: actor.role, cases: casesOf[persona] });
    switch (ending) {
      case 'comes to its end':
        break;
      case 'throws':
        throw new Error('what was asked for went wrong');
      case 'breaks a rule of the database':
        await manager.query('select 1 / 0');
        break;
      case 'is cancelled': {
        const waiting = manager.query('select pg_sleep(30)');
        waiting.catch(() => undefined);
        await admin('select pg_cancel_backend($1)', [first!.pid]);
        // The order may come before the statement does.
        await new Promise((resolve) => setTimeout(resolve, 20));
        await admin('select pg_cancel_backend($1)', [first!.pid]);
        await waiting;
        break;
      }
      case 'loses its connection': {
        await admin('select pg_terminate_backend($1)', [first!.pid]);
        await manager.query('select 1');
        break;
      }
      case 'breaks a rule and goes on as if nothing had happened':
        await manager.query('select 1 / 0').catch(() => undefined);
        break;
    }
    return first!;
  });
  await whole.catch(() => undefined);
}

describe('P7 the claims of one request', () => {
  it('are never there for the next on the same connection, however it ended', async () => {
    expect(casesOf['responder']).toBe(2);
    expect(casesOf['auditor']).not.toBe(casesOf['sarc']);
    const requests = fc.array(
      fc.record({ persona: fc.constantFrom(...PERSONAS), ending: fc.constantFrom(...ENDINGS) }),
      { minLength: 2, maxLength: 10 },
    );
    const backends = new Set<number>();
    await fc.assert(
      fc.asyncProperty(requests, async (some) => {
        await Promise.all(some.map(answer));
        // As many as the pool has at once, so that each connection is looked at.
        const left = await Promise.all([source.query<Seen[]>(CLAIMS), source.query<Seen[]>(CLAIMS)]);
        for (const [row] of left) {
          backends.add(row!.pid);
          expect({ who: row!.who || null, role: row!.role || null, cases: row!.cases }).toEqual({
            who: null,
            role: null,
            cases: 0,
          });
        }
      }),
      { numRuns: 60 },
    );
    // Connections were used again, and lost ones were replaced.
    expect(backends.size).toBeGreaterThan(2);
    expect(backends.size).toBeLessThan(120);
  }, 120_000);

  it('end with it when the browser goes away in the middle', async () => {
    await web().listen();
    const tokens = new Map(
      await Promise.all(
        ['responder', 'officer', 'officer-south', 'auditor'].map(
          async (persona) => [persona, await web().bearer(persona)] as const,
        ),
      ),
    );
    const ask = (persona: string, path: string, leaveAfter: number | null) =>
      new Promise<string>((resolve) => {
        const headers = { authorization: `Bearer ${tokens.get(persona)}` };
        const sent = request(`${web().publicUrl}${path}`, { headers, agent: false }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => resolve(`${response.statusCode} ${Buffer.concat(parts).toString()}`));
          response.on('error', () => resolve('left'));
        });
        sent.on('error', () => resolve('left'));
        sent.end();
        if (leaveAfter !== null) setTimeout(() => sent.destroy(), leaveAfter);
      });
    const asked = [...tokens.keys()].flatMap((persona) =>
      ['/api/v1/cases', '/api/v1/referrals'].map((path) => ({ persona, path })),
    );
    const bare = (text: string) => text.replaceAll(/urn:uuid:[0-9a-f-]+|"asAt":"[^"]+"/g, '…');
    const alone = new Map<string, string>();
    for (const { persona, path } of asked)
      alone.set(`${persona} ${path}`, bare(await ask(persona, path, null)));
    expect(new Set([...alone.values()]).size).toBeGreaterThan(3);
    const many = Array.from({ length: 240 }, (_, index) => ({
      ...asked[(index * 7) % asked.length]!,
      leaveAfter: index % 3 === 0 ? null : index % 23,
    }));
    let [whole, left] = [0, 0];
    await Promise.all(
      many.map(async ({ persona, path, leaveAfter }) => {
        const got = await ask(persona, path, leaveAfter);
        if (got === 'left') {
          left += 1;
          return;
        }
        whole += 1;
        expect({ persona, path, got: bare(got) }).toEqual({
          persona,
          path,
          got: alone.get(`${persona} ${path}`),
        });
      }),
    );
    expect(whole).toBeGreaterThanOrEqual(80);
    expect(left).toBeGreaterThan(20);
    const [still] = await web().instance.admin<{ n: number }>(
      `select count(*)::integer as n from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%' and pid <> pg_backend_pid()`,
    );
    expect(still?.n).toBe(0);
  }, 120_000);
});
