import type { Pool } from 'pg';
import type { KeyProvider } from '../vault/key-provider';
import type { MarkSecret } from './keyed-search-marks';

/** The subject of no person: under this id the secret of all marks stands among the data keys, and rotates with them. */
export const MARK_SECRET_ID = '00000000-0000-4000-8000-5ea4c4000000';

/** Two processes that start at once keep one secret: the first row stays. */
export function storedMarkSecret(keys: Pool, master: KeyProvider, id = MARK_SECRET_ID): MarkSecret {
  return {
    readOrKeep: async (fresh) => {
      const { wrapped, keyId } = await master.wrap(id, fresh);
      await keys.query(
        `insert into keys.data_key (subject_id, wrapped, master_key) values ($1, $2, $3)
         on conflict (subject_id) do nothing`,
        [id, wrapped, keyId],
      );
      const { rows } = await keys.query<{ wrapped: Buffer; master_key: string }>(
        'select wrapped, master_key from keys.data_key where subject_id = $1',
        [id],
      );
      if (!rows[0]) throw new Error('the secret of the search marks is not kept');
      return master.unwrap(id, { wrapped: rows[0].wrapped, keyId: rows[0].master_key });
    },
  };
}
