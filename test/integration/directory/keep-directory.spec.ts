import {
  ConfirmCoverage,
  ImportServices,
  KeepCapacity,
  KeepService,
  RetireService,
  type KeepServiceOutcome,
} from '#libs/casework';
import { directoryFile, readDirectoryFile } from '#libs/config';
import type { AgencyId, ImportedService, ListedService, ServiceDraft, StaffActor } from '#libs/domain';
import { PostgresDirectoryStore, serviceHistory, SystemIds } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';

const instance = useInstance();
const ids = new SystemIds();

const persona = (key: string): StaffActor => instance().persona(key);
const keepService = () => new KeepService(instance().webWork, ids);
const listed = (actor: StaffActor): Promise<readonly ListedService[]> =>
  instance().webWork.read(actor, (manager, now) =>
    new PostgresDirectoryStore(manager, actor, now).current(now),
  );

async function named(name: string): Promise<ListedService> {
  const found = (await listed(persona('administrator'))).find(({ service }) => service.name === name);
  if (found === undefined) throw new Error(`the area pack has no service ${name}`);
  return found;
}

const SOUTHEND = 'Southend-on-Sea Rape Crisis: counselling';
const WILLOW = 'Willow Advocacy: advisers for adults';
const ROCHFORD = 'E07000075';

beforeAll(() => instance().setNow('2026-11-23T09:00:00Z'));

describe('the directory of the area pack', () => {
  it('is read by everybody who is signed in, whatever their role', async () => {
    const roles = ['officer', 'responder', 'lead', 'commissioner', 'auditor', 'sarc', 'coordinator', 'dpo'];
    const all = await listed(persona('administrator'));
    expect(all.length).toBeGreaterThan(10);
    for (const role of roles) expect(await listed(persona(role))).toHaveLength(all.length);
  });

  it('is read by nobody who has not signed in', async () => {
    const rows = await instance().web.query<object[]>('select * from app.directory_service_version');
    expect(rows).toEqual([]);
  });
});

describe('a new version of a service', () => {
  it('is appended with who wrote it and why, and the old one stays', async () => {
    const { service } = await named(SOUTHEND);
    const closures = [{ from: '2026-12-24', to: '2027-01-02', why: 'holiday' as const }];
    const done = await keepService().execute(
      persona('administrator'),
      { kind: 'edit', serviceId: service.id, version: 1, draft: { closures }, reason: 'told-by-service' },
      onlyOnce(),
    );
    expect(done).toEqual({
      kind: 'done',
      result: { kind: 'kept', serviceId: service.id, version: 2 },
    });
    const history = await instance().webWork.read(persona('auditor'), (manager) =>
      serviceHistory(manager, service.id),
    );
    expect(history.map((line) => [line.service.version, line.reason, line.recordedBy])).toEqual([
      [2, 'told-by-service', persona('administrator').userId],
      [1, 'area-pack', null],
    ]);
    expect(history[1]!.service).toEqual(service);
    const [event] = await instance().admin<{ payload: object; reason: string }>(
      `select payload, reason from app.journal where subject_kind = 'directory-service' and subject_id = $1`,
      [service.id],
    );
    expect(event).toEqual({ payload: { parts: ['closures'], version: 2 }, reason: 'told-by-service' });
  });

  it('is refused from an older version, twice at once, with a fault, and from another role', async () => {
    const { service } = await named(WILLOW);
    const change = (draft: Partial<ServiceDraft>, version = service.version) =>
      ({ kind: 'edit', serviceId: service.id, version, draft, reason: 'put-right' }) as const;
    const act = async (actor: StaffActor, draft: Partial<ServiceDraft>, version?: number) => {
      const once = await keepService().execute(actor, change(draft, version), onlyOnce());
      return once.kind === 'done' ? once.result : null;
    };
    const administrator = persona('administrator');
    expect(await act(administrator, { ages: { from: 18, to: 12 } })).toEqual({
      kind: 'faulty',
      faults: ['ages-upside-down'],
    });
    const overlapping = [...service.coverage, service.coverage[0]!];
    expect(await act(administrator, { coverage: overlapping })).toEqual({
      kind: 'faulty',
      faults: ['coverage-overlaps'],
    });
    for (const role of ['lead', 'manager', 'coordinator', 'officer', 'auditor']) {
      expect(await act(persona(role), { name: 'Another name' })).toEqual({ kind: 'not-found' });
    }
    const both = await Promise.all([
      act(administrator, { ages: { from: 17, to: null } }),
      act(persona('administrator-two'), { ages: { from: 18, to: null } }),
    ]);
    expect(both.map((result) => result?.kind).toSorted()).toEqual(['kept', 'stale']);
    expect((await named(WILLOW)).service.version).toBe(service.version + 1);
  });

  it('is one however often the same form arrives', async () => {
    const { service } = await named('Victim Support, Essex');
    const repeatable = onlyOnce();
    const change = {
      kind: 'edit',
      serviceId: service.id,
      version: 1,
      draft: { interpreters: true },
      reason: 'told-by-service',
    } as const;
    const first = await keepService().execute(persona('administrator'), change, repeatable);
    const second = await keepService().execute(persona('administrator'), change, repeatable);
    const resultOf = (once: typeof first): KeepServiceOutcome | null =>
      once.kind === 'key-used-for-another-request' ? null : once.result;
    expect(second.kind).toBe('repeated');
    expect(resultOf(second)).toEqual(resultOf(first));
  });

  it('can be taken out of the directory and put back', async () => {
    const { service } = await named('Rowan Domestic Abuse Advocacy (sample)');
    const turn = (to: 'retired' | 'open', version: number) =>
      new RetireService(instance().webWork).execute(
        persona('administrator'),
        { serviceId: service.id, version, to },
        onlyOnce(),
      );
    expect(await turn('retired', 1)).toMatchObject({ result: { kind: 'kept', version: 2 } });
    expect(await turn('retired', 2)).toMatchObject({ result: { kind: 'refused', reason: 'already-so' } });
    expect((await named(service.name)).service.state).toBe('retired');
    expect(await turn('open', 2)).toMatchObject({ result: { kind: 'kept', version: 3 } });
  });
});

describe('a district that is not confirmed', () => {
  it('is confirmed by a duty lead, with what it rests on, and is not asked about again', async () => {
    const { service } = await named('Southend-on-Sea Rape Crisis: independent sexual violence advisers');
    const confirm = (actor: StaffActor, version: number) =>
      new ConfirmCoverage(instance().webWork).execute(
        actor,
        { serviceId: service.id, version, district: ROCHFORD, basis: 'told-by-service' },
        onlyOnce(),
      );
    for (const role of ['responder', 'manager', 'coordinator', 'commissioner']) {
      expect(await confirm(persona(role), 1)).toMatchObject({ result: { kind: 'not-found' } });
    }
    expect(await confirm(persona('lead'), 1)).toMatchObject({ result: { kind: 'kept', version: 2 } });
    const after = (await named(service.name)).service;
    expect(after.coverage.find(({ district }) => district === ROCHFORD)).toMatchObject({
      evidence: 'confirmed',
      basis: 'told-by-service',
    });
    expect(await confirm(persona('lead'), 2)).toMatchObject({
      result: { kind: 'refused', reason: 'confirmed-already' },
    });
    expect(await confirm(persona('lead'), 1)).toMatchObject({ result: { kind: 'stale', revision: 2 } });
  });
});

describe('how much room a service has', () => {
  const stated = { posts: 3.5, limit: 30, list: 'closed', listSince: '2026-10-01' } as const;
  const state = (actor: StaffActor, { service, capacity }: ListedService) =>
    new KeepCapacity(instance().webWork).execute(
      actor,
      { ...stated, serviceId: service.id, revision: capacity?.revision ?? 0 },
      onlyOnce(),
    );

  it('is stated by the coordinator of the own agency alone', async () => {
    await instance().setNow('2026-11-23T10:00:00Z');
    expect(await state(persona('coordinator'), await named(SOUTHEND))).toMatchObject({
      result: { kind: 'not-found' },
    });
    for (const role of ['lead', 'manager', 'responder', 'sarc']) {
      expect(await state(persona(role), await named(WILLOW))).toMatchObject({
        result: { kind: 'not-found' },
      });
    }
    const before = await named(WILLOW);
    expect(await state(persona('coordinator'), before)).toMatchObject({
      result: { kind: 'kept', revision: 2 },
    });
    expect((await named(WILLOW)).capacity).toMatchObject({ ...stated, revision: 2 });
    expect(await state(persona('coordinator'), before)).toMatchObject({ result: { kind: 'stale' } });
  });
});

describe('a file of Open Referral UK', () => {
  async function wholeDirectory() {
    const pack = instance().pack;
    const { file } = directoryFile(await listed(persona('administrator')), {
      pack,
      agencyName: (id: AgencyId) =>
        [...pack.agencies, ...pack.services.agencies].find((agency) => agency.id === id)?.name ?? '',
    });
    return file;
  }
  const rowsOf = (text: string) => {
    const read = readDirectoryFile(text, instance().pack, '2026-11-23');
    if (read.kind === 'unreadable') throw new Error(read.reason);
    return read.records.flatMap((record): { place: number; imported: ImportedService }[] =>
      record.kind === 'sound' ? [{ place: record.place, imported: record.imported }] : [],
    );
  };
  const take = async (actor: StaffActor, text: string, dryRun: boolean) => {
    const once = await new ImportServices(instance().webWork, ids).execute(
      actor,
      { rows: rowsOf(text), fileOf: { kind: 'many' }, today: '2026-11-23', dryRun },
      onlyOnce(),
    );
    return once.kind === 'done' ? once.result : null;
  };

  it('of the whole directory changes nothing when it is taken in again', async () => {
    const file = await wholeDirectory();
    const result = await take(persona('administrator'), JSON.stringify(file), false);
    if (result?.kind !== 'imported') throw new Error('not imported');
    expect(result.replies).toHaveLength(file.contents.length);
    expect(result.replies.filter(({ kind }) => kind !== 'same')).toEqual([]);
  });

  it('is tried without a trace, answered record by record, and then taken', async () => {
    const [first, ...rest] = (await wholeDirectory()).contents;
    const agency = { id: ids.next<AgencyId>(), name: 'Lapwing Trust (sample)', description: 'A charity' };
    const theirs = {
      ...first,
      id: ids.next<AgencyId>(),
      name: 'Lapwing Counselling (sample)',
      organization_id: agency.id,
      organization: agency,
    };
    const neverOpen = { ...theirs, id: ids.next<AgencyId>(), schedules: [] };
    const renamed = { ...rest[0], name: 'Renamed (sample)' };
    const stolen = { ...rest[1], organization: agency, organization_id: agency.id };
    const text = JSON.stringify([theirs, neverOpen, renamed, stolen, theirs]);
    const expected = [
      { place: 1, kind: 'added', newAgency: true },
      { place: 2, kind: 'refused', reason: 'faulty', faults: ['no-opening-hours'] },
      { place: 3, kind: 'changed', parts: ['basics'] },
      { place: 4, kind: 'refused', reason: 'another-organisation' },
      { place: 5, kind: 'refused', reason: 'twice' },
    ];
    const before = await listed(persona('administrator'));
    const tried = await take(persona('administrator'), text, true);
    expect(tried).toMatchObject({ kind: 'imported', replies: expected });
    expect(await listed(persona('administrator'))).toEqual(before);
    expect(await take(persona('lead'), text, false)).toEqual({ kind: 'not-found' });
    expect(await take(persona('administrator'), text, false)).toMatchObject({ replies: expected });
    const after = await named('Lapwing Counselling (sample)');
    expect(after.service.agencyId).not.toBe(agency.id);
    expect(await listed(persona('administrator'))).toHaveLength(before.length + 1);
  });
});
