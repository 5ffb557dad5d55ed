import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toOpenReferral } from '#libs/domain';
import { defaultArea, loadAreaPack } from '../area-pack';
import { projectRoot } from '../project-root';
import { openReferralFaults } from './open-referral.schema';
import { readOpenReferral } from './read-open-referral';

const THEIRS = { id: '00000000-0000-7000-8000-000000000999', name: 'Lapwing Counselling', status: 'active' };

describe('the schema of Open Referral UK', () => {
  it('stands here unchanged', () => {
    const text = readFileSync(
      join(projectRoot(), 'libs/config/reference/open-referral/service.json'),
      'utf8',
    );
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '147369857ee8178c7ed236f8dc8d1bffcf8a4b89c5b0c5c006d43dcdc9809164',
    );
  });

  it('is kept by every service of the directory', () => {
    const { services, agencies } = loadAreaPack(defaultArea());
    expect(services.services.length).toBeGreaterThan(10);
    for (const service of services.services) {
      const capacity = services.capacities.find(({ serviceId }) => serviceId === service.id) ?? null;
      const agencyName =
        [...services.agencies, ...agencies].find(({ id }) => id === service.agencyId)?.name ?? '';
      const names = { agencyName, kindName: 'Counselling', districtName: (code: string) => code };
      const written = JSON.parse(
        JSON.stringify(toOpenReferral({ service, capacity }, names).service),
      ) as object;
      expect(openReferralFaults(written)).toEqual([]);
    }
  });

  it.each([
    [{ ...THEIRS, status: 'sometimes' }, 'status must be equal to one of the allowed values'],
    [{ ...THEIRS, id: 'one' }, 'id must match format "uuid"'],
    [{ ...THEIRS, minimum_age: 'young' }, 'minimum_age must be number'],
    [{ id: THEIRS.id, name: THEIRS.name }, "must have required property 'status'"],
    [{ ...THEIRS, service_areas: [{}] }, "service_areas.0 must have required property 'id'"],
    ['a text', 'must be object'],
  ])('says where a file breaks it', (file, fault) => {
    expect(openReferralFaults(file)).toContain(fault);
  });

  it('never repeats what a file holds', () => {
    expect(openReferralFaults({ ...THEIRS, email: 'Sample Person Wren' }).join()).not.toContain('Wren');
  });
});

describe('a file of services', () => {
  it.each([
    ['one service', THEIRS],
    ['a list', [THEIRS]],
    ['a page of an API', { contents: [THEIRS] }],
  ])('may be %s', (_, file) => {
    expect(readOpenReferral(JSON.stringify(file))).toEqual({
      kind: 'read',
      records: [{ place: 1, kind: 'sound', service: THEIRS }],
    });
  });

  it.each([
    ['not-json', '{'],
    ['no-services', '[]'],
    ['no-services', '7'],
    ['too-many', JSON.stringify(Array.from({ length: 501 }, () => THEIRS))],
  ])('is refused as %s', (reason, text) => {
    expect(readOpenReferral(text)).toEqual({ kind: 'unreadable', reason });
  });

  it('answers for each of its records by its place', () => {
    const read = readOpenReferral(JSON.stringify([THEIRS, { name: 'Without anything else' }]));
    expect(read.kind === 'read' && read.records.map(({ kind, place }) => [place, kind])).toEqual([
      [1, 'sound'],
      [2, 'faulty'],
    ]);
  });
});
