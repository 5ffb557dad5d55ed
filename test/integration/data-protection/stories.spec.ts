import { instant } from '#libs/domain';
import { openInstance } from '#libs/persistence';
import { seedInstance } from '../../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../../apps/cli/src/seed/year-settings';
import { useInstance } from '../../support/instance';

/** An instance is told its whole story first. */
jest.setTimeout(240_000);

const NOW = instant('2026-11-20T11:00:00Z');

const instance = useInstance();

describe('the synthetic year', () => {
  it('leaves work on the data-protection desk: every open request has an owner and a day (P1)', async () => {
    const { database, vault, pack, admin } = instance();
    await seedInstance({
      migratorUrl: database.adminUrl,
      vault,
      pack,
      settings: YEAR,
      count: 40,
      days: 14,
      seed: 11,
      now: NOW,
      progress: () => undefined,
    });
    await openInstance(database.adminUrl);
    const rows = await admin<{ kind: string; state: string; late: boolean; whole: boolean }>(
      `select kind, state, next_due_at < app.service_now() as late,
         owner_user_id is not null and next_due_at is not null as whole
       from app.information_request`,
    );
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['subject-access', 'complaint', 'rectification', 'victim-information']),
    );
    expect(rows.map(({ state }) => state)).toContain('review');
    expect(rows.some(({ late }) => late)).toBe(true);
    expect(rows.every(({ whole }) => whole)).toBe(true);
    expect(await admin('select 1 from app.breach_record where closed_at is null')).toHaveLength(1);
  });
});
