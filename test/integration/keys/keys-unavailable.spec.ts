import { masterKeyFromFile, masterKeyInAwsKms, KeyRing, PostgresVault, rotateKeys } from '#libs/persistence';
import type { PersonId } from '#libs/domain';
import { Pool } from 'pg';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { KmsServer } from './kms-server';

const instance = useInstance();
const kms = new KmsServer();
let keys: Pool;
let vault: PostgresVault;
let acts: PromiseActs;

beforeAll(async () => {
  const endpoint = await kms.listen();
  process.env['AWS_ACCESS_KEY_ID'] = kms.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = kms.secretAccessKey;
  keys = new Pool({ connectionString: instance().database.url('keys'), max: 4 });
  // The database is dropped before this pool ends.
  keys.on('error', () => undefined);
  const ring = new KeyRing(masterKeyInAwsKms({ keyArn: kms.addKey(), endpoint }), [
    masterKeyFromFile(instance().keyFile),
  ]);
  await rotateKeys(keys, ring);
  vault = new PostgresVault(keys, ring);
  acts = new PromiseActs(() => ({ ...instance(), vault }));
});

afterAll(async () => {
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
  await keys.end();
  await kms.close();
});

it('with AWS KMS out of reach nobody can be read, and every deadline passes on time all the same', async () => {
  await instance().setNow('2026-03-02T10:05:00Z');
  const { caseId } = await acts.refer('2026-03-02T10:00:00Z');
  const [row] = await instance().admin<{ person_id: PersonId }>(
    'select person_id from app.case_file where case_id = $1',
    [caseId],
  );
  const personId = row?.person_id as PersonId;
  expect(await vault.of(personId)).toMatchObject({ kind: 'open' });
  kms.fault = { status: 400, code: 'KMSInvalidStateException' };
  expect(await vault.of(personId)).toEqual({ kind: 'unreadable' });
  expect(await vault.many([personId])).toEqual(new Map());
  await acts.sweepAt('2026-03-03T18:00:00Z');
  const breached = await instance().admin(
    "select 1 from app.journal where case_id = $1 and event_type = 'deadline.breached'",
    [caseId],
  );
  expect(breached.length).toBeGreaterThan(0);
  kms.fault = null;
  expect(await vault.of(personId)).toMatchObject({ kind: 'open' });
});
