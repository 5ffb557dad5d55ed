import { readFile } from 'node:fs/promises';
import { KEY_PROVIDERS, type MasterKeyEnvironment, type TransitEnvironment } from '#libs/config';
import { masterKeyInAwsKms } from './aws-kms-key';
import { KeyRing, type KeyProvider } from './key-provider';
import { masterKeyFromFile } from './master-key';
import { rememberKeys } from './remembered-keys';
import { masterKeyInTransit } from './transit-key';

/** Every provider that is set up unwraps; the one that is named wraps. */
export function keyRingOf(environment: MasterKeyEnvironment): KeyRing {
  const { wrapsWith, keyFile, otherKeyFiles, transit, awsKms } = environment;
  const inForce: Readonly<Record<MasterKeyEnvironment['wrapsWith'], readonly KeyProvider[]>> = {
    file: keyFile === undefined ? [] : [masterKeyFromFile(keyFile)],
    transit: transit === undefined ? [] : [transitKey(transit)],
    'aws-kms': (awsKms?.keyArns ?? []).map((keyArn) =>
      rememberKeys(masterKeyInAwsKms({ keyArn, endpoint: awsKms?.endpoint })),
    ),
  };
  const [current, ...rest] = [
    ...inForce[wrapsWith],
    ...KEY_PROVIDERS.filter((other) => other !== wrapsWith).flatMap((other) => inForce[other]),
    ...otherKeyFiles.map(masterKeyFromFile),
  ];
  if (current === undefined) throw new Error('no master key is set up');
  return new KeyRing(current, rest);
}

/** Read at each use: an agent renews the file. */
function transitKey({ signIn, ...place }: TransitEnvironment): KeyProvider {
  const contentOf = (file: string) => async () => (await readFile(file, 'utf8')).trim();
  return rememberKeys(
    masterKeyInTransit({
      ...place,
      signIn:
        signIn.kind === 'token'
          ? { kind: 'token', token: contentOf(signIn.tokenFile) }
          : { kind: 'app-role', roleId: signIn.roleId, secretId: contentOf(signIn.secretIdFile) },
    }),
  );
}
