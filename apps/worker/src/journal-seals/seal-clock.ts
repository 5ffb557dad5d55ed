import type { WorkerEnvironment } from '#libs/config';
import {
  BrokenSealError,
  HeadsFile,
  JournalSealer,
  ReplacedKeyError,
  sealSignerFromFile,
} from '#libs/persistence';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

const IDLE_MILLISECONDS = 1_000;
const BROKEN_MILLISECONDS = 60_000;

/** Seals what was written in the last second. A broken seal is not sealed over: somebody must look at it first. */
export class SealClock {
  constructor(
    private readonly sealer: Pick<JournalSealer, 'step'>,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<number> {
    try {
      return (await this.sealer.step()) > 0 ? 0 : IDLE_MILLISECONDS;
    } catch (error) {
      if (error instanceof BrokenSealError) {
        this.logger.error({ found: error.found }, 'the seal of the journal is broken');
        return BROKEN_MILLISECONDS;
      }
      if (error instanceof ReplacedKeyError) {
        this.logger.warn(error.message);
        return BROKEN_MILLISECONDS;
      }
      throw error;
    }
  }
}

/** Null where this worker has no key to sign with. */
export function sealClockOf(parts: {
  source: DataSource;
  environment: Pick<WorkerEnvironment, 'seal'>;
  logger: Logger;
}): SealClock | null {
  const { source, environment, logger } = parts;
  const { seal } = environment;
  if (seal === null) {
    logger.warn('this worker does not seal the journal: SEAL_KEY_FILE is not set');
    return null;
  }
  const sealer = new JournalSealer(source, {
    signer: sealSignerFromFile(seal.keyFile),
    before: seal.keyFileBefore === undefined ? null : sealSignerFromFile(seal.keyFileBefore),
    outside: seal.headsFile === undefined ? null : new HeadsFile(seal.headsFile),
  });
  return new SealClock(sealer, logger);
}
