import type { WorkerEnvironment } from '#libs/config';
import { sealSignerFromFile, SnapshotSealer } from '#libs/persistence';
import type { DataSource } from 'typeorm';

const IDLE_MILLISECONDS = 1_000;

/** Signs quarters within a second or two of their being signed off by two people. */
export class SnapshotSigner {
  constructor(private readonly sealer: Pick<SnapshotSealer, 'step'>) {}

  async round(): Promise<number> {
    return (await this.sealer.step()) > 0 ? 0 : IDLE_MILLISECONDS;
  }
}

/** Null where this worker has no key to sign with: another one signs. */
export function snapshotSignerOf({
  source,
  environment: { seal },
}: {
  readonly source: DataSource;
  readonly environment: Pick<WorkerEnvironment, 'seal'>;
}): SnapshotSigner | null {
  return seal === null
    ? null
    : new SnapshotSigner(new SnapshotSealer(source, sealSignerFromFile(seal.keyFile)));
}
