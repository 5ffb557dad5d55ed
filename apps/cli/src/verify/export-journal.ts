import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { journalEnvironment, withLocalInstance, type RawEnvironment } from '#libs/config';
import { exportLines, withJournal, type ExportLine } from '#libs/persistence';

/** Writes the journal as JSON Lines, in the order it was written: all that `waymark verify` needs. */
export async function exportJournal({
  output,
  environment,
}: {
  output: Writable;
  environment: RawEnvironment;
}): Promise<number> {
  await withJournal(journalEnvironment(withLocalInstance(environment)).workerDatabaseUrl, (run) =>
    pipeline(exportLines(run), asText, output, { end: false }),
  );
  return 0;
}

async function* asText(batches: AsyncIterable<readonly ExportLine[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((line) => `${JSON.stringify(line)}\n`).join('');
}
