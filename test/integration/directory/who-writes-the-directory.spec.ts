import type { DirectoryService, StaffActor } from '#libs/domain';
import { PostgresDirectoryStore } from '#libs/persistence';
import { useInstance } from '../../support/instance';

/** Past the use cases, as somebody would write who had taken over the web process: the database asks the same. */
const instance = useInstance();

interface Version {
  readonly service_id: string;
  readonly version: number;
  readonly body: DirectoryService;
}

const SAMPLE = '00000000-0000-7000-8000-000000000309';
const UNCONFIRMED = '00000000-0000-7000-8000-000000000305';

async function newest(id: string): Promise<Version> {
  const [row] = await instance().admin<Version>(
    'select service_id, version, body from app.directory_service_version where service_id = $1 order by version desc limit 1',
    [id],
  );
  if (row === undefined) throw new Error('no such service');
  return row;
}

function write(actor: StaffActor, sql: string, values: unknown[]): Promise<unknown> {
  return instance().webWork.read(actor, (manager) => manager.query(sql, values));
}

const APPEND = `insert into app.directory_service_version
  (service_id, version, body, effective_from, recorded_by, recorded_at, reason)
  values ($1, $2, $3, now(), $4, now(), $5)`;

function append(
  actor: StaffActor,
  { service_id, version, body }: Version,
  { reason = 'put-right', by = actor.userId as string }: { reason?: string; by?: string } = {},
): Promise<unknown> {
  return write(actor, APPEND, [service_id, version + 1, JSON.stringify(body), by, reason]);
}

it.each(['officer', 'responder', 'manager', 'sarc', 'coordinator', 'commissioner', 'auditor'])(
  'no %s writes a version of a service, nor adds one',
  async (key) => {
    const actor = instance().persona(key);
    await expect(append(actor, await newest(SAMPLE))).rejects.toThrow('row-level security');
    await expect(
      write(actor, 'insert into app.directory_service (service_id, agency_id) values (uuidv7(), $1)', [
        '00000000-0000-7000-8000-000000000006',
      ]),
    ).rejects.toThrow('row-level security');
  },
);

it('a duty lead confirms a district and changes nothing else by the way', async () => {
  const lead = instance().persona('lead');
  const row = await newest(UNCONFIRMED);
  const withCoverage = (coverage: DirectoryService['coverage'], parts: Partial<DirectoryService> = {}) => ({
    ...row,
    body: { ...row.body, ...parts, coverage },
  });
  const [first, ...rest] = row.body.coverage;
  if (first === undefined) throw new Error('it covers nothing');
  const confirmed = { ...first, evidence: 'confirmed' as const, basis: 'told-by-service' };
  const reason = 'coverage-confirmed';
  await expect(append(lead, row, { reason: 'put-right' })).rejects.toThrow('row-level security');
  await expect(
    append(lead, withCoverage([confirmed, ...rest], { name: 'Another name' }), { reason }),
  ).rejects.toThrow('row-level security');
  await expect(append(lead, withCoverage([confirmed]), { reason })).rejects.toThrow('row-level security');
  await expect(
    append(lead, withCoverage([{ ...confirmed, district: 'E07000071' }, ...rest]), { reason }),
  ).rejects.toThrow('row-level security');
  await expect(
    append(lead, withCoverage([{ ...first, evidence: 'supported' }, ...rest]), { reason }),
  ).rejects.toThrow('row-level security');
  await expect(append(lead, withCoverage([confirmed, ...rest]), { reason })).resolves.toBeDefined();
});

it('a version follows the one before, is written in one’s own name, and is never changed', async () => {
  const administrator = instance().persona('administrator');
  const row = await newest(SAMPLE);
  await expect(append(administrator, { ...row, version: row.version + 1 })).rejects.toThrow(
    'directory_service_version_follows',
  );
  await expect(
    append(administrator, row, { by: instance().persona('administrator-two').userId }),
  ).rejects.toThrow('row-level security');
  await expect(append(administrator, { ...row, body: { ...row.body, coverage: [] } })).rejects.toThrow(
    'directory_service_version_covers_something',
  );
  for (const sql of [
    `update app.directory_service_version set reason = 'put-right'`,
    'delete from app.directory_service_version',
    `update app.service_capacity set posts = 100`,
    'delete from app.service_capacity',
  ]) {
    await expect(write(administrator, sql, [])).rejects.toThrow('permission denied');
    await expect(instance().admin(sql)).rejects.toThrow('append-only');
  }
});

it('a coordinator states the room of the own agency’s services and of no other', async () => {
  const coordinator = instance().persona('coordinator');
  const state = (id: string, actor: StaffActor) =>
    write(
      actor,
      `insert into app.service_capacity (service_id, revision, posts, list_state, list_since, recorded_by, recorded_at)
       values ($1, 2, 99, 'open', '2026-01-01', $2, now())`,
      [id, actor.userId],
    );
  await expect(state(UNCONFIRMED, coordinator)).rejects.toThrow('row-level security');
  await expect(state(SAMPLE, instance().persona('lead'))).rejects.toThrow('row-level security');
  await expect(state(SAMPLE, coordinator)).resolves.toBeDefined();
});

it('an administrator makes an agency a provider, and nothing that opens more', async () => {
  const administrator = instance().persona('administrator');
  const add = (kind: string) =>
    write(administrator, 'insert into app.agency (agency_id, kind, name) values (uuidv7(), $1, $2)', [
      kind,
      'Plover (sample)',
    ]);
  for (const kind of ['police', 'responder', 'operator', 'commissioner']) {
    await expect(add(kind)).rejects.toThrow('row-level security');
  }
  await expect(add('provider')).resolves.toBeDefined();
});

it('the worker reads the directory and writes none of it', async () => {
  const services = await instance().workerWork.read({ kind: 'service', process: 'timers' }, (manager, now) =>
    new PostgresDirectoryStore(manager, { kind: 'service', process: 'timers' }, now).current(now),
  );
  expect(services.length).toBeGreaterThan(10);
  await expect(
    instance().worker.query(
      'insert into app.directory_service (service_id, agency_id) values (uuidv7(), uuidv7())',
    ),
  ).rejects.toThrow('permission denied');
});
