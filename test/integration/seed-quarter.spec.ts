import { HighsAttacker } from '#libs/attacker';
import { instant } from '#libs/domain';
import {
  allSnapshots,
  openInstance,
  publishedFigures,
  reachReleases,
  snapshotTables,
} from '#libs/persistence';
import { seedInstance } from '../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../apps/cli/src/seed/year-settings';
import { useInstance } from '../support/instance';

/** An instance is told its whole story first. */
jest.setTimeout(300_000);

const instance = useInstance();
const NOW = instant('2026-11-20T11:00:00Z');

describe('sample data of more than a quarter', () => {
  beforeAll(async () => {
    const { database, vault, pack } = instance();
    await seedInstance({
      migratorUrl: database.adminUrl,
      vault,
      pack,
      settings: YEAR,
      count: 130,
      days: 605,
      seed: 7,
      now: NOW,
      progress: () => undefined,
    });
    await openInstance(database.adminUrl);
  });

  it('leave the newest whole quarter published, counted by one person and signed off by another', async () => {
    const { webWork, persona } = instance();
    const commissioner = persona('commissioner');
    const [snapshot, ...others] = await webWork.read(commissioner, (manager) => allSnapshots(manager));
    expect(others).toEqual([]);
    expect(snapshot).toMatchObject({
      quarter: '2026-07',
      version: 1,
      state: 'signed-off',
      countedBy: persona('manager').userId,
      signedOffBy: persona('dpo').userId,
    });
    expect(snapshot!.signedOffAt!).toBeLessThan(NOW);
    const tables = await webWork.read(commissioner, (manager) => snapshotTables(manager, snapshot!.id));
    const ids = tables.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['promise-24h', 'promise-by-district-1wd', 'times', 'engagement', 'coverage']),
    );
    const [quarter] = tables[0]!.rows.filter(({ id }) => id === 'quarter');
    expect(quarter!.cells[0]).toBeGreaterThan(0);
  });

  it('have a year of reach to open', async () => {
    const { webWork, persona } = instance();
    const releases = await webWork.read(persona('commissioner'), (manager) => reachReleases(manager));
    expect(releases.map(({ year }) => year)).toEqual([2025]);
  });

  it('P9 give nobody away in anything that they publish', async () => {
    const releases = await publishedFigures(instance().worker.manager);
    expect(releases.length).toBeGreaterThan(0);
    for (const release of releases) expect(await new HighsAttacker().attack(release)).toEqual([]);
  });
});
