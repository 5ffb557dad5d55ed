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

/** Which master key wraps data keys; whatever else is set up may still unwrap what it wrapped before. */
export interface MasterKeyEnvironment {
  readonly wrapsWith: 'file' | 'transit';
  readonly keyFile: string | undefined;
  /** Key files of before, or of soon. */
  readonly otherKeyFiles: readonly string[];
  readonly transit: TransitEnvironment | undefined;
}

export function masterKeyEnvironment(read: EnvironmentReader): MasterKeyEnvironment {
  const wrapsWith = read.oneOf('KEY_PROVIDER', ['file', 'transit'] as const, 'file');
  return {
    wrapsWith,
    keyFile: wrapsWith === 'file' ? read.text('KEY_FILE') : read.optional('KEY_FILE'),
    otherKeyFiles: read.list('KEY_FILES_OTHER', []),
    transit:
      wrapsWith === 'transit' || read.optional('TRANSIT_URL') !== undefined ? transitOf(read) : undefined,
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
