import { runSubjectPack } from '../../../apps/cli/src/subject-pack/subject-pack.command';

/** The operator's command in a process of its own, with its own standard input. */
void runSubjectPack(process.argv.slice(2)).then((code) => (process.exitCode = code));
