import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareVersions, versionInForce } from '#libs/domain';
import { loadVictimsCode } from './load-victims-code';

const versions = loadVictimsCode();
const whole = versions.find(({ version }) => version === '2021');
if (!whole) throw new Error('the 2021 Code is there');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (name: string, change: object) =>
  writeFileSync(join(folder, name), JSON.stringify({ about: 'for a test', ...whole, ...change }));

describe('the versions of the Code', () => {
  it('are the one in force with all of its rows, and a draft that opens nothing', () => {
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      ['2021', 'in-force'],
      ['2026-draft', 'draft'],
    ]);
    expect(whole.entitlements).toHaveLength(73);
    expect(new Set(whole.entitlements.map(({ right }) => right)).size).toBe(12);
    expect(versionInForce(versions, '2021-03-31')).toBeNull();
    expect(versionInForce(versions, '2021-04-01')?.version).toBe('2021');
    expect(versionInForce(versions, '2030-01-01')?.version).toBe('2021');
  });

  it('side by side say what a draft would change, and which change a duty', () => {
    const [, draft] = versions;
    if (!draft) throw new Error('there is a draft');
    const differences = compareVersions(whole, draft);
    expect(differences.map(({ id }) => id)).toEqual(['R4.1', 'R4.2', 'R4.8']);
    expect(differences.every(({ changesDuties }) => !changesDuties)).toBe(true);
  });

  it('take a successor on the day on which the one before ends', () => {
    write('a.json', { inForceTo: '2027-04-01' });
    write('b.json', { version: '2027', inForceFrom: '2027-04-01' });
    const read = loadVictimsCode(folder);
    expect(versionInForce(read, '2027-03-31')?.version).toBe('2021');
    expect(versionInForce(read, '2027-04-01')?.version).toBe('2027');
  });

  it.each([
    ['overlap another', { version: '2027', inForceFrom: '2027-04-01' }, 'overlaps'],
    ['have no start', { version: '2027', inForceFrom: null }, 'no-start'],
    [
      'end before they start',
      { version: '2027', inForceFrom: '2019-01-01', inForceTo: '2018-01-01' },
      'ends-before-start',
    ],
    ['are there twice', { inForceFrom: '2015-01-01', inForceTo: '2021-04-01' }, 'repeated-version'],
    [
      'name an event that nothing tells',
      { version: '2027', entitlements: [{ ...whole.entitlements[0], opensOn: 'full_moon' }] },
      'full_moon',
    ],
    [
      'give a longer time to whoever should have a shorter',
      {
        version: '2015',
        inForceFrom: '2015-01-01',
        inForceTo: '2021-04-01',
        entitlements: [
          {
            ...whole.entitlements[0],
            limits: {
              standard: { unit: 'working_day', value: 1 },
              enhanced: { unit: 'working_day', value: 5 },
            },
          },
        ],
      },
      'enhanced-is-longer',
    ],
  ])('are refused with a sentence when they %s', (_what, change, fault) => {
    write('a.json', {});
    write('b.json', change);
    expect(() => loadVictimsCode(folder)).toThrow(fault);
  });
});
