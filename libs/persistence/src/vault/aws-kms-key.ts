import type { KMSClient } from '@aws-sdk/client-kms';
import { KeyStoreError, UnknownMasterKeyError, type KeyProvider } from './key-provider';

export interface AwsKmsSettings {
  /** The key itself, `arn:aws:kms:<region>:<account>:key/<id>`: an alias could be pointed at another key. */
  readonly keyArn: string;
  /** An endpoint of one's own network; undefined for the public one of the key's region. */
  readonly endpoint: string | undefined;
}

const STORE = 'aws-kms';
const FAMILY = 'aws-kms/';
const LONGEST_MILLISECONDS = 5_000;
const MOST_ATTEMPTS = 2;

/**
 * A master key that never leaves AWS KMS. The subject is bound as encryption context, so that a wrapped key moved to
 * somebody else does not open. The name of the key stays the same when KMS rotates its material: KMS opens what any
 * earlier material wrapped.
 */
export function masterKeyInAwsKms(settings: AwsKmsSettings): KeyProvider {
  const name = FAMILY + settings.keyArn;
  const key = { KeyId: settings.keyArn };
  let service: ReturnType<typeof serviceOf> | null = null;
  const asked = async <Answer>(ask: (kms: Service) => Promise<Answer>): Promise<Answer> => {
    service ??= serviceOf(settings);
    return ask(await service).catch((error: unknown) => {
      throw new KeyStoreError(STORE, reasonOf(error));
    });
  };
  return {
    opens: (keyId) => keyId === name,
    currentId: async () => name,
    wrap: async (subjectId, dataKey) => {
      const { CiphertextBlob: wrapped } = await asked(({ client, EncryptCommand }) =>
        client.send(
          new EncryptCommand({ ...key, Plaintext: dataKey, EncryptionContext: boundTo(subjectId) }),
        ),
      );
      if (wrapped === undefined) throw new KeyStoreError(STORE, 'it answered with no ciphertext');
      return { wrapped: Buffer.from(wrapped), keyId: name };
    },
    unwrap: async (subjectId, { wrapped, keyId }) => {
      if (keyId !== name) throw new UnknownMasterKeyError(keyId);
      const { Plaintext: plain } = await asked(({ client, DecryptCommand }) =>
        client.send(
          new DecryptCommand({ ...key, CiphertextBlob: wrapped, EncryptionContext: boundTo(subjectId) }),
        ),
      );
      if (plain === undefined) throw new KeyStoreError(STORE, 'it answered with no key');
      return Buffer.from(plain);
    },
  };
}

interface Service extends Pick<typeof import('@aws-sdk/client-kms'), 'EncryptCommand' | 'DecryptCommand'> {
  readonly client: KMSClient;
}

/** Loaded at the first use, so that whoever keeps a key file never loads it. Signs in as AWS's own tools do. */
async function serviceOf({ keyArn, endpoint }: AwsKmsSettings): Promise<Service> {
  const { KMSClient, EncryptCommand, DecryptCommand } = await import('@aws-sdk/client-kms');
  const client = new KMSClient({
    region: regionOf(keyArn),
    maxAttempts: MOST_ATTEMPTS,
    requestHandler: {
      connectionTimeout: LONGEST_MILLISECONDS,
      requestTimeout: LONGEST_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
    ...(endpoint !== undefined && { endpoint }),
  });
  return { client, EncryptCommand, DecryptCommand };
}

function regionOf(keyArn: string): string {
  const [, , , region = ''] = keyArn.split(':');
  return region;
}

function boundTo(subjectId: string): Record<string, string> {
  return { 'data-key': subjectId };
}

/** Its own words may repeat what was sent, so only the code of the error is passed on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it does not answer';
  const answered = '$metadata' in error && (error.$metadata as { httpStatusCode?: number }).httpStatusCode;
  return answered ? error.name : 'it does not answer';
}
