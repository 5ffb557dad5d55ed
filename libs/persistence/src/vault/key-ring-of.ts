import { readFile } from 'node:fs/promises';
import type { MasterKeyEnvironment, TransitEnvironment } from '#libs/config';
import { KeyRing, type KeyProvider } from './key-provider';
import { masterKeyFromFile } from './master-key';
import { rememberKeys } from './remembered-keys';
import { masterKeyInTransit } from './transit-key';

/** Every provider that is set up unwraps; the one that is named wraps. */
export function keyRingOf(environment: MasterKeyEnvironment): KeyRing {
  const { wrapsWith, keyFile, otherKeyFiles, transit } = environment;
  const file = keyFile === undefined ? [] : [masterKeyFromFile(keyFile)];
  const remote = transit === undefined ? [] : [transitKey(transit)];
  const others = otherKeyFiles.map(masterKeyFromFile);
  const [current, ...rest] =
    wrapsWith === 'transit' ? [...remote, ...file, ...others] : [...file, ...others, ...remote];
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
