import { ImportServices, KeepService, type FileOf, type ImportReply } from '#libs/casework';
import { directoryFile, readDirectoryFile } from '#libs/config';
import type { AgencyId, ListedService, TeamId } from '#libs/domain';
import { PostgresDirectoryStore, SystemIds } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';

const instance = useInstance();
const ids = new SystemIds();
const WILLOW = 'Willow Advocacy: advisers for adults';
const SOUTHEND = 'Southend-on-Sea Rape Crisis: counselling';

const administrator = () => instance().persona('administrator');
const listed = (): Promise<readonly ListedService[]> =>
  instance().webWork.read(administrator(), (manager, now) =>
    new PostgresDirectoryStore(manager, administrator(), now).current(now),
  );

async function here(name: string) {
  const found = (await listed()).find(({ service }) => service.name === name);
  if (found === undefined) throw new Error(`the area pack has no service ${name}`);
  return found.service;
}

/** What this instance would export of a service: everything that a stranger needs to write a file about it. */
async function exported(name: string) {
  const { pack } = instance();
  const { file } = directoryFile(await listed(), {
    pack,
    agencyName: (id: AgencyId) =>
      [...pack.agencies, ...pack.services.agencies].find((agency) => agency.id === id)?.name ?? '',
  });
  const written = file.contents.find((service) => service.name === name);
  if (written === undefined) throw new Error(`nothing exported of ${name}`);
  return written;
}

async function take(records: readonly object[], fileOf: FileOf): Promise<readonly ImportReply[]> {
  const read = readDirectoryFile(JSON.stringify(records), instance().pack, '2026-11-23');
  if (read.kind === 'unreadable') throw new Error(read.reason);
  const rows = read.records.flatMap((record) =>
    record.kind === 'sound' ? [{ place: record.place, imported: record.imported }] : [],
  );
  const once = await new ImportServices(instance().webWork, ids).execute(
    administrator(),
    { rows, fileOf, today: '2026-11-23', dryRun: false },
    onlyOnce(),
  );
  if (once.kind !== 'done' || once.result.kind !== 'imported') throw new Error('not imported');
  return once.result.replies;
}

const linked = (written: Awaited<ReturnType<typeof exported>>, taxonomy: string, term: string) =>
  (written.attributes ?? []).map((attribute) =>
    attribute.taxonomy_term?.taxonomy === `waymark/${taxonomy}`
      ? { ...attribute, taxonomy_term: { ...attribute.taxonomy_term, term } }
      : attribute,
  );

describe('a file of one organisation', () => {
  it('changes nothing of another, whatever it writes in the place of its own name', async () => {
    const before = await here(SOUTHEND);
    const theirs = { ...(await exported(SOUTHEND)), email: 'taken-over@lapwing.example' };
    const willow: FileOf = { kind: 'provider', agencyId: (await here(WILLOW)).agencyId };
    const fresh = { ...theirs, id: ids.next<AgencyId>(), name: 'Put under their name (sample)' };
    expect(await take([theirs, fresh], willow)).toMatchObject([
      { kind: 'refused', reason: 'another-organisation' },
      { kind: 'refused', reason: 'another-organisation' },
    ]);
    expect(await take([theirs, fresh], { kind: 'new-provider' })).toMatchObject([
      { kind: 'refused', reason: 'another-organisation' },
      { kind: 'refused', reason: 'organisation-is-here' },
    ]);
    expect(await here(SOUTHEND)).toEqual(before);
  });

  it('adds its new services to it though the file knows it by an id of its own', async () => {
    const { agencyId } = await here(WILLOW);
    const organization = { id: ids.next<AgencyId>(), name: 'Willow', description: 'A charity' };
    const fresh = { ...(await exported(SOUTHEND)), id: ids.next<AgencyId>(), name: 'A new one (sample)' };
    const file = [{ ...fresh, organization, organization_id: organization.id }];
    expect(await take(file, { kind: 'provider', agencyId })).toMatchObject([
      { kind: 'added', newAgency: false },
    ]);
    expect((await here('A new one (sample)')).agencyId).toBe(agencyId);
  });

  it('that names no organisation is taken as its own', async () => {
    const { agencyId } = await here(WILLOW);
    const nobodys = { organization: undefined, organization_id: undefined };
    const fresh = {
      ...(await exported(SOUTHEND)),
      ...nobodys,
      id: ids.next<AgencyId>(),
      name: 'Nameless (sample)',
    };
    expect(await take([fresh], { kind: 'many' })).toMatchObject([
      { kind: 'refused', reason: 'no-organisation' },
    ]);
    expect(await take([fresh], { kind: 'provider', agencyId })).toMatchObject([{ kind: 'added' }]);
  });
});

describe('what a file says of itself', () => {
  it('confirms no district: a named person does', async () => {
    const service = await here(WILLOW);
    const asked = service.coverage.find(({ evidence }) => evidence !== 'recalled');
    const known = { from: '2026-12-01', to: null, evidence: 'confirmed', basis: 'told-by-service' };
    const written = await exported(WILLOW);
    const claimed = { ...written, attributes: linked(written, 'coverage', JSON.stringify(known)) };
    const [reply] = await take([claimed], { kind: 'provider', agencyId: service.agencyId });
    expect(reply).toMatchObject({ kind: 'changed', parts: ['coverage'] });
    expect(reply?.kind === 'changed' && reply.toConfirm).toContain(asked?.district);
    const after = await here(WILLOW);
    expect(after.coverage.length).toBeGreaterThan(0);
    expect(after.coverage.map(({ evidence }) => evidence)).toEqual(after.coverage.map(() => 'recalled'));
    const fresh = { ...claimed, id: ids.next<AgencyId>(), name: 'Claims all (sample)' };
    await take([fresh], { kind: 'provider', agencyId: service.agencyId });
    expect((await here('Claims all (sample)')).coverage[0]?.evidence).toBe('recalled');
  });

  it('neither closes a service down nor opens one again', async () => {
    const { agencyId } = await here(SOUTHEND);
    const stale = { ...(await exported(SOUTHEND)), status: 'inactive', email: 'new-team@wren.example' };
    expect(await take([stale], { kind: 'provider', agencyId })).toMatchObject([
      { kind: 'changed', parts: ['inbox'], stateDiffers: true },
    ]);
    expect(await here(SOUTHEND)).toMatchObject({ state: 'open', inbox: { email: 'new-team@wren.example' } });
    expect(
      await take([{ ...(await exported(SOUTHEND)), status: 'defunct' }], { kind: 'many' }),
    ).toMatchObject([{ kind: 'same', stateDiffers: true }]);
  });

  it('sends nobody to a team of another organisation, and neither does an administrator', async () => {
    const { agencyId, id: serviceId, version, inbox } = await here(WILLOW);
    const [other] = await instance().admin<{ team_id: TeamId }>(
      'select team_id from app.team where agency_id <> $1 limit 1',
      [agencyId],
    );
    const written = await exported(WILLOW);
    const without = (written.attributes ?? []).filter(
      ({ taxonomy_term: term }) => term?.taxonomy !== 'waymark/team',
    );
    const term = { id: serviceId, taxonomy: 'waymark/team', term: other!.team_id };
    const theirs = { ...written, attributes: [...without, { id: serviceId, taxonomy_term: term }] };
    expect(await take([theirs], { kind: 'provider', agencyId })).toMatchObject([
      { kind: 'refused', reason: 'faulty', faults: ['team-unknown'] },
    ]);
    const change = { kind: 'edit', serviceId, version, reason: 'put-right' } as const;
    const draft = { inbox: { ...inbox, teamId: other!.team_id } };
    expect(
      await new KeepService(instance().webWork, ids).execute(
        administrator(),
        { ...change, draft },
        onlyOnce(),
      ),
    ).toMatchObject({ result: { kind: 'faulty', faults: ['team-unknown'] } });
  });

  it('loses the record and not the file where it gives room that cannot be', async () => {
    const { agencyId } = await here(WILLOW);
    const written = await exported(WILLOW);
    const later = { posts: 2, limit: null, list: 'open', listSince: '2031-01-01', sample: false };
    const fresh = {
      ...written,
      id: ids.next<AgencyId>(),
      name: 'From tomorrow (sample)',
      attributes: linked(written, 'capacity', JSON.stringify(later)),
    };
    const sound = { ...written, id: ids.next<AgencyId>(), name: 'Beside it (sample)' };
    expect(await take([fresh, sound], { kind: 'provider', agencyId })).toMatchObject([
      { kind: 'refused', reason: 'room-impossible' },
      { kind: 'added' },
    ]);
  });
});
