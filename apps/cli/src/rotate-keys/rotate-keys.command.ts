import { cliEnvironment, withLocalInstance } from '#libs/config';
import { keyRingOf, rotateKeys } from '#libs/persistence';
import { Pool } from 'pg';

/**
 * Wraps every data key anew under the master key that is in force. Set the new key up everywhere first, the old one
 * still readable (KEY_FILES_OTHER, or both providers); take the old one away when this has ended.
 */
export async function runRotateKeys(): Promise<number> {
  const { keysDatabaseUrl, masterKeys } = cliEnvironment(withLocalInstance(process.env));
  const keys = new Pool({ connectionString: keysDatabaseUrl, max: 1 });
  try {
    const { rewrapped, unknown } = await rotateKeys(keys, keyRingOf(masterKeys), {
      afterBatch: (done) => void process.stderr.write(`${done} keys\n`),
    });
    process.stdout.write(`${rewrapped} data keys are now wrapped by the master key in force.\n`);
    if (unknown === 0) return 0;
    process.stderr.write(
      `${unknown} data keys are wrapped by a master key that is not set up here. Add it to KEY_FILES_OTHER and run this again.\n`,
    );
    return 1;
  } finally {
    await keys.end();
  }
}
