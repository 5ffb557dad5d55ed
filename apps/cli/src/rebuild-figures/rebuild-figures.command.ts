import type { Writable } from 'node:stream';
import { journalEnvironment, withLocalInstance, type RawEnvironment } from '#libs/config';
import {
  dataSourceOptions,
  PromiseFactProjector,
  RebuildUnderWayError,
  type RebuildProgress,
} from '#libs/persistence';
import { DataSource } from 'typeorm';

const USAGE = `usage: waymark rebuild-figures
       reads the whole journal again beside the figures that are shown, and shows the new ones once it is read
`;

/** 0 when the new figures are shown, 2 for wrong arguments, 3 when somebody is rebuilding them already. */
export async function runRebuildFigures(parts: {
  readonly args: readonly string[];
  readonly output: Writable;
  readonly notices: Writable;
  readonly environment: RawEnvironment;
}): Promise<number> {
  const { args, output, notices, environment } = parts;
  if (args.length > 0) {
    output.write(USAGE);
    return 2;
  }
  const { workerDatabaseUrl } = journalEnvironment(withLocalInstance(environment));
  const source = await new DataSource(dataSourceOptions(workerDatabaseUrl, { poolSize: 3 })).initialize();
  try {
    const read = await new PromiseFactProjector(source).rebuild({ progress: eachPercent(notices) });
    notices.write(`Read ${read} of ${read} rows of the journal (100%)\n`);
    output.write(`Read ${read} rows of the journal. The figures are the new ones from now on.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof RebuildUnderWayError)) throw error;
    output.write('The figures are being rebuilt already. Wait until that has ended.\n');
    return 3;
  } finally {
    await source.destroy();
  }
}

/** A line for each whole per cent, however many batches that takes. */
function eachPercent(notices: Writable): (progress: RebuildProgress) => void {
  let said = -1;
  return ({ read, all, percent }) => {
    if (percent === said) return;
    said = percent;
    notices.write(`Read ${read} of ${all} rows of the journal (${percent}%)\n`);
  };
}
