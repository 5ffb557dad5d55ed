import type { WorkerEnvironment } from '#libs/config';
import { FigureSampleSigner, sealSignerFromFile } from '#libs/persistence';
import type { DataSource } from 'typeorm';

const IDLE_MILLISECONDS = 1_000;

/** Signs samples of figures within a second or two of their being drawn. */
export class SampleSigner {
  constructor(private readonly signer: Pick<FigureSampleSigner, 'step'>) {}

  async round(): Promise<number> {
    return (await this.signer.step()) > 0 ? 0 : IDLE_MILLISECONDS;
  }
}

/** Null where this worker has no key to sign with: another one signs. */
export function sampleSignerOf({
  source,
  environment: { seal },
}: {
  readonly source: DataSource;
  readonly environment: Pick<WorkerEnvironment, 'seal'>;
}): SampleSigner | null {
  return seal === null
    ? null
    : new SampleSigner(new FigureSampleSigner(source, sealSignerFromFile(seal.keyFile)));
}
