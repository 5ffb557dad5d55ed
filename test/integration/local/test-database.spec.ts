import { withClient } from '../../../apps/local/src/postgres';
import { useTestDatabase, createTestDatabase } from '../../support/postgres';

const whoAmI = (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      'select current_user as name, rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user',
    );
    return rows[0];
  });

describe('the database of a test file', () => {
  const database = useTestDatabase();

  it.each(['web', 'worker', 'report', 'wall', 'keys', 'queue'] as const)(
    'lets the role of %s in, as a plain role that row-level security binds',
    async (role) => {
      expect(await whoAmI(database().url(role))).toEqual({ name: `waymark_${role}`, mighty: false });
    },
  );

  it('is nobody else’s: a second one is separate, made at once, and goes when dropped', async () => {
    const others = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(new Set([database().name, ...others.map(({ name }) => name)]).size).toBe(3);
    await Promise.all(others.map((other) => other.drop()));
    await expect(whoAmI(others[0].adminUrl)).rejects.toMatchObject({ code: '3D000' });
  });
});
