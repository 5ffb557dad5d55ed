import type { PromiseFactProjector } from '#libs/persistence';

const IDLE_MILLISECONDS = 500;

/** Keeps the facts behind the promise figure a moment behind the journal. */
export class Figures {
  constructor(private readonly projector: PromiseFactProjector) {}

  async round(): Promise<number> {
    return (await this.projector.step()) > 0 ? 0 : IDLE_MILLISECONDS;
  }
}
