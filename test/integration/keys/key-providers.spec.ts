import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  KeyRing,
  KeyStoreError,
  masterKeyFromFile,
  masterKeyInAwsKms,
  masterKeyInTransit,
  rememberKeys,
  type KeyProvider,
} from '#libs/persistence';
import { KmsServer } from './kms-server';
import { TransitServer } from './transit-server';

const folder = mkdtempSync(join(tmpdir(), 'waymark-providers-'));
const server = new TransitServer();
const kms = new KmsServer();
let url = '';
let kmsUrl = '';

beforeAll(async () => {
  url = await server.listen();
  kmsUrl = await kms.listen();
  process.env['AWS_ACCESS_KEY_ID'] = kms.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = kms.secretAccessKey;
});
afterAll(async () => {
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
  await server.close();
  await kms.close();
  rmSync(folder, { recursive: true });
});

function keyFile(): KeyProvider {
  const file = join(folder, `${randomBytes(4).toString('hex')}.key`);
  writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return masterKeyFromFile(file);
}

const place = () => ({ url, mount: 'transit', key: 'waymark', namespace: undefined });
const byToken = () => {
  const token = server.issueToken();
  return masterKeyInTransit({ ...place(), signIn: { kind: 'token', token: async () => token } });
};
const byRole = (secret = server.secretId) =>
  masterKeyInTransit({
    ...place(),
    signIn: { kind: 'app-role', roleId: server.roleId, secretId: async () => secret },
  });

const inKms = (keyArn = kms.addKey()) => masterKeyInAwsKms({ keyArn, endpoint: kmsUrl });

const PROVIDERS: Readonly<Record<string, () => KeyProvider>> = {
  'a key file': keyFile,
  'a transit engine, by token': byToken,
  'a transit engine, by role': byRole,
  'a transit engine, remembered for a minute': () => rememberKeys(byToken()),
  'AWS KMS': inKms,
  'a ring of all': () => new KeyRing(byToken(), [keyFile(), inKms()]),
};

describe.each(Object.entries(PROVIDERS))('what every key provider keeps to: %s', (_, open) => {
  const key = randomBytes(32);

  it('unwraps what it wrapped, under the name it gave', async () => {
    const provider = open();
    const wrapped = await provider.wrap('subject-a', key);
    expect(wrapped.keyId).toBe(await provider.currentId());
    expect(provider.opens(wrapped.keyId)).toBe(true);
    expect(await provider.unwrap('subject-a', wrapped)).toEqual(key);
    expect(await provider.unwrap('subject-a', wrapped)).toEqual(key);
  });

  it('does not unwrap for somebody else', async () => {
    const provider = open();
    const wrapped = await provider.wrap('subject-a', key);
    await provider.unwrap('subject-a', wrapped);
    await expect(provider.unwrap('subject-b', wrapped)).rejects.toThrow();
  });

  it('does not unwrap what was altered', async () => {
    const provider = open();
    const { wrapped, keyId } = await provider.wrap('subject-a', key);
    const bent = Buffer.from(wrapped);
    bent.writeUInt8(bent.readUInt8(bent.length - 6) ^ 1, bent.length - 6);
    await expect(provider.unwrap('subject-a', { wrapped: bent, keyId })).rejects.toThrow();
  });

  it('does not unwrap under a name that it does not know', async () => {
    const provider = open();
    const { wrapped } = await provider.wrap('subject-a', key);
    expect(provider.opens('another-master-key')).toBe(false);
    await expect(provider.unwrap('subject-a', { wrapped, keyId: 'another-master-key' })).rejects.toThrow();
  });

  it('never wraps to the same bytes twice', async () => {
    const provider = open();
    const [one, two] = [await provider.wrap('subject-a', key), await provider.wrap('subject-a', key)];
    expect(one.wrapped.equals(two.wrapped)).toBe(false);
  });
});

describe('a transit engine', () => {
  it('names its new version after a rotation there, and still opens the old', async () => {
    const provider = byToken();
    const old = await provider.wrap('subject-a', randomBytes(32));
    server.rotate();
    const now = await provider.wrap('subject-a', randomBytes(32));
    expect(now.keyId).not.toBe(old.keyId);
    expect(await provider.currentId()).toBe(now.keyId);
    expect(await provider.unwrap('subject-a', old)).toHaveLength(32);
  });

  it('logs in once for many, and again when its token has ended', async () => {
    const provider = byRole();
    const logins = () => server.calls.filter((call) => call.endsWith('approle/login')).length;
    const before = logins();
    await Promise.all([1, 2, 3].map(() => provider.wrap('subject-a', randomBytes(32))));
    expect(logins()).toBe(before + 1);
    server.revokeTokens();
    await provider.wrap('subject-a', randomBytes(32));
    expect(logins()).toBe(before + 2);
  });

  it('says nothing of key or subject when it is refused or not there', async () => {
    const refused = byRole('not the secret').wrap('subject-a', randomBytes(32));
    await expect(refused).rejects.toThrow('The key store transit did not do what was asked: status 400.');
    const nowhere = masterKeyInTransit({
      ...place(),
      url: 'http://127.0.0.1:9',
      signIn: { kind: 'token', token: async () => 'sample' },
    });
    await expect(nowhere.wrap('subject-a', randomBytes(32))).rejects.toThrow('it does not answer');
  });

  it('is asked once a minute for a key that is used again and again', async () => {
    let now = 0;
    const provider = rememberKeys(byToken(), () => now);
    const wrapped = await provider.wrap('subject-a', randomBytes(32));
    const decrypts = () => server.calls.filter((call) => call.includes('/decrypt/')).length;
    const before = decrypts();
    await provider.unwrap('subject-a', wrapped);
    await provider.unwrap('subject-a', wrapped);
    expect(decrypts()).toBe(before + 1);
    now = 60_001;
    await provider.unwrap('subject-a', wrapped);
    expect(decrypts()).toBe(before + 2);
  });
});

describe('AWS KMS', () => {
  it('opens what was wrapped before KMS rotated the material, under the same name', async () => {
    const arn = kms.addKey();
    const provider = inKms(arn);
    const old = await provider.wrap('subject-a', randomBytes(32));
    kms.rotate(arn);
    expect(await provider.currentId()).toBe(old.keyId);
    expect(await provider.unwrap('subject-a', old)).toHaveLength(32);
  });

  it('does not open what another key of KMS wrapped', async () => {
    const [one, other] = [inKms(), inKms()];
    const wrapped = await one.wrap('subject-a', randomBytes(32));
    expect(other.opens(wrapped.keyId)).toBe(false);
    await expect(other.unwrap('subject-a', wrapped)).rejects.toThrow('No key provider is set up');
  });

  it.each([
    { status: 400, code: 'AccessDeniedException' },
    { status: 400, code: 'DisabledException' },
    { status: 500, code: 'KMSInternalException' },
  ])('passes on the code of an error and none of its words: $code', async (fault) => {
    const provider = inKms();
    const wrapped = await provider.wrap('subject-a', randomBytes(32));
    kms.fault = fault;
    try {
      await expect(provider.unwrap('subject-a', wrapped)).rejects.toThrow(
        new KeyStoreError('aws-kms', fault.code),
      );
    } finally {
      kms.fault = null;
    }
    expect(await provider.unwrap('subject-a', wrapped)).toHaveLength(32);
  });

  it('says that it does not answer when nobody is there', async () => {
    const nowhere = masterKeyInAwsKms({ keyArn: kms.addKey(), endpoint: 'http://127.0.0.1:9' });
    await expect(nowhere.wrap('subject-a', randomBytes(32))).rejects.toThrow(
      new KeyStoreError('aws-kms', 'it does not answer'),
    );
  });

  it('wraps and opens, and asks for nothing else', () => {
    expect([...new Set(kms.calls)].toSorted()).toEqual(['TrentService.Decrypt', 'TrentService.Encrypt']);
  });
});
