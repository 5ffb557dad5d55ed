import { setTimeout as pause } from 'node:timers/promises';
import { openInstance, sealSignerFromFile } from '#libs/persistence';
import { verifyExport } from '../../../apps/cli/src/audit-export/verify-export';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { newSealKeyFile } from '../../support/seal-keys';
import { eventually } from '../../timers/support/promises';
import { kill, workersOf } from '../../timers/support/worker';
import { exported } from './export-kit';

const instance = useInstance();
const acts = new PromiseActs(instance);

describe('workers that seal', () => {
  it('P9 leave every row sealed once, in one sound chain, though two race and one is killed in the middle', async () => {
    const { setNow, admin, database } = instance();
    const keyFile = newSealKeyFile();
    await setNow('2026-03-02T10:05:00Z');
    await openInstance(database.adminUrl);
    const workers = await workersOf(instance(), {
      variables: { SEAL_KEY_FILE: keyFile, QUEUE_MODE: 'none' },
    });
    try {
      const [first] = [await workers.spawn(), await workers.spawn()];
      for (let n = 0; n < 6; n += 1) {
        await acts.refer('2026-03-02T10:00:00Z');
        await pause(300);
        if (n === 2) await kill(first);
        if (n === 3) await workers.spawn();
      }
      const unsealed = async () => {
        const [row] = await admin<{ n: number }>(
          `select ((select count(*) from app.journal) + (select count(*) from app.access_log)
             - (select count(*) from app.sealed_leaf))::integer as n`,
        );
        return row?.n;
      };
      await eventually(unsealed, { is: (n) => n === 0 });
    } finally {
      await workers.stopAll();
    }
    const keys = [sealSignerFromFile(keyFile).publicKey];
    const found = await verifyExport({ folder: await exported(database.url('worker')), keys });
    expect(found.faults).toEqual([]);
    expect(found.counts.leaves).toBeGreaterThan(30);
    expect(found.counts.heads).toBeGreaterThan(1);
  });
});
