import { areaPackNames, defaultArea, loadAreaPack } from '#libs/config';
import {
  loadArea,
  openInstance,
  OtherAreaError,
  refuseChangedPack,
  refuseOtherArea,
} from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { startWeb } from '../../support/web';

const [OTHER = ''] = areaPackNames().filter((name) => name !== defaultArea());

describe('a database of one area', () => {
  const instance = useInstance();

  it('takes no other area, and says what can be done', async () => {
    const { database, vault, admin } = instance();
    const other = { migratorUrl: database.adminUrl, pack: loadAreaPack(OTHER), vault };
    const loading = loadArea({ ...other, synthetic: true, identityProvider: 'local' });
    await expect(loading).rejects.toThrow(OtherAreaError);
    await expect(loading).rejects.toThrow(
      `This database holds the area ${defaultArea()}, and ${OTHER} was asked for. Leave AREA_PACK at ${defaultArea()}, or use another database.`,
    );
    const names = await admin<{ name: string }>('select name from app.district');
    expect(names).toHaveLength(loadAreaPack(defaultArea()).districts.length);
  });

  it('is worked on by no process of another area', async () => {
    await expect(refuseOtherArea(instance().worker, OTHER)).rejects.toThrow(OtherAreaError);
    await expect(refuseOtherArea(instance().web, defaultArea())).resolves.toBeUndefined();
  });

  it('takes no pack in which something has changed under the version that it had, and says where', async () => {
    const { database, vault, web, worker, pack } = instance();
    const [rule, ...rules] = pack.routing.rules;
    const routing = { ...pack.routing, rules: [...rules, rule!] };
    const [first, ...others] = pack.policies;
    const policy = { ...first!.policy, nextStepSeconds: first!.policy.nextStepSeconds + 1 };
    const changed = { ...pack, routing, policies: [{ ...first!, policy }, ...others] };
    const load = { migratorUrl: database.adminUrl, vault, synthetic: true, identityProvider: 'local' };
    const said = [
      `${defaultArea()}/policies.json, ${policy.id}: has changed, and version 1 of it is in the database as it was before.`,
      `${defaultArea()}/routing.json, ${routing.id}: has changed`,
      'Give it the next version number, or put the file back.',
    ];
    for (const words of said) {
      await expect(loadArea({ ...load, pack: changed })).rejects.toThrow(words);
      for (const source of [web, worker])
        await expect(
          refuseChangedPack((sql, values) => source.query(sql, [...values]), changed),
        ).rejects.toThrow(words);
    }
    await expect(loadArea({ ...load, pack })).resolves.toBeUndefined();
    const next = { ...routing, version: routing.version + 1 };
    await expect(loadArea({ ...load, pack: { ...pack, routing: next } })).resolves.toBeUndefined();
  });

  it('compares with no file what people have changed in the service', async () => {
    const { database, vault, admin, pack } = instance();
    const version = pack.routing.version + 7;
    const theirs = { ...pack.routing, version };
    await admin(
      `insert into app.routing_table_version (table_id, version, body, effective_from) values ($1, $2, $3, now())`,
      [theirs.id, version, JSON.stringify({ ...theirs, rules: [] })],
    );
    const load = { migratorUrl: database.adminUrl, vault, synthetic: true, identityProvider: 'local' };
    await expect(loadArea({ ...load, pack: { ...pack, routing: theirs } })).resolves.toBeUndefined();
    const later = { ...pack.routing, version: version + 1 };
    await expect(loadArea({ ...load, pack: { ...pack, routing: later } })).resolves.toBeUndefined();
    const [newest] = await admin<{ version: number }>(
      'select max(version) as version from app.routing_table_version where table_id = $1',
      [theirs.id],
    );
    expect(newest).toEqual({ version });
  });

  it('keeps its area once it is open', async () => {
    const { database, admin } = instance();
    await openInstance(database.adminUrl);
    await expect(admin('update app.instance set area_pack = $1', [OTHER])).rejects.toThrow('keeps its area');
  });
});

describe.each(areaPackNames())('the pages of %s', (area) => {
  it('name the area’s own services, and say so where it is a sample', async () => {
    const web = await startWeb({ areaPack: area });
    const pack = loadAreaPack(area);
    try {
      const { body } = await web.visitor().get('/find-support');
      expect(body).toContain(pack.sarcLine.name);
      expect(body).toContain(pack.sarcLine.phone ?? 'www.nhs.uk/sarcs');
      const lead = await web.signedIn('lead');
      const policies = (await lead.get('/policies')).body;
      expect(policies.includes('Illustration: nobody in')).toBe(pack.sample !== null);
      expect(policies.includes('Sample area, built from public facts')).toBe(pack.sample !== null);
      const officer = await web.signedIn('officer');
      const form = (await officer.get('/referrals/new')).body;
      for (const { name } of pack.districts) expect(form).toContain(`${name}</option>`);
    } finally {
      await web.stop();
    }
  });
});
