import { runRotateKeys } from '../../../apps/cli/src/rotate-keys/rotate-keys.command';

/** The operator's command in a process of its own, to be killed as the kernel kills. */
void runRotateKeys().then((code) => (process.exitCode = code));
