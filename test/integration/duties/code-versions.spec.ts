import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { loadVictimsCode } from '#libs/config';
import { isoOf, type CodeVersion } from '#libs/domain';
import { CodeVersionError, loadCodeVersions, openDutiesOf } from '#libs/persistence';
import { HearWhatMilestonesProve1790000000097 } from '../../../migrations/1790000000097-hear-what-milestones-prove';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { DutyActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new DutyActs(instance);

const [code] = loadVictimsCode();
if (!code) throw new Error('there is a version of the Code');

const successor: CodeVersion = {
  ...code,
  version: 'test-2026',
  inForceFrom: '2026-03-10',
  entitlements: code.entitlements.map((one) => {
    const threeDays = { unit: 'working_day', value: 3 } as const;
    return one.id === 'R12.1' ? { ...one, limits: { standard: threeDays, enhanced: threeDays } } : one;
  }),
};

const query = async (sql: string, values: readonly unknown[]) => {
  const client = new Client({ connectionString: instance().database.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows as readonly unknown[];
  } finally {
    await client.end();
  }
};

describe('versions of the Code in a database', () => {
  it('are loaded once; one that says something else, or overlaps, is refused', async () => {
    await loadCodeVersions(query, loadVictimsCode());
    const changed = { ...code, note: 'Something else.' };
    await expect(loadCodeVersions(query, [changed])).rejects.toThrow(CodeVersionError);
    await expect(loadCodeVersions(query, [code, successor])).rejects.toThrow('overlaps');
    await expect(loadCodeVersions(query, [successor])).rejects.toThrow('code_version_never_overlaps');
  });

  it('that were loaded before milestones proved anything say afterwards what the files say', async () => {
    const source = await new DataSource({ type: 'postgres', url: instance().database.adminUrl }).initialize();
    try {
      const step = new HearWhatMilestonesProve1790000000097();
      const runner = source.createQueryRunner();
      await step.down(runner);
      await expect(loadCodeVersions(query, loadVictimsCode())).rejects.toThrow(CodeVersionError);
      await step.up(runner);
      await loadCodeVersions(query, loadVictimsCode());
    } finally {
      await source.destroy();
    }
  });

  it('keep an open duty as it was opened when a successor comes into force, and open the next by that', async () => {
    await loadCodeVersions(query, [{ ...code, inForceTo: '2026-03-10' }, successor]);
    const again = query('update app.code_version set in_force_to = $2 where version = $1', [
      '2021',
      '2030-01-01',
    ]);
    await expect(again).rejects.toThrow('never changed');
    await instance().setNow('2026-03-02T10:05:00Z');
    const one = await promise.refer('2026-03-02T10:00:00Z');
    const other = await promise.refer('2026-03-02T10:00:00Z');
    await instance().setNow('2026-03-11T10:00:00Z');
    await acts.tell(one.caseId, 'complaint_received', '2026-03-09T23:59:59Z');
    await acts.tell(other.caseId, 'complaint_received', '2026-03-10T00:00:00Z');
    const old = await acts.one(one.caseId, 'R12.1');
    const fresh = await acts.one(other.caseId, 'R12.1');
    expect([old.codeVersion, old.dueAt && isoOf(old.dueAt)]).toEqual(['2021', '2026-03-23T23:59:59.000Z']);
    expect([fresh.codeVersion, fresh.dueAt && isoOf(fresh.dueAt)]).toEqual([
      'test-2026',
      '2026-03-13T23:59:59.000Z',
    ]);
    const open = (persona: string) =>
      instance().webWork.read(instance().persona(persona), (manager) => openDutiesOf(manager, '2021'));
    expect((await open('administrator')).get('R12.1')).toBe(1);
    expect((await open('lead')).get('R12.1')).toBe(1);
    expect((await open('officer')).size).toBe(0);
  });
});
