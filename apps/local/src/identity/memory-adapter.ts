import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Stored {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Where the provider keeps codes, grants and sessions: in memory, for nobody is signed in for longer than a run. */
export function memoryAdapters(): (model: string) => Adapter {
  const models = new Map<string, Map<string, Stored>>();
  return (model) => {
    const records = models.get(model) ?? new Map<string, Stored>();
    models.set(model, records);
    return adapterOver(records);
  };
}

function adapterOver(records: Map<string, Stored>): Adapter {
  const findBy = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    living(records).find(({ payload }) => matches(payload))?.payload;
  return {
    upsert: async (id, payload, expiresIn) => {
      const expiresAt = expiresIn ? Date.now() + expiresIn * 1_000 : Infinity;
      records.set(id, { payload, expiresAt });
    },
    find: async (id) => {
      living(records);
      return records.get(id)?.payload;
    },
    findByUid: async (uid) => findBy((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const record = records.get(id);
      if (record !== undefined) record.payload.consumed = Math.floor(Date.now() / 1_000);
    },
    destroy: async (id) => {
      records.delete(id);
    },
    revokeByGrantId: async (grantId) => {
      for (const [id, { payload }] of records) if (payload.grantId === grantId) records.delete(id);
    },
  };
}

function living(records: Map<string, Stored>): Stored[] {
  const now = Date.now();
  for (const [id, { expiresAt }] of records) if (expiresAt <= now) records.delete(id);
  return [...records.values()];
}
