import { instant } from '#libs/domain';
import { openInstance } from '#libs/persistence';
import { seedInstance } from '../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../apps/cli/src/seed/year-settings';
import { useInstance } from '../support/instance';

const instance = useInstance();
const NOW = instant('2026-11-20T11:00:00Z');
const COUNT = 60;

describe('the synthetic instance', () => {
  beforeAll(async () => {
    const { database, vault, pack } = instance();
    await seedInstance({
      migratorUrl: database.adminUrl,
      vault,
      pack,
      settings: YEAR,
      count: COUNT,
      days: 40,
      seed: 7,
      now: NOW,
      progress: () => undefined,
    });
  });

  it('tells every story through the real use cases, in many states', async () => {
    const states = await instance().admin<{ contact_state: string }>(
      'select distinct contact_state from app.case_file',
    );
    expect(states.length).toBeGreaterThanOrEqual(4);
    const deadlines = await instance().admin<{ state: string; n: number }>(
      'select state, count(*)::integer as n from app.deadline group by 1',
    );
    expect(deadlines.reduce((sum, { n }) => sum + n, 0)).toBe(2 * COUNT);
    expect(deadlines.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['running', 'met', 'breached', 'done-late', 'met-on-confirmation']),
    );
  });

  it('P1 every live case has an owner, a state and a next-due instant', async () => {
    const without = await instance().admin(
      'select 1 from app.case_file where closed_at is null and (next_due_at is null or owner_team_id is null)',
    );
    expect(without).toEqual([]);
  });

  it('leaves a journal without gaps, recorded in the order of time', async () => {
    const gaps = await instance().admin(
      `select subject_id from app.journal group by subject_kind, subject_id
       having count(*) <> max(sequence) or min(sequence) <> 1`,
    );
    expect(gaps).toEqual([]);
    const backwards = await instance().admin(
      `select 1 from (select recorded_at, lag(recorded_at) over (order by position) as before from app.journal) j
       where recorded_at < before`,
    );
    expect(backwards).toEqual([]);
  });

  it('notices each breach within seconds of its due instant, or of the referral that came later', async () => {
    const late = await instance().admin(
      `select 1 from app.deadline_breach b join app.deadline d using (deadline_id)
       where b.recorded_at - greatest(b.due_at, d.set_at) > interval '1 minute'`,
    );
    expect(late).toEqual([]);
  });

  it('keeps its clock from going back once it has been opened', async () => {
    const { database, admin } = instance();
    await openInstance(database.adminUrl);
    await expect(admin('update app.instance set offset_seconds = -1')).rejects.toThrow(/offset_never_back/);
    await expect(admin('update app.instance set opened_at = null')).rejects.toThrow(/stays open/);
    await expect(admin('update app.instance set synthetic = false')).rejects.toThrow(/keeps its kind/);
  });
});
