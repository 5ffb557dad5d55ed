import type { EnvironmentReader } from './environment-reader';

/** A transit engine of OpenBao or HashiCorp Vault. Secrets stay in files, which an agent may renew. */
export interface TransitEnvironment {
  readonly url: string;
  readonly mount: string;
  readonly key: string;
  readonly namespace: string | undefined;
  readonly signIn:
    | { readonly kind: 'token'; readonly tokenFile: string }
    | { readonly kind: 'app-role'; readonly roleId: string; readonly secretIdFile: string };
}

/** Keys of AWS KMS. Who we are there is left to AWS's own chain: the role of the machine, or its variables. */
export interface AwsKmsEnvironment {
  /** The first wraps; the others may still unwrap. */
  readonly keyArns: readonly string[];
  /** An endpoint of one's own network; undefined for the public one of each key's region. */
  readonly endpoint: string | undefined;
}

/** Which master key wraps data keys; whatever else is set up may still unwrap what it wrapped before. */
export interface MasterKeyEnvironment {
  readonly wrapsWith: (typeof KEY_PROVIDERS)[number];
  readonly keyFile: string | undefined;
  /** Key files of before, or of soon. */
  readonly otherKeyFiles: readonly string[];
  readonly transit: TransitEnvironment | undefined;
  readonly awsKms: AwsKmsEnvironment | undefined;
}

export const KEY_PROVIDERS = ['file', 'transit', 'aws-kms'] as const;
const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;

export function masterKeyEnvironment(read: EnvironmentReader): MasterKeyEnvironment {
  const wrapsWith = read.oneOf('KEY_PROVIDER', KEY_PROVIDERS, 'file');
  return {
    wrapsWith,
    keyFile: wrapsWith === 'file' ? read.text('KEY_FILE') : read.optional('KEY_FILE'),
    otherKeyFiles: read.list('KEY_FILES_OTHER', []),
    transit:
      wrapsWith === 'transit' || read.optional('TRANSIT_URL') !== undefined ? transitOf(read) : undefined,
    awsKms:
      wrapsWith === 'aws-kms' || read.optional('AWS_KMS_KEY') !== undefined ? awsKmsOf(read) : undefined,
  };
}

function awsKmsOf(read: EnvironmentReader): AwsKmsEnvironment {
  return {
    keyArns: [
      read.matching('AWS_KMS_KEY', KEY_ARN, 'the ARN of a key'),
      ...read.list('AWS_KMS_KEYS_OTHER', []),
    ],
    endpoint:
      read.optional('AWS_KMS_ENDPOINT') === undefined ? undefined : read.secureUrl('AWS_KMS_ENDPOINT'),
  };
}

function transitOf(read: EnvironmentReader): TransitEnvironment {
  const roleId = read.optional('TRANSIT_ROLE_ID');
  return {
    url: read.secureUrl('TRANSIT_URL').replace(/\/+$/, ''),
    mount: read.text('TRANSIT_MOUNT', 'transit'),
    key: read.text('TRANSIT_KEY', 'waymark'),
    namespace: read.optional('TRANSIT_NAMESPACE'),
    signIn:
      roleId === undefined
        ? { kind: 'token', tokenFile: read.text('TRANSIT_TOKEN_FILE') }
        : { kind: 'app-role', roleId, secretIdFile: read.text('TRANSIT_SECRET_ID_FILE') },
  };
}
