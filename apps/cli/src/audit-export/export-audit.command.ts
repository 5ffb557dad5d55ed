import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { journalEnvironment, withLocalInstance, type RawEnvironment } from '#libs/config';
import { withJournal } from '#libs/persistence';
import { ProgressLine } from './progress-line';
import { FolderInUseError, writeExport } from './write-export';

const USAGE = `usage: waymark export-audit --to <folder>
       writes the journal, its seal and the public keys into an empty or new folder, for waymark verify <folder>
`;

/** 0 when it is written, 2 for wrong arguments or a folder that is in use. */
export async function runExportAudit(parts: {
  readonly args: readonly string[];
  readonly output: Writable;
  readonly notices: Writable;
  readonly environment: RawEnvironment;
}): Promise<number> {
  const { output, notices } = parts;
  const folder = folderOf(parts.args);
  if (folder === null) {
    output.write(USAGE);
    return 2;
  }
  const { workerDatabaseUrl } = journalEnvironment(withLocalInstance(parts.environment));
  const line = new ProgressLine(notices, 'Exported');
  try {
    const { rows } = await withJournal(workerDatabaseUrl, (run) =>
      writeExport(run, { folder, progress: ({ done, of }) => line.at(done, of) }),
    );
    output.write(
      `Exported ${rows.journal} rows of the journal and ${rows.access} of the access log, under ${rows.heads} heads; ${rows.waiting + rows.waitingAccess} rows wait for the next seal.\nCheck it anywhere: waymark verify ${folder}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    output.write(`${error.message}\n`);
    return 2;
  }
}

function folderOf(args: readonly string[]): string | null {
  try {
    return parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values.to ?? null;
  } catch {
    return null;
  }
}
